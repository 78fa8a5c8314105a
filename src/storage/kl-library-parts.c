/* kl-library-parts.c: documents, and the parts of their plans that an import or an export is about */

#include "config.h"

#include "kl-edited-query.h"
#include "kl-journal.h"
#include "kl-known-document-query.h"
#include "kl-library-private.h"
#include "kl-plan-part-query.h"

typedef struct
{
  KlPlan *plan;
  gint64 revision;
  guint n_records;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_clear_object (&part->plan);
  g_free (part);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)

static gpointer
find_document_job (KlWorker  *worker,
                   gpointer   data,
                   GError   **error)
{
  KlJob *job = data;

  return kl_known_document_query_find (kl_worker_get_database (worker), job->tables, job->text, error);
}

static const KlWork find_document_work = { find_document_job, kl_job_free, g_object_unref, FALSE };

/**
 * kl_library_find_document_async:
 * @self: an open library
 * @path: a file
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Finds what a file held when a plan was imported from it last.
 */
void
kl_library_find_document_async (KlLibrary           *self,
                                const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->text = g_strdup (path);
  kl_call_run (kl_call_new (self, kl_library_find_document_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &find_document_work, job);
}

/**
 * kl_library_find_document_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: %KL_STORAGE_ERROR_NOT_FOUND where no plan was imported from the file, or several were
 *
 * Returns: (transfer full) (nullable): the document, which the plan owns
 */
KlDocument *
kl_library_find_document_finish (KlLibrary     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return kl_call_finish (self, result, error);
}

static gpointer
read_edited_job (KlWorker  *worker,
                 gpointer   data,
                 GError   **error)
{
  KlJob *job = data;
  KlDatabase *database = kl_worker_get_database (worker);
  KlEditedPlan *edited;

  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  edited = kl_edited_query_run (database, job->tables, job->id, error);
  kl_database_rollback (database);
  return edited;
}

static const KlWork read_edited_work = { read_edited_job, kl_job_free, kl_edited_plan_free, FALSE };

/**
 * kl_library_read_edited_async:
 * @self: an open library
 * @plan_id: a plan's id
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a plan to write it into its document, apart from the models: what is still as the document was read is not read
 * again.
 */
void
kl_library_read_edited_async (KlLibrary           *self,
                              const char          *plan_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->id = g_strdup (plan_id);
  kl_call_run (kl_call_new (self, kl_library_read_edited_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &read_edited_work, job);
}

/**
 * kl_library_read_edited_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): what has to be known of the plan
 */
KlEditedPlan *
kl_library_read_edited_finish (KlLibrary     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return kl_call_finish (self, result, error);
}

static gboolean
read_in_transaction (Part        *part,
                     KlDatabase  *database,
                     KlJob       *job,
                     GError     **error)
{
  KlDocument *document = KL_DOCUMENT (job->object);
  const char *plan_id = kl_record_get_owner (KL_RECORD (document));

  if (!kl_known_document_query_check (database, document, error))
    return FALSE;
  part->plan = kl_plan_part_query_run (database, job->tables, plan_id, job->text, &part->n_records, error);
  return part->plan != NULL && kl_journal_get_revision (database, &part->revision, error);
}

static gpointer
read_part_job (KlWorker  *worker,
               gpointer   data,
               GError   **error)
{
  KlDatabase *database = kl_worker_get_database (worker);
  g_autoptr(Part) part = g_new0 (Part, 1);
  gboolean success;

  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  success = read_in_transaction (part, database, data, error);
  kl_database_rollback (database);
  return success ? g_steal_pointer (&part) : NULL;
}

static const KlWork read_part_work = { read_part_job, kl_job_free, part_free, FALSE };

/**
 * kl_library_read_part_async:
 * @self: an open library
 * @document: what a plan of it was imported from last
 * @sources: keys of subjects, a blank between them
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads the plan of a document, and of its subjects only some, apart from the models.
 */
void
kl_library_read_part_async (KlLibrary           *self,
                            KlDocument          *document,
                            const char          *sources,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  KlJob *job = kl_job_new (self);

  job->object = g_object_ref (G_OBJECT (document));
  job->text = g_strdup (sources);
  kl_call_run (kl_call_new (self, kl_library_read_part_async, cancellable, callback, user_data),
               kl_library_get_reader (self), &read_part_work, job);
}

/**
 * kl_library_read_part_finish:
 * @self: a library
 * @result: what the callback was given
 * @revision: (out): the revision that all this is of, for kl_library_apply_async()
 * @n_records: (out): how many records the whole plan has
 * @error: %KL_STORAGE_ERROR_STALE where the plan has another document by now, among others
 *
 * Returns: (transfer full) (nullable): the plan, detached, with the subjects that were asked for and are there
 */
KlPlan *
kl_library_read_part_finish (KlLibrary     *self,
                             GAsyncResult  *result,
                             gint64        *revision,
                             guint         *n_records,
                             GError       **error)
{
  g_autoptr(Part) part = kl_call_finish (self, result, error);

  if (part == NULL)
    return NULL;

  *revision = part->revision;
  *n_records = part->n_records;
  return g_steal_pointer (&part->plan);
}
