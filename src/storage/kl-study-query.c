/* kl-study-query.c: the study sessions of a library that are not over
 *
 * A session outlives the deletion of its topic, which may come back: by undo, or with a file that has it. Until then
 * it waits; there would be nothing to see of its time, and nobody to end it.
 */

#include "config.h"

#include "kl-study-query.h"

static gboolean
stand_still (KlDatabase    *database,
             KlStudyClock  *clock,
             GError       **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, "SELECT 1 FROM subject WHERE id = ?1", error);
  gboolean has_subject;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, kl_record_get_owner (KL_RECORD (clock)));
  if (!kl_database_step (database, statement, &has_subject, error))
    return FALSE;

  if (!has_subject)
    kl_study_clock_pause (clock, NULL, 0);
  return TRUE;
}

/**
 * kl_study_query_run:
 * @database: a connection
 * @tables: all tables
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type KlStudyClock) (nullable): the clocks of all sessions that are not over; that
 *   of a subject that is not there does not run, and says what was spent as it was saved last
 */
GPtrArray *
kl_study_query_run (KlDatabase  *database,
                    KlTables    *tables,
                    GError     **error)
{
  guint n_damaged = 0;
  g_autoptr(GPtrArray) clocks = kl_table_select (kl_tables_lookup (tables, KL_TYPE_STUDY_CLOCK), database,
                                                 "ORDER BY started, id", NULL, &n_damaged, error);

  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    if (!stand_still (database, clocks->pdata[i], error))
      return NULL;
  return g_steal_pointer (&clocks);
}
