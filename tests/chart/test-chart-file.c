/* test-chart-file.c: every chart in every form of file */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "chart-samples.h"
#include "chart/kl-chart-file.h"

static GBytes *
render (KlChart     *chart,
        KlChartForm  form)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = kl_chart_file_render (chart, NULL, form, 400, 220, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_every_kind_in_every_form (void)
{
  static const char *const beginnings[] = { "\x89PNG", "<?xml", "%PDF-" };

  for (guint kind = 0; kind < G_N_ELEMENTS (samples); kind++)
    {
      g_autoptr(KlChart) chart = samples[kind].make (samples[kind].n_rows);

      for (guint form = KL_CHART_FORM_PNG; form <= KL_CHART_FORM_PDF; form++)
        {
          g_autoptr(GBytes) bytes = render (chart, (KlChartForm) form);
          const char *beginning = beginnings[form];

          g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
          g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), beginning, strlen (beginning)) == 0);
        }
    }
}

static void
test_svg_says_what_it_shows (void)
{
  g_autoptr(KlChart) chart = sample_weeks (3);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GMarkupParseContext) parser = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  const GMarkupParser callbacks = { NULL, NULL, NULL, NULL, NULL };

  kl_chart_set_title (chart, "DNS <& Co>");
  bytes = render (chart, KL_CHART_FORM_SVG);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  parser = g_markup_parse_context_new (&callbacks, 0, NULL, NULL);
  g_assert_true (g_markup_parse_context_parse (parser, text, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (parser, &error));
  g_assert_nonnull (strstr (text, "<title>DNS &lt;&amp; Co&gt;</title>"));
  g_assert_nonnull (strstr (text, "<desc>Highest: 6 October 2025, 10</desc>"));
}

/* The table is what the chart shows: plain numbers and days, nothing where nothing is known. */
static void
test_csv (void)
{
  g_autoptr(KlChart) chart = sample_due (4);
  g_autoptr(GBytes) bytes = render (chart, KL_CHART_FORM_CSV);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, "Week,Needs Review,Fair,Good,Strong\r\n"
                             "2025-12-01,0,0,0,0\r\n"
                             "2025-12-08,1,1,3,1\r\n"
                             "2025-12-15,2,2,,0\r\n"
                             "2025-12-22,0,3,4,1\r\n");
}

static void
test_forms (void)
{
  KlChartForm form;

  g_assert_true (kl_chart_form_find ("a.PDF", &form));
  g_assert_cmpint (form, ==, KL_CHART_FORM_PDF);
  g_assert_true (kl_chart_form_find ("a.png.csv", &form));
  g_assert_cmpint (form, ==, KL_CHART_FORM_CSV);
  g_assert_false (kl_chart_form_find ("a.jpg", &form));
  g_assert_false (kl_chart_form_find (".png", &form));
  g_assert_false (kl_chart_form_find ("", &form));
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("klearn-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.csv", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", "chart.png", NULL);
  g_autofree char *text = NULL;
  g_autoptr(KlChart) chart = sample_weeks (3);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "an old table", -1, NULL));
  g_assert_true (kl_chart_file_write (chart, NULL, path, 0, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "Week,Attempts\r\n2025-09-29,3\r\n"));
  g_assert_false (kl_chart_file_write (chart, NULL, folder, 400, 220, NULL, &error));
  g_assert_error (error, KL_CHART_ERROR, KL_CHART_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (kl_chart_file_write (chart, NULL, missing, 400, 220, NULL, &error));
  g_assert_error (error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (kl_chart_file_write (chart, NULL, missing, 10, 220, NULL, &error));
  g_assert_error (error, KL_CHART_ERROR, KL_CHART_ERROR_SIZE);
  g_remove (path);
  g_rmdir (folder);
}

/* A file that nobody was asked about is not replaced. */
/* Whatever a chart shows, if anything, it can be saved. */
static void
test_size (void)
{
  for (guint n_rows = 0; n_rows < 3; n_rows++)
    {
      g_autoptr(KlChart) chart = sample_ranked (n_rows);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      int width, height;

      kl_chart_file_find_size (chart, &width, &height);
      bytes = kl_chart_file_render (chart, NULL, KL_CHART_FORM_PNG, width, height, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

static void
test_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("klearn-chart-XXXXXX", NULL);
  g_autofree char *scores = g_build_filename (folder, "scores", NULL);
  g_autofree char *picture = g_build_filename (folder, "scores.png", NULL);
  g_autofree char *added = kl_chart_file_find_path (scores, ".png", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *refused = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (added, ==, picture);
  g_assert_true (g_file_set_contents (picture, "another picture", -1, NULL));
  refused = kl_chart_file_find_path (scores, ".png", &error);
  g_assert_null (refused);
  g_assert_error (error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE);
  g_clear_error (&error);
  /* Here the person was asked. */
  kept = kl_chart_file_find_path (picture, ".svg", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, picture);
  g_remove (picture);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/file/forms-of-kinds", test_every_kind_in_every_form);
  g_test_add_func ("/chart/file/svg", test_svg_says_what_it_shows);
  g_test_add_func ("/chart/file/csv", test_csv);
  g_test_add_func ("/chart/file/forms", test_forms);
  g_test_add_func ("/chart/file/file", test_file);
  g_test_add_func ("/chart/file/path", test_path);
  g_test_add_func ("/chart/file/size", test_size);

  return g_test_run ();
}
