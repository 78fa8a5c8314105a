/* bench-reimport.c: a document imported again with one changed line, against its parse by cmark */

#include "config.h"

#include "bench-areas.h"

#include <cmark-gfm.h>
#include <string.h>

#include "bench-library.h"
#include "bench-text.h"
#include "cli/kl-await.h"
#include "transfer/kl-importer.h"

#define BAR 3.0
#define PATH "/plans/plan.md"

enum
{
  N_TOPICS = 10000,
  N_ROUNDS = 9,
};

typedef struct
{
  KlLibrary *library;
  char *text;
  char *line; /* in text: where the line is that changes */
} Reimporting;

static gboolean
import (Reimporting *self,
        GError     **error)
{
  g_autoptr(KlImporter) importer = kl_importer_new (self->library);
  g_autoptr(GBytes) bytes = g_bytes_new_static (self->text, strlen (self->text));
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) done = NULL;

  kl_importer_read_bytes_async (importer, bytes, PATH, NULL, NULL, NULL, NULL, kl_await_cb, &read);
  preview = kl_importer_read_finish (importer, kl_await (&read), error);
  if (preview == NULL)
    return FALSE;

  kl_importer_apply_async (importer, preview, NULL, kl_await_cb, &done);
  applied = kl_importer_apply_finish (importer, kl_await (&done), error);
  return applied != NULL;
}

/* Another letter in the middle of one line, each time. */
static gboolean
import_again (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Reimporting *self = data;
  gint64 begin;

  *self->line = *self->line == 'z' ? 'a' : (char) (*self->line + 1);
  begin = g_get_monotonic_time ();
  if (!import (self, error))
    return FALSE;

  *microseconds = g_get_monotonic_time () - begin;
  return TRUE;
}

static gboolean
parse (gpointer   data,
       gint64    *microseconds,
       GError   **error)
{
  Reimporting *self = data;
  gint64 begin = g_get_monotonic_time ();
  cmark_node *document = cmark_parse_document (self->text, strlen (self->text), CMARK_OPT_DEFAULT);

  *microseconds = g_get_monotonic_time () - begin;
  cmark_node_free (document);
  return TRUE;
}

/**
 * bench_reimport:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether importing again could be measured
 */
gboolean
bench_reimport (BenchContext  *context,
                GError       **error)
{
  g_autofree char *path = bench_context_dup_path (context, "reimport.db");
  g_autofree char *text = bench_text_new_topics (N_TOPICS);
  Reimporting self = { bench_library_open (path, error), text, NULL };
  gboolean success = FALSE;

  if (self.library == NULL)
    return FALSE;

  self.line = strstr (text, "### Topic 5000\n");
  self.line = strstr (self.line, "\n- ") + strlen ("\n- ");
  if (import (&self, error))
    success = bench_report_compare (context->report, "import again, one changed line, 10,000 topics", N_ROUNDS, BAR,
                                    import_again, parse, &self, error);
  bench_library_close (self.library);
  return success;
}
