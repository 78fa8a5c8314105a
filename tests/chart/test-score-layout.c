/* test-score-layout.c: what is painted can be pointed at, and nothing makes painting fail */

#include "config.h"

#include <math.h>

#include "chart-fixture.h"
#include "chart/kl-chart-painter.h"
#include "chart/kl-score-scale.h"
#include "model/kl-iso-date.h"
#include "model/kl-study-session.h"

static KlScoreSeries *
make_series (guint n_attempts,
             guint a_day)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();

  for (guint i = 0; i < n_attempts; i++)
    {
      guint day = i / a_day * 3;
      g_autofree char *date = g_strdup_printf ("2025-%02u-%02u", 1 + day / 28, 1 + day % 28);
      double score = (i * 37) % 101;
      KlAttempt *attempt = fixture_add (attempts, (int) i + 1, date, score, i % 4 == 0 ? MIN (score + 12, 100) : score,
                                        i % 5 == 1);

      if (i % 6 == 2)
        fixture_amend (attempt, 50);
    }

  return kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
}

static void
set_today (KlScoreSeries *series)
{
  g_autoptr(GDateTime) today = g_date_time_new_utc (2025, 12, 24, 0, 0, 0);

  kl_score_series_set_today (series, today);
}

static cairo_surface_t *
paint (KlChartPainter *painter,
       int             width,
       int             height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
  cairo_t *cr = cairo_create (surface);

  kl_chart_painter_set_size (painter, width, height);
  kl_chart_painter_paint (painter, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How strongly the pixel is painted over. */
static guint
alpha_at (cairo_surface_t *surface,
          double           x,
          double           y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) x] >> 24;
}

static void
test_any_series (void)
{
  static const guint counts[] = { 0, 1, 2, 30, 500 };
  static const int sizes[][2] = { { 320, 180 }, { 860, 320 }, { 40, 30 }, { 1, 1 }, { 0, 0 } };

  for (guint look = 0; look < 8; look++)
    {
      g_autoptr(KlChartStyle) style = kl_chart_style_new (look & 1, look & 2);

      style->right_to_left = (look & 4) != 0;
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
          {
            g_autoptr(KlScoreSeries) series = make_series (counts[i], 1);
            g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));

            set_today (series);
            kl_chart_set_title (KL_CHART (series), "Pods");
            kl_chart_painter_set_titled (painter, TRUE);
            kl_chart_painter_set_style (painter, style);
            kl_chart_painter_set_highlight (painter, (int) counts[i] / 2);
            cairo_surface_destroy (paint (painter, sizes[j][0], sizes[j][1]));
          }
    }
}

static void
test_marks_are_found (void)
{
  g_autoptr(KlScoreSeries) series = make_series (12, 4);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  cairo_surface_t *surface = paint (painter, 360, 220);
  const KlChartSheet *layout = kl_chart_painter_get_sheet (painter);

  g_assert_cmpuint (layout->marks->len, ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      const KlChartMark *place = &g_array_index (layout->marks, KlChartMark, i);

      g_assert_cmpint (kl_chart_sheet_find_mark (layout, place->x, place->y), ==, (int) i);
      g_assert_cmpint (kl_chart_sheet_find_mark (layout, place->x + 3, place->y - 3), ==, (int) i);
      g_assert_cmpuint (alpha_at (surface, place->x, place->y), ==, 255);
      g_assert_cmpfloat (place->x, >=, layout->field.x + KL_CHART_SHEET_MARK_SIZE / 2);
      g_assert_cmpfloat (place->x, <=, layout->field.x + layout->field.width - KL_CHART_SHEET_MARK_SIZE / 2);
    }
  g_assert_cmpint (kl_chart_sheet_find_mark (layout, -100, -100), ==, -1);
  cairo_surface_destroy (surface);
}

