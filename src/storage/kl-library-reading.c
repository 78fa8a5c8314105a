/* kl-library-reading.c: what is read from the library apart from the models */

#include "config.h"

#include <glib/gi18n.h>

#include "kl-action-query.h"
#include "kl-document-query.h"
#include "kl-file-state-query.h"
#include "kl-journal.h"
#include "kl-library-private.h"
#include "kl-plan-query.h"
#include "kl-search.h"
#include "kl-storage-error.h"

/* A whole plan as it was in one moment. */
typedef struct
{
  KlPlan *plan;
  KlDocument *document;
  gint64 revision;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->plan);
  g_clear_object (&reading->document);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gboolean
read_in_transaction (Reading     *reading,
                     KlDatabase  *database,
                     KlTables    *tables,
                     const char  *plan_id,
                     gboolean     with_record,
                     GError     **error)
{
  g_autoptr(KlPlanQuery) query = kl_plan_query_new (database, tables);
  g_autoptr(GPtrArray) documents = NULL;

  reading->plan = kl_plan_query_whole_plan (query, plan_id, with_record, error);
  if (reading->plan == NULL)
    return FALSE;

  documents = kl_plan_query_owned (query, KL_TYPE_DOCUMENT, plan_id, error);
  if (documents == NULL)
    return FALSE;

  if (documents->len > 0)
    reading->document = g_object_ref (g_ptr_array_index (documents, documents->len - 1));
  if (reading->document != NULL && !kl_file_state_query_attach (query, reading->document, error))
    return FALSE;
  return kl_journal_get_revision (database, &reading->revision, error);
}

static gpointer
read_plan_job (KlWorker  *worker,
               gpointer   data,
               GError   **error)
{
  KlJob *job = data;
  KlDatabase *database = kl_worker_get_database (worker);
  g_autoptr(Reading) reading = g_new0 (Reading, 1);
  gboolean success;

  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  success = read_in_transaction (reading, database, job->tables, job->id, job->number != 0, error);
  kl_database_rollback (database);
  return success ? g_steal_pointer (&reading) : NULL;
}

static const KlWork read_plan_work = { read_plan_job, kl_job_free, reading_free, FALSE };

static void
read_plan (KlLibrary  *self,
           const char *plan_id,
           gboolean    with_record,
           GTask      *call)
{
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (plan_id);
  job->number = with_record;
  kl_call_run (call, kl_library_get_reader (self), &read_plan_work, job);
}

/**
 * kl_library_read_plan_async:
 * @self: an open library
 * @plan_id: a plan's id
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a plan with everything that belongs to it, apart from the models.
 */
void
kl_library_read_plan_async (KlLibrary           *self,
                            const char          *plan_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  read_plan (self, plan_id, TRUE,
             kl_call_new (self, kl_library_read_plan_async, cancellable, callback, user_data));
}

/**
 * kl_library_read_outline_async:
 * @self: an open library
 * @plan_id: a plan's id
 * @cancellable: (nullable): stops it
 * @callback: called when it is read; it calls kl_library_read_plan_finish()
 * @user_data: for @callback
 *
 * Reads a plan with all that there is to learn and how it stands, but without attempts and study sessions: of a plan
 * that was learned for years, those are nearly everything.
 */
void
kl_library_read_outline_async (KlLibrary           *self,
                               const char          *plan_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  read_plan (self, plan_id, FALSE,
             kl_call_new (self, kl_library_read_outline_async, cancellable, callback, user_data));
}

/**
 * kl_library_read_plan_finish:
 * @self: a library
 * @result: what the callback was given
 * @document: (out) (optional) (nullable) (transfer full): the file that it was imported from last
 * @revision: (out) (optional): the revision that all this is of, for kl_library_apply_async()
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the plan, detached
 */
KlPlan *
kl_library_read_plan_finish (KlLibrary     *self,
                             GAsyncResult  *result,
                             KlDocument   **document,
                             gint64        *revision,
                             GError       **error)
{
  g_autoptr(Reading) reading = kl_call_finish (self, result, error);

  if (reading == NULL)
    return NULL;

  if (document != NULL)
    *document = g_steal_pointer (&reading->document);
  if (revision != NULL)
    *revision = reading->revision;
  return g_steal_pointer (&reading->plan);
}

static gboolean
check_id (KlDatabase         *database,
          KlTables           *tables,
          const KlOperation  *operation,
          GError            **error)
{
  const KlTable *table = kl_tables_lookup (tables, operation->type);
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", table->name);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  kl_database_bind_text (database, statement, 1, operation->id);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID,
               /* Translators: %1$s is a kind of record, such as “point”, %2$s its id. */
               _("The %1$s %2$s is in another plan of the library already. Nothing was changed; give it a new id, or "
                 "delete that plan first."),
               table->name, operation->id);
  return FALSE;
}

