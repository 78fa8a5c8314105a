/* test-chart-pictures.c: every kind of chart looks as it did
 *
 * Beside tests/chart/pictures, with a tolerance: what is compared is the mean of squares of a few pixels, so that
 * another version of the font's renderer makes no difference, and a mark that is missing or of another colour does.
 * KLEARN_WRITE_PICTURES names a folder to write the pictures to instead, to be looked at and committed.
 */

#include "config.h"

#include "chart-fixture.h"
#include "chart-samples.h"
#include "comparison-fixture.h"

#include <pango/pangocairo.h>

#include "chart/kl-chart-painter.h"

#define FONT "Cantarell"
#define WIDTH 320
#define HEIGHT 200
#define SQUARE 4
#define TOLERANCE 40

typedef struct
{
  const char *name;
  const char *sample;
  gboolean dark;
  gboolean high_contrast;
  gboolean right_to_left;
  int width;
} Picture;

static const Picture pictures[] = {
  { "weeks", "weeks", FALSE, FALSE, FALSE, WIDTH },
  { "ranked", "ranked", FALSE, FALSE, FALSE, WIDTH },
  { "ranked-rtl", "ranked", FALSE, FALSE, TRUE, WIDTH },
  { "due", "due", TRUE, FALSE, FALSE, WIDTH },
  { "bands", "bands", FALSE, FALSE, FALSE, WIDTH },
  { "bands-contrast-rtl", "bands", FALSE, TRUE, TRUE, WIDTH },
  { "activity", "activity", FALSE, FALSE, FALSE, WIDTH },
  { "calibration", "calibration", FALSE, FALSE, FALSE, WIDTH },
  { "scores", "scores", FALSE, FALSE, FALSE, WIDTH },
  { "scores-dark-rtl", "scores", TRUE, FALSE, TRUE, WIDTH },
  { "scores-dense", "scores-dense", FALSE, FALSE, FALSE, WIDTH },
  { "studied", "studied", FALSE, FALSE, FALSE, WIDTH },
  { "compared", "compared", FALSE, FALSE, FALSE, WIDTH },
  { "compared-wide", "compared", FALSE, FALSE, FALSE, 2 * WIDTH },
  { "compared-wide-dark-rtl", "compared", TRUE, FALSE, TRUE, 2 * WIDTH },
};

static gboolean
has_font (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *wanted = pango_font_description_from_string (FONT " 9");
  PangoFont *font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = pango_font_describe (font);
  gboolean is_there = g_strcmp0 (pango_font_description_get_family (found), FONT) == 0;

  pango_font_description_free (found);
  pango_font_description_free (wanted);
  g_object_unref (font);
  g_object_unref (context);
  return is_there;
}

static KlChart *
make_scores (guint n_attempts)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(GDateTime) today = g_date_time_new_utc (2026, 2, 24, 0, 0, 0);
  const KlScoreExpected expected[] = { { kl_iso_date_parse_day ("2026-01-20"), 85, 78, 92 },
                                       { kl_iso_date_parse_day ("2026-03-20"), 70, 58, 82 } };
  KlScoreSeries *series = kl_score_series_new (NULL, G_LIST_MODEL (bands));

  for (guint i = 0; i < n_attempts; i++)
    {
      g_autofree char *date = kl_iso_date_format_day (kl_iso_date_parse_day ("2025-10-10")
                                                      + (gint64) (i * 102 / MAX (n_attempts - 1, 1)));
      double score = (i * 37 + 40) % 101;
      KlAttempt *attempt = fixture_add (attempts, (int) i + 1, date, score,
                                        i == 1 ? MIN (score + 12, 100) : score, i == 3);

      if (i == 2)
        fixture_amend (attempt, 50);
    }
  kl_score_series_set_attempts (series, G_LIST_MODEL (attempts));
  kl_score_series_set_today (series, today);
  kl_score_series_set_expected (series, expected, G_N_ELEMENTS (expected));
  kl_chart_set_title (KL_CHART (series), "RAID Levels");
  return KL_CHART (series);
}

