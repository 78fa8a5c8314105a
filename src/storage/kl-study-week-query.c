/* kl-study-week-query.c: how long was studied, week by week and topic by topic */

#include "config.h"

#include "kl-study-week-query.h"

#include "kl-column.h"
#include "kl-study-week.h"

/* A session belongs to the day that it began on where the person was; the next Sunday and six days back is a Monday.
 * What has no such day, in a library that was made by somebody else, is in no week. */
static const char weeks[] =
  "SELECT date (substr (study_session.started, 1, 10), 'weekday 0', '-6 days') AS monday, subject.title,"
  " sum (max (study_session.seconds, 0)) AS spent"
  " FROM subject JOIN study_session ON study_session.owner = subject.id"
  " WHERE subject.owner = ?1 AND monday IS NOT NULL"
  " GROUP BY monday, subject.id ORDER BY monday DESC, spent DESC, subject.title, subject.id";

/**
 * kl_study_week_query_run:
 * @database: a connection
 * @plan_id: a plan's id
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): a list of #KlStudyWeek, the latest first, in each what was studied longest first
 */
GListStore *
kl_study_week_query_run (KlDatabase  *database,
                         const char  *plan_id,
                         GError     **error)
{
  g_autoptr(GListStore) list = g_list_store_new (KL_TYPE_STUDY_WEEK);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, weeks, error);
  g_autoptr(KlStudyWeek) week = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  kl_database_bind_text (database, statement, 1, plan_id);
  for (;;)
    {
      const char *monday;

      if (!kl_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&list);

      monday = kl_column_get_text (statement, 0);
      if (week == NULL || g_strcmp0 (kl_study_week_get_monday (week), monday) != 0)
        {
          g_clear_object (&week);
          week = kl_study_week_new (monday);
          g_list_store_append (list, week);
        }
      kl_study_week_add (week, kl_column_get_text (statement, 1), sqlite3_column_int64 (statement, 2));
    }
}