static void
test_marks_of_a_day_stand_apart (void)
{
  g_autoptr(KlScoreSeries) series = make_series (4, 4);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  const KlChartSheet *layout;

  kl_chart_painter_set_size (painter, 360, 220);
  layout = kl_chart_painter_get_sheet (painter);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (g_array_index (layout->marks, KlChartMark, i).x
                       - g_array_index (layout->marks, KlChartMark, i - 1).x, >=, KL_CHART_SHEET_MARK_SIZE + 2 * 2);
}

static void
test_range_is_found (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), NULL);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  cairo_surface_t *surface;
  const KlChartMark *place;

  fixture_add (attempts, 1, "2025-10-10", 20, 80, FALSE);
  surface = paint (painter, 360, 220);
  place = &g_array_index (kl_chart_painter_get_sheet (painter)->marks, KlChartMark, 0);
  g_assert_cmpfloat (place->area.y, <, place->y);
  g_assert_cmpfloat (place->area.y + place->area.height, >, place->y);
  g_assert_cmpint (kl_chart_sheet_find_mark (kl_chart_painter_get_sheet (painter), place->x, place->area.y + 1), ==, 0);
  g_assert_cmpuint (alpha_at (surface, place->x, place->area.y + 4), ==, 255);
  cairo_surface_destroy (surface);
}

/* The middle of a mark that was helped along is empty: it differs in form, not only in colour. */
static void
test_assisted_is_hollow (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  guint32 middles[2];

  fixture_add (attempts, 1, "2025-10-10", 92, 92, FALSE);
  fixture_add (attempts, 2, "2025-10-10", 92, 92, TRUE);
  {
    cairo_surface_t *surface = paint (painter, 360, 220);
    const GArray *places = kl_chart_painter_get_sheet (painter)->marks;

    for (guint i = 0; i < 2; i++)
      {
        const KlChartMark *place = &g_array_index (places, KlChartMark, i);
        const guint8 *row = cairo_image_surface_get_data (surface)
                            + (int) place->y * cairo_image_surface_get_stride (surface);

        middles[i] = ((const guint32 *) (gconstpointer) row)[(int) place->x] & 0xffffff;
      }
    cairo_surface_destroy (surface);
  }
  g_assert_cmphex (middles[1], ==, 0xffffff);
  g_assert_cmphex (middles[0], !=, 0xffffff);
}

static void
test_right_to_left (void)
{
  g_autoptr(KlScoreSeries) series = make_series (3, 1);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);
  double before, before_mirrored;

  kl_chart_painter_set_size (painter, 600, 220);
  before = kl_chart_painter_get_sheet (painter)->field.x;
  style->right_to_left = TRUE;
  kl_chart_painter_set_style (painter, style);
  before_mirrored = kl_chart_painter_get_sheet (painter)->field.x;

  /* The names of the bands are wider than the numbers, and stand where reading ends. */
  g_assert_cmpfloat (before_mirrored, >, before);
  g_assert_cmpfloat (g_array_index (kl_chart_painter_get_sheet (painter)->marks, KlChartMark, 0).x, <,
                     g_array_index (kl_chart_painter_get_sheet (painter)->marks, KlChartMark, 2).x);
}

static void
test_labels_stand_apart (void)
{
  static const int widths[] = { 240, 320, 600, 860 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr(KlScoreSeries) series = make_series (30, 1);
      g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
      guint n_texts = 0;
      const GArray *items;

      set_today (series);
      kl_chart_painter_set_size (painter, widths[w], 220);
      items = kl_chart_painter_get_sheet (painter)->items;
      for (guint i = 0; i < items->len; i++)
        {
          const KlChartItem *item = &g_array_index (items, KlChartItem, i);
          const cairo_rectangle_t *a = &item->area;

          if (item->kind != KL_CHART_ITEM_TEXT)
            continue;
          n_texts++;
          g_assert_cmpfloat (a->x, >=, 0);
          g_assert_cmpfloat (a->x + a->width, <=, widths[w]);
          for (guint j = 0; j < i; j++)
            {
              const KlChartItem *other = &g_array_index (items, KlChartItem, j);
              const cairo_rectangle_t *b = &other->area;

              g_assert_true (other->kind != KL_CHART_ITEM_TEXT || a->x >= b->x + b->width || b->x >= a->x + a->width
                             || a->y >= b->y + b->height || b->y >= a->y + a->height);
            }
        }
      g_assert_cmpuint (n_texts, >=, 8);
    }
}

