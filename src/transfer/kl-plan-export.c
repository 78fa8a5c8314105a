/* kl-plan-export.c: a plan out of the library as a document, for the window and the command alike
 *
 * Writing it happens in a worker, so that a window stays alive over a plan of any size.
 */

#include "config.h"

#include "kl-plan-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kl-csv-writer.h"
#include "exchange/kl-document-file.h"
#include "exchange/kl-json-plan-writer.h"
#include "exchange/kl-markdown-writer.h"
#include "storage/kl-same-file.h"

#include "kl-step.h"

typedef GBytes *(*WriteFunc) (KlPlan      *plan,
                              KlDocument  *document,
                              GError     **error);

/* One name for each form that a plan can be written in, which is the ending of its files too. */
static const char *const names[] = { "md", "csv", "json", NULL };

static const WriteFunc writers[] = { kl_markdown_writer_write, kl_csv_writer_write, kl_json_plan_writer_write };

typedef struct
{
  KlPlan *plan;
  KlDocument *document;
  KlEditedPlan *edited; /* instead of them, for Markdown, if that is enough */
  char *plan_id;
  guint format;
  char *path;
  char *library_path;
} Job;

static void
job_clear_plan (Job *job)
{
  g_clear_object (&job->plan);
  g_clear_object (&job->document);
  g_clear_pointer (&job->edited, kl_edited_plan_free);
}

static void
job_free (Job *job)
{
  job_clear_plan (job);
  g_free (job->plan_id);
  g_free (job->path);
  g_free (job->library_path);
  g_free (job);
}

/**
 * kl_plan_export_get_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the forms that a plan can be written in
 */
const char *const *
kl_plan_export_get_formats (void)
{
  return names;
}

/**
 * kl_plan_export_find_format:
 * @name: such as “md”, in whatever case
 * @format: (out): which one it is
 *
 * Returns: whether there is one of that name
 */
gboolean
kl_plan_export_find_format (const char *name,
                            guint      *format)
{
  for (*format = 0; names[*format] != NULL; (*format)++)
    if (g_ascii_strcasecmp (name, names[*format]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * kl_plan_export_parse_path:
 * @path: the file that a plan shall be written to
 * @format: (out): the form that its ending asks for
 * @error: return location for an error
 *
 * Returns: whether its ending asks for one
 */
gboolean
kl_plan_export_parse_path (const char  *path,
                           guint       *format,
                           GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  g_autofree char *shown = NULL;

  if (dot != NULL && kl_plan_export_find_format (dot + 1, format))
    return TRUE;

  shown = g_filename_display_name (name);
  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE,
               _("“%s” does not say in which form: let its name end in .md, .csv or .json."), shown);
  return FALSE;
}

/* The library itself is the one file that nobody means. */
static gboolean
may_write (Job     *job,
           GError **error)
{
  if (!kl_same_file (job->path, job->library_path))
    return TRUE;

  g_set_error_literal (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE,
                       _("This file is the library itself: name another one for the document."));
  return FALSE;
}

static GBytes *
dup_text (KlDocument *document)
{
  const char *text = kl_document_get_text (document);

  return g_bytes_new (text, strlen (text));
}

/* A plan that is just what its document was read as is written as that document. */
static GBytes *
write_edited (KlEditedPlan  *edited,
              GError       **error)
{
  return edited->plan != NULL
           ? kl_markdown_writer_write_edited (edited->plan, edited->document, edited->edited, error)
           : dup_text (edited->document);
}

static void
write_thread (GTask        *step,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = job->edited != NULL ? write_edited (job->edited, &error)
                                                : writers[job->format] (job->plan, job->document, &error);

  if (bytes == NULL
      || (job->path != NULL && (!may_write (job, &error) || !kl_document_file_save (job->path, bytes, &error))))
    {
      g_task_return_error (step, error);
      return;
    }

  /* A window would stand still while a hundred thousand records are let go of. */
  job_clear_plan (job);
  g_task_return_pointer (step, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

static void read_plan (GTask *task);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL)
    {
      g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
    }
  else if (job->edited != NULL && g_error_matches (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_IN_DOCUMENT))
    {
      g_clear_pointer (&job->edited, kl_edited_plan_free);
      read_plan (task);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->plan = kl_library_read_plan_finish (KL_LIBRARY (object), result, &job->document, NULL, &error);
  if (job->plan == NULL)
    g_task_return_error (task, error);
  else
    kl_step_run (task, write_thread, written_cb);
}

static void
read_plan (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  kl_library_read_plan_async (g_task_get_source_object (task), job->plan_id, g_task_get_cancellable (task), read_cb,
                              g_object_ref (task));
}

static void
read_edited_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->edited = kl_library_read_edited_finish (KL_LIBRARY (object), result, &error);
  if (job->edited == NULL)
    g_task_return_error (task, error);
  else
    kl_step_run (task, write_thread, written_cb);
}

/**
 * kl_plan_export_async:
 * @library: a library, open
 * @plan_id: the id of a plan of it
 * @format: a form, as found by kl_plan_export_find_format()
 * @path: (nullable): the file to write it to; another file of that name is replaced
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Writes the plan as it is in the library.
 */
void
kl_plan_export_async (KlLibrary           *library,
                      const char          *plan_id,
                      guint                format,
                      const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan_id = g_strdup (plan_id);
  job->format = format;
  job->path = g_strdup (path);
  job->library_path = g_strdup (kl_library_get_path (library));
  g_task_set_source_tag (task, kl_plan_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  if (writers[format] == kl_markdown_writer_write)
    kl_library_read_edited_async (library, plan_id, cancellable, read_edited_cb, g_object_ref (task));
  else
    read_plan (task);
}

/**
 * kl_plan_export_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was written
 */
GBytes *
kl_plan_export_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
