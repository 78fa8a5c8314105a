/* kl-refresh.c: reads again, in one moment, what people look at */

#include "config.h"

#include "kl-refresh.h"

#include "kl-journal.h"
#include "kl-plan-query.h"
#include "kl-storage-error.h"

/**
 * kl_refresh_new:
 *
 * Returns: (transfer full): a reading that asks for nothing but the list of plans yet
 */
KlRefresh *
kl_refresh_new (void)
{
  KlRefresh *self = g_new0 (KlRefresh, 1);

  self->plan_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->subject_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * kl_refresh_free:
 * @self: (transfer full): a reading
 */
void
kl_refresh_free (KlRefresh *self)
{
  g_hash_table_unref (self->plan_ids);
  g_hash_table_unref (self->subject_ids);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_ptr_array_unref (self->records);
  g_free (self->preload_id);
  g_strfreev (self->touched);
  g_free (self->undo_name);
  g_free (self->redo_name);
  g_free (self);
}

/**
 * kl_refresh_ask_plan:
 * @self: a reading
 * @plan_id: a plan to read with its lists
 * @with_standings: whether its subjects get their standing
 */
void
kl_refresh_ask_plan (KlRefresh  *self,
                     const char *plan_id,
                     gboolean    with_standings)
{
  g_hash_table_insert (self->plan_ids, g_strdup (plan_id), GINT_TO_POINTER (with_standings));
}

/**
 * kl_refresh_ask_subject:
 * @self: a reading
 * @subject_id: a subject to read
 * @with_lists: whether with its lists
 */
void
kl_refresh_ask_subject (KlRefresh  *self,
                        const char *subject_id,
                        gboolean    with_lists)
{
  g_hash_table_insert (self->subject_ids, g_strdup (subject_id), GINT_TO_POINTER (with_lists));
}

/* A record that is gone meanwhile is no error: the list that held it says so. */
static gboolean
take_record (KlRefresh *self,
             gpointer   record,
             GError    *read_error,
             GError   **error)
{
  if (record != NULL)
    {
      g_ptr_array_add (self->records, record);
      return TRUE;
    }

  if (g_error_matches (read_error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND))
    {
      g_error_free (read_error);
      return TRUE;
    }

  g_propagate_error (error, read_error);
  return FALSE;
}

static gboolean
read_records (KlRefresh    *self,
              KlPlanQuery  *query,
              GError      **error)
{
  GHashTableIter iterator;
  gpointer id;
  gpointer with;

  g_hash_table_iter_init (&iterator, self->plan_ids);
  while (g_hash_table_iter_next (&iterator, &id, &with))
    {
      GError *read_error = NULL;
      gpointer plan = kl_plan_query_plan (query, id, GPOINTER_TO_INT (with), &read_error);

      if (!take_record (self, plan, read_error, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iterator, self->subject_ids);
  while (g_hash_table_iter_next (&iterator, &id, &with))
    {
      GError *read_error = NULL;
      gpointer subject = kl_plan_query_subject (query, id, GPOINTER_TO_INT (with), &read_error);

      if (!take_record (self, subject, read_error, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_names (KlRefresh   *self,
            KlDatabase  *database,
            GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  self->undo_name = kl_journal_dup_name (database, FALSE, &local_error);
  if (local_error == NULL)
    self->redo_name = kl_journal_dup_name (database, TRUE, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return kl_journal_get_revision (database, &self->revision, error);
}

static void
ask_preload (KlRefresh *self)
{
  KlRecord *wanted = NULL;

  for (guint i = 0; self->preload && i < self->plans->len; i++)
    {
      KlRecord *plan = g_ptr_array_index (self->plans, i);

      if (wanted == NULL || g_strcmp0 (kl_record_get_id (plan), self->preload_id) == 0)
        wanted = plan;
    }

  if (wanted != NULL)
    kl_refresh_ask_plan (self, kl_record_get_id (wanted), FALSE);
}

/**
 * kl_refresh_read:
 * @self: a reading that says what it asks for
 * @database: a connection
 * @tables: all tables
 * @error: where to put an error
 *
 * Returns: whether everything was read, and all of one moment
 */
gboolean
kl_refresh_read (KlRefresh   *self,
                 KlDatabase  *database,
                 KlTables    *tables,
                 GError     **error)
{
  g_autoptr(KlPlanQuery) query = kl_plan_query_new (database, tables);
  gboolean success;

  if (!kl_database_execute (database, "BEGIN", error))
    return FALSE;

  self->plans = kl_plan_query_plans (query, error);
  if (self->plans != NULL)
    ask_preload (self);
  success = self->plans != NULL && read_records (self, query, error) && read_names (self, database, error);
  self->n_damaged = kl_plan_query_get_n_damaged (query);

  /* Only read, so there is nothing to keep. */
  kl_database_rollback (database);
  return success;
}
