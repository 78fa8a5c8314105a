/* bench-window.c: the first frame that shows the topics of a large library, against that of an empty window
 *
 * Both need a display. Unless this runs on one of its own already, it runs itself again on one.
 */

#include "config.h"

#include "bench-areas.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "bench-library.h"

#define BAR 1.5
#define FIRST_TOPIC "Topic 00001"

enum
{
  N_ROUNDS = 11,
};

typedef struct
{
  char *home;
  char *program;
  char *empty_program;
  char *module;
  char *schemas;
} Showing;

static gboolean
show (Showing     *self,
      const char  *program,
      const char  *label,
      gint64      *microseconds,
      GError     **error)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_autofree char *begin = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", self->module, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_SCHEMA_DIR", self->schemas, TRUE);
  g_subprocess_launcher_setenv (launcher, "KLEARN_BENCH_BEGIN", begin, TRUE);
  if (label != NULL)
    g_subprocess_launcher_setenv (launcher, "KLEARN_BENCH_LABEL", label, TRUE);

  process = g_subprocess_launcher_spawn (launcher, error, program, NULL);
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, error))
    return FALSE;

  *microseconds = g_ascii_strtoll (output, NULL, 10);
  if (*microseconds > 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s ended before it had shown its window", program);
  return FALSE;
}

static gboolean
show_ours (gpointer   data,
           gint64    *microseconds,
           GError   **error)
{
  Showing *self = data;

  return show (self, self->program, FIRST_TOPIC, microseconds, error);
}

static gboolean
show_empty (gpointer   data,
            gint64    *microseconds,
            GError   **error)
{
  Showing *self = data;

  return show (self, self->empty_program, NULL, microseconds, error);
}

static gboolean
compare (BenchContext  *context,
         GError       **error)
{
  g_autofree char *home = bench_context_dup_path (context, "home");
  g_autofree char *folder = g_build_filename (home, "klearn", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *large = bench_context_dup_large (context, error);
  g_autofree char *here = g_path_get_dirname (context->bench);
  g_autofree char *program = g_build_filename (here, "..", "..", "src", "klearn", NULL);
  g_autofree char *empty_program = g_build_filename (here, "klearn-bench-empty-window", NULL);
  g_autofree char *module = g_build_filename (here, "libklearn-bench-first-frame.so", NULL);
  g_autofree char *schemas = g_build_filename (here, "..", "..", "data", NULL);
  Showing showing = { home, program, empty_program, module, schemas };

  if (large == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_rename (large, path) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return FALSE;
    }

  return bench_report_compare (context->report, "first frame, 5,000 topics, 100,000 attempts", N_ROUNDS, BAR, show_ours,
                               show_empty, &showing, error);
}

/* The rows are printed there; here only whether they hold their bar is known. */
static gboolean
run_on_display (BenchContext  *context,
                GError       **error)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *with_display = g_build_filename (BENCH_SOURCE_DIR, "tests", "ui", "uidrive", "with-display", NULL);
  g_autoptr(GSubprocess) process = NULL;

  g_subprocess_launcher_setenv (launcher, "KLEARN_BENCH_ON_DISPLAY", "1", TRUE);
  process = g_subprocess_launcher_spawn (launcher, error, with_display, context->bench, "window", NULL);
  if (process == NULL || !g_subprocess_wait (process, NULL, error))
    return FALSE;

  if (!g_subprocess_get_if_exited (process) || g_subprocess_get_exit_status (process) != 0)
    bench_report_add_failure (context->report);
  return TRUE;
}

/**
 * bench_window:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether the window could be measured
 */
gboolean
bench_window (BenchContext  *context,
              GError       **error)
{
  return g_getenv ("KLEARN_BENCH_ON_DISPLAY") != NULL ? compare (context, error) : run_on_display (context, error);
}
