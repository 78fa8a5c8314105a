/* bench-export.c: exporting a plan as Markdown, against the import of the same document */

#include "config.h"

#include "bench-areas.h"

#include <string.h>

#include "bench-folder.h"
#include "bench-library.h"
#include "bench-text.h"
#include "cli/kl-await.h"
#include "transfer/kl-plan-export.h"

#define BAR 0.5

/* A plan that is as it was imported is written otherwise than one in which something was done since. */
static const struct
{
  const char *name;
  gsize n_bytes;
  guint n_rounds;
  gboolean is_edited;
} sizes[] = {
  { "export Markdown of 1 MB, against its import", 1000 * 1000, 5, FALSE },
  { "export it after a change, against its import", 1000 * 1000, 5, TRUE },
  { "export Markdown of 10 MB, against its import", 10 * 1000 * 1000, 3, FALSE },
  { "export it after a change, against its import", 10 * 1000 * 1000, 3, TRUE },
};

typedef struct
{
  KlLibrary *library; /* with the document in it */
  GBytes *document;
  gboolean is_edited;
  char *import_path;
  char *export_path;
} Exporting;

static gboolean
export_ours (gpointer   data,
             gint64    *microseconds,
             GError   **error)
{
  Exporting *self = data;
  g_autoptr(KlPlan) plan = g_list_model_get_item (kl_library_get_plans (self->library), 0);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) written = NULL;
  gint64 begin = g_get_monotonic_time ();
  guint format;

  if (!kl_plan_export_find_format ("md", &format))
    return FALSE;

  kl_plan_export_async (self->library, kl_record_get_id (KL_RECORD (plan)), format, self->export_path, NULL,
                        kl_await_cb, &result);
  written = kl_plan_export_finish (kl_await (&result), error);
  *microseconds = g_get_monotonic_time () - begin;
  if (written == NULL || g_bytes_equal (written, self->document) != self->is_edited)
    return written != NULL;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "what was exported is not what the plan holds");
  return FALSE;
}

static gboolean
edit (KlLibrary  *library,
      GError    **error)
{
  g_autoptr(KlPlan) plan = bench_library_load (library, error);
  g_autoptr(KlRecord) subject = NULL;
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Topic");
  g_autoptr(GAsyncResult) result = NULL;

  if (plan == NULL)
    return FALSE;

  subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  kl_change_set_string (change, subject, "title", "Another topic");
  kl_library_apply_async (library, change, -1, NULL, kl_await_cb, &result);
  return kl_library_apply_finish (library, kl_await (&result), error);
}

static gboolean
import (gpointer   data,
        gint64    *microseconds,
        GError   **error)
{
  Exporting *self = data;
  KlLibrary *library = bench_library_open (self->import_path, error);
  gint64 begin = g_get_monotonic_time ();
  gboolean success;

  if (library == NULL)
    return FALSE;

  success = bench_library_import (library, self->document, "plan.md", error);
  *microseconds = g_get_monotonic_time () - begin;
  bench_library_close (library);
  bench_folder_remove_library (self->import_path);
  return success;
}

static gboolean
compare (BenchContext  *context,
         guint          index,
         GError       **error)
{
  g_autofree char *text = bench_text_new_plan (sizes[index].n_bytes);
  g_autoptr(GBytes) document = g_bytes_new (text, strlen (text));
  g_autofree char *path = bench_context_dup_path (context, "exported.db");
  g_autofree char *import_path = bench_context_dup_path (context, "imported.db");
  g_autofree char *export_path = bench_context_dup_path (context, "exported.md");
  Exporting exporting = { bench_library_open (path, error), document, sizes[index].is_edited, import_path,
                         export_path };
  gboolean success;

  if (exporting.library == NULL)
    return FALSE;

  success = bench_library_import (exporting.library, document, "plan.md", error)
            && (!exporting.is_edited || edit (exporting.library, error))
            && bench_report_compare (context->report, sizes[index].name, sizes[index].n_rounds, BAR, export_ours,
                                     import, &exporting, error);
  bench_library_close (exporting.library);
  bench_folder_remove_library (path);
  return success;
}

/**
 * bench_export:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether exporting could be measured
 */
gboolean
bench_export (BenchContext  *context,
              GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (!compare (context, i, error))
      return FALSE;

  return TRUE;
}
