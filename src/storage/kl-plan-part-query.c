/* kl-plan-part-query.c: reads a plan with only some of its subjects */

#include "config.h"

#include "kl-plan-part-query.h"

#include "kl-column.h"
#include "kl-plan-query.h"
#include "model/kl-assessment.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"

#define SUBJECTS "(SELECT id FROM subject WHERE owner = ?1)"
#define ATTEMPTS "(SELECT attempt.id FROM subject JOIN attempt ON attempt.owner = subject.id WHERE subject.owner = ?1)"
#define ALL(table) "(SELECT count (*) FROM " table ")"
#define OWNED(table, owners) "(SELECT count (*) FROM " table " WHERE owner IN " owners ")"

/* Drafts outlive what they are about. */
#define DRAFTS "(SELECT count (*) FROM draft CROSS JOIN subject ON subject.id = draft.owner WHERE subject.owner = ?1)"

static const char count_owned[]
  = "SELECT " OWNED ("subject", "(?1)") " + " OWNED ("queue_entry", "(?1)") " + " OWNED ("study_kind", "(?1)")
    " + " OWNED ("band", "(?1)") " + " OWNED ("assessment", "(?1)") " + " OWNED ("point", SUBJECTS)
    " + " OWNED ("gap", SUBJECTS) " + " OWNED ("link", SUBJECTS) " + " OWNED ("attempt", SUBJECTS)
    " + " OWNED ("study_session", SUBJECTS) " + " OWNED ("feedback", ATTEMPTS) " + " OWNED ("verdict", ATTEMPTS)
    " + " OWNED ("amendment", ATTEMPTS) " + " DRAFTS;

/* Whose they are need not be looked up where there is only one plan, which is what takes the time. */
static const char count_all[]
  = "SELECT " ALL ("subject") " + " ALL ("queue_entry") " + " ALL ("study_kind") " + " ALL ("band")
    " + " ALL ("assessment") " + " ALL ("point") " + " ALL ("gap") " + " ALL ("link") " + " ALL ("attempt")
    " + " ALL ("study_session") " + " ALL ("feedback") " + " ALL ("verdict") " + " ALL ("amendment") " + " DRAFTS;

static gboolean
select_number (KlDatabase  *database,
               const char  *sql,
               const char  *plan_id,
               guint       *number,
               GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  if (plan_id != NULL)
    kl_database_bind_text (database, statement, 1, plan_id);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;
  *number = has_row ? (guint) sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

static gboolean
count (KlDatabase  *database,
       const char  *plan_id,
       guint       *n_records,
       GError     **error)
{
  guint n_plans;

  return select_number (database, "SELECT count (*) FROM plan", NULL, &n_plans, error)
         && select_number (database, n_plans == 1 ? count_all : count_owned, plan_id, n_records, error);
}

static GPtrArray *
find_ids (KlDatabase  *database,
          const char  *plan_id,
          const char  *sources,
          GError     **error)
{
  g_autoptr(KlStatement) statement
    = kl_database_prepare (database, "SELECT id, source FROM subject WHERE owner = ?1 ORDER BY position, id", error);
  g_auto(GStrv) keys = g_strsplit (sources, " ", -1);
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (wanted, keys[i]);

  kl_database_bind_text (database, statement, 1, plan_id);
  for (;;)
    {
      gboolean has_row;
      const char *source;

      if (!kl_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&ids);
      source = kl_column_get_text (statement, 1);
      if (g_hash_table_contains (wanted, source))
        g_ptr_array_add (ids, kl_column_dup_text (statement, 0));
    }
}

static gboolean
read_lists (KlPlanQuery  *query,
            KlRecord     *plan,
            GError      **error)
{
  const GType types[] = { KL_TYPE_QUEUE_ENTRY, KL_TYPE_STUDY_KIND, KL_TYPE_BAND, KL_TYPE_ASSESSMENT };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GPtrArray) records = kl_plan_query_owned (query, types[i], kl_record_get_id (plan), error);

      if (records == NULL)
        return FALSE;
      g_list_store_splice (kl_record_get_list_of (plan, types[i]), 0, 0, records->pdata, records->len);
    }
  return TRUE;
}

/**
 * kl_plan_part_query_run:
 * @database: a connection, in a transaction
 * @tables: all tables
 * @plan_id: a plan's id
 * @sources: keys of subjects, from the document that the plan was imported from, a blank between them
 * @n_records: (out): how many records the whole plan has
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the plan with its lists, detached; of its subjects those with these keys
 */
KlPlan *
kl_plan_part_query_run (KlDatabase  *database,
                        KlTables    *tables,
                        const char  *plan_id,
                        const char  *sources,
                        guint       *n_records,
                        GError     **error)
{
  g_autoptr(KlPlanQuery) query = kl_plan_query_new (database, tables);
  g_autoptr(KlRecord) plan = kl_plan_query_record (query, KL_TYPE_PLAN, plan_id, error);
  g_autoptr(GPtrArray) ids = NULL;

  if (plan == NULL || !read_lists (query, plan, error) || !count (database, plan_id, n_records, error))
    return NULL;
  ids = find_ids (database, plan_id, sources, error);
  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(KlSubject) subject = kl_plan_query_subject (query, ids->pdata[i], TRUE, error);

      if (subject == NULL)
        return NULL;
      g_list_store_append (kl_record_get_list_of (plan, KL_TYPE_SUBJECT), subject);
    }
  return KL_PLAN (g_steal_pointer (&plan));
}