static KlScoreSeries *
make_dense_series (guint n_attempts)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_attempts; i++)
    {
      g_autofree char *date = kl_iso_date_format_day (738000 + g_test_rand_int_range (0, 3000));
      /* Hardly any is far away from the others, which is what must not get lost. */
      double score = g_test_rand_int_range (0, 300) == 0 ? g_test_rand_int_range (0, 101)
                                                         : g_test_rand_double_range (60, 65);

      g_ptr_array_add (all, g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) i + 1, "date", date, "low", score,
                                          "high", score, NULL));
    }
  g_list_store_splice (attempts, 0, 0, all->pdata, all->len);
  return kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
}

/* From the top to the bottom of what is painted in each column of pixels, text aside. */
static void
find_extents (const KlChartSheet *sheet,
              double             *tops,
              double             *bottoms,
              guint               n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      tops[i] = 1e9;
      bottoms[i] = -1e9;
    }
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);
      guint column = (guint) MAX (item->area.x, 0);

      if (item->kind != KL_CHART_ITEM_RECTANGLE || item->area.width > 1 || column >= n_columns
          || item->area.height >= sheet->field.height)
        continue;
      tops[column] = MIN (tops[column], item->area.y);
      bottoms[column] = MAX (bottoms[column], item->area.y + item->area.height);
    }
}

/* However many there are and however close one looks, no score that is seen lies beyond what is painted at its day. */
static void
test_dense_keeps_extremes (void)
{
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr(KlScoreSeries) series = make_dense_series (4000);
      g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
      KlChartView view = kl_chart_view_zoom (KL_CHART_VIEW_WHOLE, g_test_rand_double (),
                                             round < 2 ? 1 : 1 + round / 3.0, 0.001);
      const KlChartSheet *sheet;
      double tops[400], bottoms[400];
      KlScoreScale scale;
      KlScoreDays days;

      kl_chart_painter_set_view (painter, view);
      kl_chart_painter_set_size (painter, 400, 220);
      sheet = kl_chart_painter_get_sheet (painter);
      days = kl_score_series_get_days (series);
      kl_score_scale_init (&scale, &sheet->plot, days.first, days.last, view);
      find_extents (sheet, tops, bottoms, G_N_ELEMENTS (tops));
      g_assert_cmpuint (sheet->marks->len, <, 2 * 400);
      for (guint i = 0; i < kl_score_series_get_n_marks (series); i++)
        {
          const KlScoreMark *mark = kl_score_series_get_mark (series, i);
          double x = kl_score_scale_get_x (&scale, mark->day), y = kl_score_scale_get_y (&scale, mark->value);
          guint column = (guint) (floor (sheet->plot.x) + floor (CLAMP (x - sheet->plot.x, 0, 399)));

          if (x < sheet->plot.x || x > sheet->plot.x + sheet->plot.width)
            continue;
          g_assert_cmpfloat (y, >=, tops[column] - 1);
          g_assert_cmpfloat (y, <=, bottoms[column] + 1);
        }
    }
}

/* With a look at the notes it is another measure: in the densest history, too, it is none of the line's extremes. It is
 * still seen, and can be pointed at. */
