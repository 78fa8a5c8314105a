/* bench-reimport.c: a document imported again with one changed line, against its parse by cmark */

#include "config.h"

#include "bench-areas.h"

#include <cmark-gfm.h>
#include <string.h>

#include "bench-library.h"
#include "bench-text.h"

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
  g_autoptr(GBytes) bytes = g_bytes_new_static (self->text, strlen (self->text));

  return bench_library_import (self->library, bytes, PATH, error);
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
