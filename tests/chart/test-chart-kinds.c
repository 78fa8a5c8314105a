/* test-chart-kinds.c: what holds of every kind of chart, whatever it is given */

#include "config.h"

#include "chart-samples.h"
#include "chart/kl-chart-text.h"

#include "chart/kl-chart-painter.h"

static KlChartPainter *
make_painter (KlChart            *chart,
              const KlChartStyle *style,
              int                 width,
              int                 height)
{
  KlChartPainter *painter = kl_chart_painter_new (chart);

  kl_chart_painter_set_style (painter, style);
  kl_chart_painter_set_titled (painter, TRUE);
  kl_chart_painter_set_size (painter, width, height);
  return painter;
}

static void
assert_paints (KlChartPainter *painter,
               int             width,
               int             height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
  cairo_t *cr = cairo_create (surface);

  kl_chart_painter_paint (painter, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Of text: inside of the picture, and no two over each other. */
static void
assert_texts_apart (const KlChartSheet *sheet,
                    int                 width,
                    int                 height)
{
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *a = &g_array_index (sheet->items, KlChartItem, i);

      if (a->kind != KL_CHART_ITEM_TEXT)
        continue;
      g_assert_cmpfloat (a->area.x, >=, -1);
      g_assert_cmpfloat (a->area.x + a->area.width, <=, width + 1);
      g_assert_cmpfloat (a->area.y, >=, -a->area.height / 2);
      g_assert_cmpfloat (a->area.y + a->area.height, <=, height + a->area.height / 2);
      for (guint j = 0; j < i; j++)
        {
          const KlChartItem *b = &g_array_index (sheet->items, KlChartItem, j);

          g_assert_true (b->kind != KL_CHART_ITEM_TEXT || a->area.x >= b->area.x + b->area.width
                         || b->area.x >= a->area.x + a->area.width || a->area.y >= b->area.y + b->area.height
                         || b->area.y >= a->area.y + a->area.height);
        }
    }
}

/* What is painted is hit: pointing at the middle of a mark finds it, or one that lies on it there. */
static void
assert_marks_found (const KlChartSheet *sheet)
{
  for (guint i = 0; i < sheet->marks->len; i++)
    {
      const KlChartMark *mark = &g_array_index (sheet->marks, KlChartMark, i);
      double x = mark->form == KL_CHART_MARK_DOT ? mark->x : mark->area.x + mark->area.width / 2;
      double y = mark->form == KL_CHART_MARK_DOT ? mark->y : mark->area.y + mark->area.height / 2;
      int found = kl_chart_sheet_find_mark (sheet, x, y);
      const KlChartMark *other = kl_chart_sheet_get_mark (sheet, found);

      g_assert_nonnull (other);
      g_assert_true (kl_chart_sheet_get_mark (sheet, mark->index) == mark);
      if (found != mark->index)
        g_assert_cmpfloat (hypot (other->x - mark->x, other->area.y - mark->area.y), <, 14);
      if (i > 0)
        g_assert_cmpint (mark->index, >, g_array_index (sheet->marks, KlChartMark, i - 1).index);
    }
  g_assert_cmpint (kl_chart_sheet_find_mark (sheet, -500, -500), ==, -1);
}

static void
test_any_size (void)
{
  static const guint counts[] = { 0, 1, 2, 30, 400 };
  static const int sizes[][2] = { { 320, 180 }, { 1920, 320 }, { 40, 30 }, { 1, 1 }, { 0, 0 } };

  for (guint kind = 0; kind < G_N_ELEMENTS (samples); kind++)
    for (guint look = 0; look < 8; look++)
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
          {
            g_autoptr(KlChartStyle) style = kl_chart_style_new (look & 1, look & 2);
            g_autoptr(KlChart) chart = samples[kind].make (counts[i]);
            g_autoptr(KlChartPainter) painter = NULL;

            style->right_to_left = (look & 4) != 0;
            painter = make_painter (chart, style, sizes[j][0], sizes[j][1]);
            kl_chart_painter_set_highlight (painter, (int) counts[i] / 2);
            assert_paints (painter, sizes[j][0], sizes[j][1]);
            assert_marks_found (kl_chart_painter_get_sheet (painter));
            if (sizes[j][0] >= 320)
              assert_texts_apart (kl_chart_painter_get_sheet (painter), sizes[j][0], sizes[j][1]);
          }
}

static void
test_all_marks_are_there (void)
{
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);

  for (guint kind = 0; kind < G_N_ELEMENTS (samples); kind++)
    {
      g_autoptr(KlChart) chart = samples[kind].make (samples[kind].n_rows);
      g_autoptr(KlChartPainter) painter = make_painter (chart, style, 720, kl_chart_get_height (chart) + 40);
      guint n_missing = g_str_equal (samples[kind].name, "calibration") ? 1 : 0;

      g_assert_cmpuint (kl_chart_get_n_marks (chart), ==, samples[kind].n_rows);
      g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->marks->len, ==, samples[kind].n_rows - n_missing);
    }
}