static void
test_dense_assisted_is_no_extreme (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KlScoreSeries) series = NULL;
  g_autoptr(KlChartPainter) painter = NULL;
  const KlChartSheet *sheet;
  guint n_found = 0, n_tips = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *date = kl_iso_date_format_day (kl_iso_date_parse_day ("2020-01-01") + (int) i / 4);
      gboolean assisted = i % 40 == 1;
      double score = assisted ? (i % 80 == 1 ? 3 : 99) : 60 + i % 10;

      g_ptr_array_add (all, g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) i + 1, "date", date, "low", score,
                                          "high", score, "assisted", assisted, NULL));
    }
  g_list_store_splice (attempts, 0, 0, all->pdata, all->len);
  series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  painter = kl_chart_painter_new (KL_CHART (series));
  kl_chart_painter_set_size (painter, 400, 220);
  sheet = kl_chart_painter_get_sheet (painter);
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);

      if (item->kind != KL_CHART_ITEM_RECTANGLE || item->area.width > 1 || item->area.height >= sheet->field.height)
        continue;
      /* The columns of 60 to 69 %, and the ends of the others. */
      if (item->area.height > 4)
        g_assert_cmpfloat (item->area.height, <, sheet->plot.height / 6);
      else if (item->area.y < sheet->plot.y + sheet->plot.height / 10
               || item->area.y > sheet->plot.y + sheet->plot.height * 9 / 10)
        n_tips++;
    }
  g_assert_cmpuint (n_tips, ==, 100);
  for (guint i = 0; i < sheet->marks->len; i++)
    {
      int index = g_array_index (sheet->marks, KlChartMark, i).index;

      n_found += kl_score_series_get_mark (series, (guint) index)->assisted;
      if (i > 0)
        g_assert_cmpint (index, >, g_array_index (sheet->marks, KlChartMark, i - 1).index);
    }
  g_assert_cmpuint (n_found, ==, 100);
}

/* Looked at closely, the line comes from and goes to what is beyond the edges, past what does not belong to it. */
static void
test_line_goes_on (void)
{
  static const struct { const char *date; gboolean assisted; } days[] = {
    { "2025-01-01", FALSE }, { "2025-01-21", TRUE }, { "2025-01-22", TRUE }, { "2025-02-20", FALSE },
    { "2025-03-20", TRUE }, { "2025-03-21", TRUE }, { "2025-04-11", FALSE },
  };
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  const KlChartSheet *sheet;
  guint n_points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    fixture_add (attempts, (int) i + 1, days[i].date, 50 + i, 50 + i, days[i].assisted);
  kl_chart_painter_set_view (painter, kl_chart_view_zoom (KL_CHART_VIEW_WHOLE, 0.5, 3, 0.1));
  kl_chart_painter_set_size (painter, 400, 220);
  sheet = kl_chart_painter_get_sheet (painter);
  g_assert_cmpuint (sheet->marks->len, ==, 1);
  for (guint i = 0; i < sheet->items->len; i++)
    if (g_array_index (sheet->items, KlChartItem, i).kind == KL_CHART_ITEM_LINE)
      n_points = MAX (n_points, g_array_index (sheet->items, KlChartItem, i).n_points);
  g_assert_cmpuint (n_points, ==, 3);
}

/* What is pointed at lies on top; nothing else of its colour comes with it. */
static void
test_highlight_is_of_one (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  const KlChartMark *other;
  cairo_surface_t *surface;
  const guint8 *row;

  fixture_add (attempts, 1, "2025-10-10", 91, 99, FALSE);
  fixture_add (attempts, 2, "2025-10-30", 91, 99, TRUE);
  kl_chart_painter_set_highlight (painter, 0);
  surface = paint (painter, 360, 220);
  other = kl_chart_sheet_get_mark (kl_chart_painter_get_sheet (painter), 1);
  row = cairo_image_surface_get_data (surface) + (int) other->y * cairo_image_surface_get_stride (surface);
  g_assert_cmphex (((const guint32 *) (gconstpointer) row)[(int) other->x] & 0xffffff, ==, 0xffffff);
  cairo_surface_destroy (surface);
}

