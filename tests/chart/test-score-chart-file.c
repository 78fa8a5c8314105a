/* test-score-chart-file.c: pictures of a score history */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "chart-fixture.h"
#include "chart/kl-score-chart-file.h"

typedef struct
{
  char *folder;
  KlScoreSeries *series;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();

  fixture_add (attempts, 1, "2025-10-10", 75, 85, FALSE);
  fixture_add (attempts, 2, "2025-10-10", 98, 98, FALSE);
  fixture->series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  fixture->folder = g_dir_make_tmp ("klearn-chart-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static guint
empty_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
      n_files++;
    }
  g_dir_close (dir);
  return n_files;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->series);
}

static void
test_svg (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.SVG", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GMarkupParseContext) parser = NULL;
  const GMarkupParser callbacks = { NULL, NULL, NULL, NULL, NULL };

  kl_score_series_set_title (fixture->series, "DNS <& Co>");
  g_assert_true (kl_score_chart_write (fixture->series, NULL, path, 860, 320, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  parser = g_markup_parse_context_new (&callbacks, 0, NULL, NULL);
  g_assert_true (g_markup_parse_context_parse (parser, text, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (parser, &error));
  g_assert_nonnull (strstr (text, "<title>DNS &lt;&amp; Co&gt;</title>"));
  g_assert_nonnull (strstr (text, "2 attempts on 10 October 2025"));
  g_assert_nonnull (strstr (text, "860"));
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 1);
}

static void
test_png (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.png", NULL);
  g_autoptr(KlChartStyle) style = kl_chart_style_new (TRUE, TRUE);
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface;

  g_assert_true (g_file_set_contents (path, "an old picture", -1, NULL));
  g_assert_true (kl_score_chart_write (fixture->series, style, path, 400, 220, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 800);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 440);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 1);
}

static void
assert_refused (Fixture    *fixture,
                const char *name,
                int         width,
                int         code)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (kl_score_chart_write (fixture->series, NULL, path, width, 220, &error));
  g_assert_error (error, KL_CHART_ERROR, code);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *directory = g_build_filename (fixture->folder, "folder.png", NULL);

  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  assert_refused (fixture, "chart.jpg", 400, KL_CHART_ERROR_FORMAT);
  assert_refused (fixture, "png", 400, KL_CHART_ERROR_FORMAT);
  assert_refused (fixture, "chart.png", 0, KL_CHART_ERROR_SIZE);
  assert_refused (fixture, "chart.png", G_MAXINT, KL_CHART_ERROR_SIZE);
  assert_refused (fixture, "folder.png", 400, KL_CHART_ERROR_WRITE);
  assert_refused (fixture, "missing/chart.svg", 400, KL_CHART_ERROR_WRITE);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/chart/score-chart-file/svg", Fixture, NULL, set_up, test_svg, tear_down);
  g_test_add ("/chart/score-chart-file/png", Fixture, NULL, set_up, test_png, tear_down);
  g_test_add ("/chart/score-chart-file/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
