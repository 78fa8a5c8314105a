/* kl-edited-query.c: what of a plan may be other than its document says
 *
 * The journal tells: among the changes is the import that made the plan, and what came after it names the rows that it
 * changed. What was done and taken back counts no more. Where the journal does not go back so far, nothing is known,
 * and the plan is read as a whole; so it is where the document was imported again: that may say what was done here, was
 * written into it, and was taken back.
 */

#include "config.h"

#include "kl-edited-query.h"

#include "kl-changeset.h"
#include "kl-column.h"
#include "kl-plan-query.h"
#include "model/kl-change-kind.h"

/* From here on subjects are read one by one only where they are a few of all. */
#define MANY_SUBJECTS 100
#define MAX_SHARE     4

/* Goes back to the change that made the plan, and gathers what those after it are about. */
static gboolean
find_making (KlDatabase  *database,
             const char  *plan_id,
             KlTouched   *touched,
             gboolean    *is_imported,
             GError     **error)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_CHANGE_KIND);
  const char *import = g_enum_get_value (kinds, KL_CHANGE_IMPORT)->value_nick;
  g_autoptr(KlStatement) statement = kl_database_prepare (
    database, "SELECT number, kind FROM change WHERE NOT undone ORDER BY number DESC", error);

  *is_imported = FALSE;
  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      g_autofree char *made = NULL;
      gboolean has_row = FALSE;
      gboolean is_import;

      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!kl_changeset_find_made_plan (database, sqlite3_column_int64 (statement, 0), &made, error))
        return FALSE;

      is_import = g_str_equal (kl_column_get_text (statement, 1), import);
      *is_imported = is_import && g_strcmp0 (made, plan_id) == 0;
      if (g_strcmp0 (made, plan_id) == 0 || (made == NULL && is_import))
        return TRUE;
      if (made == NULL
          && !kl_changeset_touch (database, sqlite3_column_int64 (statement, 0), FALSE, touched, error))
        return FALSE;
    }
}

/* A library that was made by somebody else may have several documents of a plan, or one that is not as it was written:
 * then none tells what was read. */
static gboolean
read_document (KlEditedPlan  *self,
               KlPlanQuery   *query,
               const char    *plan_id,
               gboolean      *is_known,
               GError       **error)
{
  g_autoptr(GPtrArray) documents = kl_plan_query_owned (query, KL_TYPE_DOCUMENT, plan_id, error);
  const char *text = NULL;

  if (documents == NULL)
    return FALSE;
  if (documents->len > 0)
    {
      self->document = g_object_ref (g_ptr_array_index (documents, documents->len - 1));
      text = kl_document_get_text (self->document);
    }
  *is_known = documents->len == 1 && kl_plan_query_get_n_damaged (query) == 0 && text != NULL && *text != '\0';
  return TRUE;
}

static gboolean
are_too_many (KlTouched *touched,
              KlPlan    *plan)
{
  guint n_touched = g_hash_table_size (touched->subjects);

  return n_touched > MANY_SUBJECTS
         && n_touched > g_list_model_get_n_items (kl_plan_get_subjects (plan)) / MAX_SHARE;
}

static gboolean
read_edited (KlEditedPlan  *self,
             KlPlanQuery   *query,
             GHashTable    *subjects,
             GError       **error)
{
  GListModel *all = kl_plan_get_subjects (self->plan);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (all, i);

      if (g_hash_table_contains (subjects, kl_record_get_id (KL_RECORD (subject)))
          && !kl_plan_query_fill_subject (query, subject, error))
        return FALSE;
    }
  self->edited = g_hash_table_ref (subjects);
  return TRUE;
}

static gboolean
read_plan (KlEditedPlan  *self,
           KlPlanQuery   *query,
           const char    *plan_id,
           KlTouched     *touched,
           GError       **error)
{
  if (g_hash_table_size (touched->subjects) == 0 && !g_hash_table_contains (touched->plans, plan_id))
    return TRUE;

  self->plan = kl_plan_query_plan (query, plan_id, FALSE, error);
  if (self->plan == NULL)
    return FALSE;
  if (!are_too_many (touched, self->plan))
    return read_edited (self, query, touched->subjects, error);

  g_clear_object (&self->plan);
  self->plan = kl_plan_query_whole_plan (query, plan_id, TRUE, error);
  return self->plan != NULL;
}

/**
 * kl_edited_query_run:
 * @database: a connection, in a transaction
 * @tables: all tables
 * @plan_id: a plan's id
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the plan with its document, and of its subjects those that may be other than
 *   that says as a whole
 */
KlEditedPlan *
kl_edited_query_run (KlDatabase  *database,
                     KlTables    *tables,
                     const char  *plan_id,
                     GError     **error)
{
  g_autoptr(KlEditedPlan) self = g_new0 (KlEditedPlan, 1);
  g_autoptr(KlPlanQuery) query = kl_plan_query_new (database, tables);
  g_autoptr(KlTouched) touched = kl_touched_new ();
  gboolean is_imported;
  gboolean is_known;

  if (!find_making (database, plan_id, touched, &is_imported, error)
      || !read_document (self, query, plan_id, &is_known, error))
    return NULL;

  if (is_imported && is_known)
    return read_plan (self, query, plan_id, touched, error) ? g_steal_pointer (&self) : NULL;

  self->plan = kl_plan_query_whole_plan (query, plan_id, TRUE, error);
  return self->plan != NULL ? g_steal_pointer (&self) : NULL;
}