/* An attempt that is looked at closer is a mark of its own again. */
static void
test_dense_can_be_looked_into (void)
{
  g_autoptr(KlScoreSeries) series = make_dense_series (4000);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  double smallest = kl_chart_get_smallest_view (KL_CHART (series));

  kl_chart_painter_set_size (painter, 720, 220);
  g_assert_cmpfloat (smallest, <, 0.01);
  kl_chart_painter_set_view (painter, kl_chart_view_zoom (KL_CHART_VIEW_WHOLE, 0.4, 1e9, smallest));
  {
    const GArray *marks = kl_chart_painter_get_sheet (painter)->marks;

    g_assert_cmpuint (marks->len, >, 0);
    for (guint i = 1; i < marks->len; i++)
      g_assert_cmpint (g_array_index (marks, KlChartMark, i).index, ==,
                       g_array_index (marks, KlChartMark, i - 1).index + 1);
  }
}

/* The lines of the sheet that are whole and as wide and as high as that. */
static guint
count_lines (const KlChartSheet *sheet,
             double              width,
             double              height)
{
  guint n_lines = 0;

  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);
      const double *points = (const double *) (gconstpointer) sheet->points->data + 2 * item->first_point;

      n_lines += item->kind == KL_CHART_ITEM_LINE && item->n_points == 2
                 && fabs (fabs (points[2] - points[0]) - width) < 0.01
                 && fabs (fabs (points[3] - points[1]) - height) < 0.01;
    }
  return n_lines;
}

static gboolean
has_text (const KlChartSheet *sheet,
          const char         *wanted)
{
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);

      if (item->kind == KL_CHART_ITEM_TEXT && g_strcmp0 (pango_layout_get_text (item->text), wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What is still to come is seen, with the target, the day on which it falls below that, and the one when it is due. */
static void
test_future (void)
{
  g_autoptr(KlScoreSeries) series = make_series (6, 1);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  int today = kl_iso_date_parse_day ("2025-12-24");
  const KlScoreExpected expected[] = { { today - 100, 95, 85, 100 }, { today + 60, 85, 75, 95 },
                                       { today + 150, 79, 69, 89 }, { today + 200, 70, 60, 80 } };
  KlScoreFuture *future = fixture_future (expected, G_N_ELEMENTS (expected), 80);
  const KlChartSheet *sheet;
  const KlChartMark *mark;

  set_today (series);
  kl_chart_painter_set_size (painter, 720, 220);
  sheet = kl_chart_painter_get_sheet (painter);
  g_assert_cmpuint (sheet->marks->len, ==, 6);
  g_assert_cmpuint (count_lines (sheet, 8, 8), ==, 0);
  g_assert_false (has_text (sheet, "Target"));

  future->due = today + 60;
  kl_score_series_take_future (series, future);
  sheet = kl_chart_painter_get_sheet (painter);
  /* The two arms of a cross. */
  g_assert_cmpuint (count_lines (sheet, 8, 8), ==, 2);
  g_assert_cmpuint (count_lines (sheet, 0, sheet->field.height), ==, 1);
  g_assert_true (has_text (sheet, "Target"));
  g_assert_true (has_text (sheet, "Due 22 Feb"));
  g_assert_true (has_text (sheet, "Below target 23 May"));

  /* Where there is less room, the cross says it. */
  kl_chart_painter_set_size (painter, 420, 220);
  sheet = kl_chart_painter_get_sheet (painter);
  g_assert_false (has_text (sheet, "Below target 23 May"));
  g_assert_true (has_text (sheet, "× 23 May"));
  kl_chart_painter_set_size (painter, 720, 220);
  sheet = kl_chart_painter_get_sheet (painter);

  /* What is to come can be pointed at. */
  g_assert_cmpuint (sheet->marks->len, ==, 9);
  mark = kl_chart_sheet_get_mark (sheet, 7);
  g_assert_cmpint (kl_chart_sheet_find_mark (sheet, mark->x, mark->y), ==, 7);

  /* What was never above does not fall, and what is not due is not said to be. */
  future = fixture_future (expected, G_N_ELEMENTS (expected), 99);
  kl_score_series_take_future (series, future);
  sheet = kl_chart_painter_get_sheet (painter);
  g_assert_cmpuint (count_lines (sheet, 8, 8), ==, 0);
  g_assert_cmpuint (count_lines (sheet, 0, sheet->field.height), ==, 0);
  g_assert_true (has_text (sheet, "Target"));
}

/* What was studied is marked below. */
static void
test_sessions (void)
{
  g_autoptr(KlScoreSeries) series = make_series (6, 1);
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));
  g_autoptr(GListStore) sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  g_autoptr(KlStudySession) session = g_object_new (KL_TYPE_STUDY_SESSION, "started", "2024-12-28T10:00:00Z", NULL);
  int today = kl_iso_date_parse_day ("2025-12-24");
  KlScoreDays days;
  const KlChartMark *mark;

  set_today (series);
  kl_chart_painter_set_size (painter, 720, 220);
  kl_score_series_set_sessions (series, G_LIST_MODEL (sessions));
  g_list_store_append (sessions, session);
  g_assert_cmpuint (kl_score_series_get_sessions (series)->len, ==, 1);
  days = kl_score_series_get_days (series);
  g_assert_cmpint (days.first, ==, kl_iso_date_parse_day ("2024-12-28"));
  g_assert_cmpint (days.last, ==, today);
  /* It is hit, and comes before the attempts. */
  mark = kl_chart_sheet_get_mark (kl_chart_painter_get_sheet (painter), 0);
  g_assert (mark != NULL);
  g_assert_cmpint (kl_chart_sheet_find_mark (kl_chart_painter_get_sheet (painter), mark->x, mark->y), ==, 0);
  g_assert_cmpuint (kl_chart_painter_get_sheet (painter)->marks->len, ==, 7);
  g_assert_nonnull (kl_chart_sheet_get_mark (kl_chart_painter_get_sheet (painter), 6));
  kl_score_series_set_sessions (series, NULL);
  g_assert_cmpuint (kl_score_series_get_sessions (series)->len, ==, 0);
}