static void
test_words (void)
{
  g_autoptr(KlChart) due = sample_due (8);
  g_autoptr(KlChart) ranked = sample_ranked (5);
  g_autoptr(KlChart) empty = sample_bands (0);
  g_autofree char *mark = kl_chart_dup_mark_text (due, 2);
  g_autofree char *summary = kl_chart_dup_summary (ranked);
  g_autofree char *nothing = kl_chart_dup_summary (empty);
  g_autofree char *cell = kl_chart_dup_cell (due, 2, 0, TRUE);
  g_autofree char *missing = kl_chart_dup_cell (due, 2, 3, TRUE);

  g_assert_cmpstr (mark, ==, "15 December 2025 · Needs Review 2 · Fair 2 · Good – · Strong 0");
  g_assert_cmpstr (summary, ==, "Highest: Write hole, 5");
  g_assert_cmpstr (nothing, ==, "Nothing to show yet");
  g_assert_cmpstr (cell, ==, "2025-12-15");
  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (kl_chart_get_target (ranked, 2), ==, "Parity");
  kl_data_chart_set_summary (KL_DATA_CHART (ranked), "Parity is often missed");
  {
    g_autofree char *said = kl_chart_dup_summary (ranked);

    g_assert_cmpstr (said, ==, "Parity is often missed");
  }
}

/* What a thread or a file says can be anything. */
static void
test_any_number (void)
{
  const double numbers[] = { 0, -5, 1e300, 1e-300, (double) NAN, (double) INFINITY, -(double) INFINITY, 7, 7, 7 };
  static const KlChartUnit units[] = { KL_CHART_UNIT_COUNT, KL_CHART_UNIT_PERCENT, KL_CHART_UNIT_SECONDS };
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);

  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
    for (guint kind = 0; kind < 5; kind++)
      {
        g_autoptr(KlChartData) data = kl_chart_data_new (units[unit], "Day");
        g_autoptr(KlChart) chart = kind == 0   ? KL_CHART (kl_bar_chart_new (KL_BAR_DIRECTION_UP))
                                   : kind == 1 ? KL_CHART (kl_bar_chart_new (KL_BAR_DIRECTION_ALONG))
                                   : kind == 2 ? KL_CHART (kl_area_chart_new ())
                                   : kind == 3 ? KL_CHART (kl_calendar_chart_new ())
                                               : KL_CHART (kl_scatter_chart_new ());
        g_autoptr(KlChartPainter) painter = make_painter (chart, style, 400, 220);

        kl_chart_data_add_series (data, "One", KL_CHART_HUE_BLUE, -1);
        kl_chart_data_add_series (data, "Two", KL_CHART_HUE_RED, 9);
        for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
          {
            const double values[] = { numbers[i], numbers[(i * 3) % G_N_ELEMENTS (numbers)] };

            kl_chart_data_add_day (data, 739000 + (int) i, values);
          }
        kl_data_chart_set_data (KL_DATA_CHART (chart), data);
        assert_paints (painter, 400, 220);
        for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
          {
            g_autofree char *text = kl_chart_dup_mark_text (chart, i);

            g_assert_nonnull (text);
          }
      }
}

/* Zoomed, only what is seen is hit, and the way back is the picture from before. */
static void
test_zoom_of_areas (void)
{
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);
  g_autoptr(KlChart) chart = sample_bands (40);
  g_autoptr(KlChartPainter) painter = make_painter (chart, style, 720, 260);
  KlChartView view = KL_CHART_VIEW_WHOLE;

  g_assert_cmpfloat (kl_chart_get_smallest_view (chart), <, 0.2);
  view = kl_chart_view_zoom (view, 0.5, 4, kl_chart_get_smallest_view (chart));
  kl_chart_painter_set_view (painter, view);
  {
    const GArray *marks = kl_chart_painter_get_sheet (painter)->marks;

    g_assert_cmpuint (marks->len, >=, 8);
    g_assert_cmpuint (marks->len, <=, 12);
    for (guint i = 0; i < marks->len; i++)
      {
        double place = kl_chart_get_place (chart, (guint) g_array_index (marks, KlChartMark, i).index);

        g_assert_cmpfloat (place, >=, view.from - 0.01);
        g_assert_cmpfloat (place, <=, view.to + 0.01);
      }
  }
  kl_chart_painter_set_view (painter, kl_chart_view_zoom (view, 0.5, 0.001, 0.01));
  g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->marks->len, ==, 40);
}

static void
test_spans_of_time (void)
{
  g_autofree char *none = kl_chart_text_span (-5);
  g_autofree char *short_one = kl_chart_text_span (125);
  g_autofree char *hours = kl_chart_text_span (7200);
  g_autofree char *both = kl_chart_text_span (4800);

  g_assert_cmpstr (none, ==, "0\u00a0min");
  g_assert_cmpstr (short_one, ==, "2\u00a0min");
  g_assert_cmpstr (hours, ==, "2\u00a0h");
  g_assert_cmpstr (both, ==, "1\u00a0h\u00a020\u00a0min");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/kinds/any-size", test_any_size);
  g_test_add_func ("/chart/kinds/all-marks", test_all_marks_are_there);
  g_test_add_func ("/chart/kinds/words", test_words);
  g_test_add_func ("/chart/kinds/any-number", test_any_number);
  g_test_add_func ("/chart/kinds/zoom", test_zoom_of_areas);
  g_test_add_func ("/chart/kinds/spans", test_spans_of_time);

  return g_test_run ();
}
