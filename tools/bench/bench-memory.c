/* bench-memory.c: the memory of “klearn import” at its peak, against that of a program that only parses the document */

#include "config.h"

#include "bench-areas.h"

#include <string.h>

#include "bench-folder.h"
#include "bench-text.h"

#define BAR 2.0

enum
{
  N_TOPICS = 10000,
  N_POINTS = 60000,
  N_ROUNDS = 1,
};

typedef struct
{
  char *peak;
  char *program;
  char *parser;
  char *document;
  char *library;
} Comparing;

static gboolean
run (Comparing   *self,
     const char **command,
     gint64      *kilobytes,
     GError     **error)
{
  g_autoptr(GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, error);
  g_autofree char *output = NULL;

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, error)
      || !g_subprocess_wait_check (process, NULL, error))
    return FALSE;

  *kilobytes = g_ascii_strtoll (output, NULL, 10);
  return TRUE;
}

/* Into a new library. */
static gboolean
import_ours (gpointer   data,
             gint64    *kilobytes,
             GError   **error)
{
  Comparing *self = data;
  const char *command[] = { self->peak, self->program, "import", self->document, "--library", self->library, NULL };
  gboolean success = run (self, command, kilobytes, error);

  bench_folder_remove_library (self->library);
  return success;
}

static gboolean
parse (gpointer   data,
       gint64    *kilobytes,
       GError   **error)
{
  Comparing *self = data;
  const char *command[] = { self->peak, self->parser, self->document, NULL };

  return run (self, command, kilobytes, error);
}

static gboolean
compare (BenchContext  *context,
         const char    *name,
         const char    *text,
         GError       **error)
{
  g_autofree char *here = g_path_get_dirname (context->bench);
  g_autofree char *peak = g_build_filename (here, "klearn-bench-peak", NULL);
  g_autofree char *program = g_build_filename (here, "..", "..", "src", "klearn", NULL);
  g_autofree char *parser = g_build_filename (here, "klearn-bench-parse", NULL);
  g_autofree char *document = bench_context_dup_path (context, "memory.md");
  g_autofree char *library = bench_context_dup_path (context, "memory.db");
  Comparing comparing = { peak, program, parser, document, library };

  return g_file_set_contents (document, text, -1, error)
         && bench_report_compare_memory (context->report, name, N_ROUNDS, BAR, import_ours, parse, &comparing, error);
}

static gboolean
compare_plan (BenchContext  *context,
              const char    *name,
              gsize          n_bytes,
              GError       **error)
{
  g_autofree char *text = bench_text_new_plan (n_bytes);

  return compare (context, name, text, error);
}

/**
 * bench_memory:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether memory could be measured
 */
gboolean
bench_memory (BenchContext  *context,
              GError       **error)
{
  g_autofree char *topics = bench_text_new_outline (N_TOPICS);
  g_autofree char *points = bench_text_new_points (N_POINTS);

  return compare (context, "memory to import 10,000 topics without attempts", topics, error)
         && compare (context, "memory to import a topic of 60,000 points", points, error)
         && compare_plan (context, "memory to import Markdown of 10 MB", 10 * 1000 * 1000, error)
         && compare_plan (context, "memory to import Markdown of 50 MB", 50 * 1000 * 1000, error);
}