/* WCAG asks 3:1 of what is drawn and 4.5:1 of text; the names of the bands are text in the bands' colours. */
static void
test_contrast (void)
{
  for (guint look = 0; look < 4; look++)
    {
      g_autoptr(KlChartStyle) style = kl_chart_style_new (look & 1, look & 2);

      for (guint hue = 0; hue < KL_CHART_N_HUES; hue++)
        g_assert_cmpfloat (kl_chart_color_contrast (&style->hues[hue], &style->background), >=, look & 2 ? 6 : 4.5);
      g_assert_cmpfloat (kl_chart_color_contrast (&style->foreground, &style->background), >=, 7);
      g_assert_cmpfloat (kl_chart_color_contrast (&style->accent, &style->background), >=, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/score-layout/any-series", test_any_series);
  g_test_add_func ("/chart/score-layout/marks-are-found", test_marks_are_found);
  g_test_add_func ("/chart/score-layout/marks-of-a-day", test_marks_of_a_day_stand_apart);
  g_test_add_func ("/chart/score-layout/range", test_range_is_found);
  g_test_add_func ("/chart/score-layout/assisted", test_assisted_is_hollow);
  g_test_add_func ("/chart/score-layout/right-to-left", test_right_to_left);
  g_test_add_func ("/chart/score-layout/labels", test_labels_stand_apart);
  g_test_add_func ("/chart/score-layout/dense", test_dense_keeps_extremes);
  g_test_add_func ("/chart/score-layout/dense-closer", test_dense_can_be_looked_into);
  g_test_add_func ("/chart/score-layout/dense-assisted", test_dense_assisted_is_no_extreme);
  g_test_add_func ("/chart/score-layout/line-goes-on", test_line_goes_on);
  g_test_add_func ("/chart/score-layout/highlight", test_highlight_is_of_one);
  g_test_add_func ("/chart/score-layout/future", test_future);
  g_test_add_func ("/chart/score-layout/sessions", test_sessions);
  g_test_add_func ("/chart/score-layout/contrast", test_contrast);

  return g_test_run ();
}
