/* klearn-bench.c: how long KLearn takes, against the least that the same work takes
 *
 * klearn-bench [storage] [import] [reimport] [export] [undo] [memory] [search] [coach] [reading] [chart] [insights]
 *              [report] [window]
 *
 * Without an area it measures all of them; the reading is a part of the coach. Everything lies in a folder that is
 * removed at the end. The exit status is 0 where every bar holds, 1 where one does not or something failed, 2 for an
 * unknown area.
 */

#include "config.h"

#include <locale.h>

#include "bench-areas.h"
#include "bench-folder.h"
#include "bench-library.h"

typedef gboolean (*AreaFunc) (BenchContext *, GError **);

static const struct
{
  const char *name;
  AreaFunc func;
  const char *whole; /* the area that this one is a part of */
} areas[] = {
  { "storage", bench_storage, NULL },
  { "import", bench_import, NULL },
  { "reimport", bench_reimport, NULL },
  { "export", bench_export, NULL },
  { "undo", bench_undo, NULL },
  { "memory", bench_memory, NULL },
  { "search", bench_search, NULL },
  { "coach", bench_coach, NULL },
  { "reading", bench_reading, "coach" },
  { "reading", bench_reading_speed, "coach" },
  { "chart", bench_chart, NULL },
  { "insights", bench_insights, NULL },
  { "report", bench_pages, NULL },
  { "window", bench_window, NULL },
};

/**
 * bench_context_dup_path:
 * @self: the measurement
 * @name: a file's name
 *
 * Returns: (transfer full): where it lies in the folder of the measurement
 */
char *
bench_context_dup_path (BenchContext *self,
                        const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/**
 * bench_context_dup_large:
 * @self: the measurement
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): a large library, made when it is first asked for
 */
char *
bench_context_dup_large (BenchContext  *self,
                         GError       **error)
{
  g_autofree char *path = bench_context_dup_path (self, "large.db");

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !bench_library_fill (path, BENCH_N_TOPICS, BENCH_N_ATTEMPTS, error))
    return NULL;

  return g_steal_pointer (&path);
}

static gboolean
is_area (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_str_equal (areas[i].name, name))
      return TRUE;

  return FALSE;
}

static gboolean
is_wanted (const char *const *names,
           guint              i)
{
  return names[0] == NULL || g_strv_contains (names, areas[i].name)
         || (areas[i].whole != NULL && g_strv_contains (names, areas[i].whole));
}

static gboolean
run_areas (BenchContext        *context,
           const char *const   *names,
           GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (is_wanted (names, i) && !areas[i].func (context, error))
      return FALSE;

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(BenchReport) report = bench_report_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *bench = g_canonicalize_filename (argv[0], NULL);
  g_autofree char *folder = NULL;
  BenchContext context = { report, NULL, bench };
  gboolean success;

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    if (!is_area (argv[i]))
      {
        g_printerr ("klearn-bench: there is no area “%s”: choose from storage, import, reimport, export, undo, memory, "
                    "search, coach, reading, chart, insights, report, window\n",
                    argv[i]);
        return 2;
      }

  folder = g_dir_make_tmp ("klearn-bench-XXXXXX", &error);
  if (folder == NULL)
    {
      g_printerr ("klearn-bench: %s\n", error->message);
      return 1;
    }

  context.folder = folder;
  success = run_areas (&context, (const char *const *) (gpointer) (argv + 1), &error);
  if (!success)
    g_printerr ("klearn-bench: %s\n", error->message);
  bench_folder_remove (folder);
  return success && bench_report_is_all_ok (report) ? 0 : 1;
}