static gpointer
check_new_job (KlWorker  *worker,
               gpointer   data,
               GError   **error)
{
  KlJob *job = data;
  KlChange *change = KL_CHANGE (job->object);

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      /* A draft outlives its subject, and is there again with it. */
      if (operation->kind == KL_OPERATION_INSERT && operation->type != KL_TYPE_DRAFT
          && !check_id (kl_worker_get_database (worker), job->tables, operation, error))
        return NULL;
    }
  return KL_CALL_DONE;
}

static const KlWork check_new_work = { check_new_job, kl_job_free, NULL, FALSE };

/**
 * kl_library_check_new_async:
 * @self: an open library
 * @change: what may be done; it must not change any more
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks whether the library has what @change would insert, in another plan.
 */
void
kl_library_check_new_async (KlLibrary           *self,
                            KlChange            *change,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->object = g_object_ref (G_OBJECT (change));
  kl_call_run (kl_call_new (self, kl_library_check_new_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &check_new_work, job);
}

/**
 * kl_library_check_new_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, which names the first that is not new
 *
 * Returns: whether all of it is new
 */
gboolean
kl_library_check_new_finish (KlLibrary     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return kl_call_finish (self, result, error) != NULL;
}

static gpointer
find_plan_job (KlWorker  *worker,
               gpointer   data,
               GError   **error)
{
  KlJob *job = data;
  char *plan_id;

  if (!kl_document_query_plan (kl_worker_get_database (worker), job->id, job->text, &plan_id, error))
    return NULL;
  return plan_id != NULL ? plan_id : g_strdup ("");
}

static const KlWork find_plan_work = { find_plan_job, kl_job_free, g_free, FALSE };

/**
 * kl_library_find_plan_async:
 * @self: an open library
 * @path: a file
 * @title: (nullable): the title of the plan that counts if several were imported from it
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Finds the plan that was imported from a file, whatever it is called by now.
 */
void
kl_library_find_plan_async (KlLibrary           *self,
                            const char          *path,
                            const char          *title,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (path);
  job->text = g_strdup (title);
  kl_call_run (kl_call_new (self, kl_library_find_plan_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &find_plan_work, job);
}

/**
 * kl_library_find_plan_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the plan's id, "" if there is none; %NULL for an error
 */
char *
kl_library_find_plan_finish (KlLibrary     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return kl_call_finish (self, result, error);
}

static gpointer
search_job (KlWorker  *worker,
            gpointer   data,
            GError   **error)
{
  KlJob *job = data;

  return kl_search_run (kl_worker_get_database (worker), job->id, job->text, (guint) job->number, error);
}

static const KlWork search_work = { search_job, kl_job_free, g_object_unref, FALSE };

/**
 * kl_library_search_async:
 * @self: an open library
 * @plan_id: (nullable): the plan to search, %NULL for all
 * @words: what a person typed; the last word may be unfinished
 * @limit: how many hits at the most
 * @cancellable: (nullable): stops it, as when more is typed
 * @callback: called with the hits
 * @user_data: for @callback
 */
void
kl_library_search_async (KlLibrary           *self,
                         const char          *plan_id,
                         const char          *words,
                         guint                limit,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (plan_id);
  job->text = g_strdup (words);
  job->number = limit;
  kl_call_run (kl_call_new (self, kl_library_search_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &search_work, job);
}

/**
 * kl_library_search_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a list model of #KlSearchHit, the best first
 */
GListModel *
kl_library_search_finish (KlLibrary     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return kl_call_finish (self, result, error);
}

static gpointer
actions_job (KlWorker  *worker,
             gpointer   data,
             GError   **error)
{
  KlJob *job = data;

  return kl_action_query_run (kl_worker_get_database (worker), job->id, error);
}

static const KlWork actions_work = { actions_job, kl_job_free, g_object_unref, FALSE };

/**
 * kl_library_load_actions_async:
 * @self: an open library
 * @plan: a plan
 * @cancellable: (nullable): stops it
 * @callback: called with the action items
 * @user_data: for @callback
 *
 * Reads what the attempts of a plan brought up to be done, and is not done yet.
 */
void
kl_library_load_actions_async (KlLibrary           *self,
                               KlPlan              *plan,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (kl_record_get_id (KL_RECORD (plan)));
  kl_call_run (kl_call_new (self, kl_library_load_actions_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &actions_work, job);
}

/**
 * kl_library_load_actions_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a list model of #KlActionItem as of now, those of the latest attempts first
 */
GListModel *
kl_library_load_actions_finish (KlLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return kl_call_finish (self, result, error);
}