/* The highlight is on a session. */
static KlChart *
make_studied (void)
{
  static const struct { const char *started; KlSessionKind kind; } studies[] = {
    { "2025-10-20T09:00:00Z", KL_SESSION_DEEP_DIVE }, { "2025-12-12T09:00:00Z", KL_SESSION_RESTUDY },
  };
  g_autoptr(GListStore) sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  KlChart *chart = make_scores (7);

  for (guint i = 0; i < G_N_ELEMENTS (studies); i++)
    {
      g_autoptr(KlStudySession) session = g_object_new (KL_TYPE_STUDY_SESSION, "started", studies[i].started,
                                                        "kind", studies[i].kind, NULL);

      g_list_store_append (sessions, session);
    }
  kl_score_series_set_sessions (KL_SCORE_SERIES (chart), G_LIST_MODEL (sessions));
  return chart;
}

static KlChart *
make_chart (const char *sample)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].name, sample))
      return samples[i].make (samples[i].n_rows);
  if (g_str_equal (sample, "studied"))
    return make_studied ();
  if (g_str_equal (sample, "compared"))
    return KL_CHART (fixture_comparison ());
  return make_scores (g_str_equal (sample, "scores") ? 7 : 2000);
}

static cairo_surface_t *
draw (const Picture *picture)
{
  g_autoptr(KlChart) chart = make_chart (picture->sample);
  g_autoptr(KlChartStyle) style = kl_chart_style_new (picture->dark, picture->high_contrast);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->width, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  style->right_to_left = picture->right_to_left;
  style->first_weekday = G_DATE_MONDAY;
  pango_font_description_free (style->font);
  style->font = pango_font_description_from_string (FONT " 9");
  kl_chart_painter_set_style (painter, style);
  kl_chart_painter_set_titled (painter, TRUE);
  kl_chart_painter_set_size (painter, picture->width, HEIGHT);
  kl_chart_painter_set_highlight (painter, 1);
  kl_chart_color_set (style->background, cr);
  cairo_paint (cr);
  kl_chart_painter_paint (painter, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The mean of a channel over the square at these pixels. */
static int
get_mean (cairo_surface_t *surface,
          int              left,
          int              top,
          guint            channel)
{
  guint sum = 0;

  for (int y = top; y < top + SQUARE; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = left; x < left + SQUARE; x++)
        sum += (((const guint32 *) (gconstpointer) row)[x] >> (8 * channel)) & 0xff;
    }
  return (int) (sum / (SQUARE * SQUARE));
}

/* In squares that differ, and by how much the worst does. */
static guint
compare (cairo_surface_t *before,
         cairo_surface_t *after,
         int             *worst)
{
  guint n_differ = 0;

  *worst = 0;
  for (int y = 0; y + SQUARE <= HEIGHT; y += SQUARE)
    for (int x = 0; x + SQUARE <= cairo_image_surface_get_width (before); x += SQUARE)
      {
        int difference = 0;

        for (guint channel = 0; channel < 3; channel++)
          difference = MAX (difference, ABS (get_mean (before, x, y, channel) - get_mean (after, x, y, channel)));
        if (difference > TOLERANCE)
          n_differ++;
        *worst = MAX (*worst, difference);
      }
  return n_differ;
}

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  const char *folder = g_getenv ("KLEARN_WRITE_PICTURES");
  g_autofree char *name = g_strconcat (picture->name, ".png", NULL);
  g_autofree char *path = NULL;
  cairo_surface_t *before, *after;
  int worst;
  guint n_differ;

  if (!has_font ())
    {
      g_test_skip ("the font " FONT " is not installed");
      return;
    }

  after = draw (picture);
  if (folder != NULL)
    {
      path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (cairo_surface_write_to_png (after, path), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (after);
      return;
    }

  path = g_test_build_filename (G_TEST_DIST, "chart", "pictures", name, NULL);
  before = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (before), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (before), ==, picture->width);
  g_assert_cmpint (cairo_image_surface_get_height (before), ==, HEIGHT);
  n_differ = compare (before, after, &worst);
  g_test_message ("%s: the worst square differs by %d", picture->name, worst);
  g_assert_cmpuint (n_differ, ==, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/pictures/", pictures[i].name, NULL);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }

  return g_test_run ();
}
