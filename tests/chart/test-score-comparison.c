/* test-score-comparison.c: several score histories in one chart: their numbers, words and places */

#include "config.h"

#include "comparison-fixture.h"

#include "chart/kl-chart-file.h"
#include "chart/kl-chart-painter.h"
#include "chart/kl-comparison-words.h"

static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_summary (void)
{
  g_autoptr(KlScoreComparison) comparison = fixture_comparison ();
  g_autoptr(KlScoreComparison) empty = kl_score_comparison_new (NULL);
  static const FixtureScore once[] = { { "2026-02-01", 66 } };

  assert_text (
    kl_chart_dup_summary (KL_CHART (comparison)),
    "Scores from 10 October 2025 to 24 February 2026. Latest: RAID Levels 94 %, Strong; Parity 91 %, Strong; "
    "Write Hole 48 %, Needs Review; Rebuild 90 %, Strong; ZFS not assessed yet");
  assert_text (kl_comparison_words_dup_unassessed (comparison), "Not assessed yet: ZFS");
  assert_text (kl_chart_dup_name (KL_CHART (comparison)), "Scores compared");
  assert_text (kl_chart_dup_summary (KL_CHART (empty)), "Nothing to compare yet");
  assert_text (kl_comparison_words_dup_unassessed (empty), NULL);
  fixture_compare (empty, "Pods", NULL, 0);
  assert_text (kl_chart_dup_summary (KL_CHART (empty)), "Pods not assessed yet");
  fixture_compare (empty, "Services", once, 1);
  assert_text (kl_chart_dup_summary (KL_CHART (empty)),
               "Scores of 1 February 2026: Pods not assessed yet; Services 66 %");
}

/* Each mark is a row; the topic, then what a score history has. */
static void
test_table (void)
{
  g_autoptr(KlScoreComparison) comparison = fixture_comparison ();
  KlChart *chart = KL_CHART (comparison);
  g_autoptr(GBytes) csv = kl_chart_file_render (chart, NULL, KL_CHART_FORM_CSV, 0, 0, NULL, NULL);
  gboolean numeric;

  g_assert_cmpuint (kl_chart_get_n_marks (chart), ==, 12);
  g_assert_cmpuint (kl_chart_get_n_columns (chart), ==, 7);
  assert_text (kl_chart_dup_heading (chart, 0, &numeric), "Topic");
  g_assert_false (numeric);
  assert_text (kl_chart_dup_heading (chart, 3, &numeric), "Score");
  g_assert_true (numeric);
  assert_text (kl_chart_dup_mark_text (chart, 5), "Parity · 20 December 2025 · attempt 2 · 71 %, Good");
  assert_text (kl_chart_dup_mark_text (chart, 8), "Write Hole · 15 November 2025 · attempt 2 · 60 %, Fair · assisted");
  assert_text (kl_chart_dup_cell (chart, 11, 0, FALSE), "Rebuild");
  assert_text (kl_chart_dup_cell (chart, 11, 3, FALSE), "90 %");
  assert_text (kl_chart_dup_cell (chart, 11, 1, TRUE), "2026-02-23");
  g_assert_true (g_str_has_prefix (g_bytes_get_data (csv, NULL),
                                   "Topic,Date,Attempt,Score,Band,Expected,Assisted,Low,High,First score\r\n"
                                   "RAID Levels,2025-10-10,1,40,Needs Review,,No,40,40,\r\n"));
  g_assert_cmpstr (kl_chart_get_target (chart, 4), ==,
                   kl_record_get_id (KL_RECORD (
                     kl_score_series_get_mark (kl_score_comparison_get_series (comparison, 1), 0)->attempt)));
}

/* Two of one title are told apart; whoever leaves takes no look away from another. */
static void
test_lines (void)
{
  g_autoptr(KlScoreComparison) comparison = kl_score_comparison_new (NULL);
  g_autoptr(GListStore) none = g_list_store_new (KL_TYPE_ATTEMPT);

  for (guint i = 0; i < KL_SCORE_COMPARISON_MAX_LINES; i++)
    g_assert_true (kl_score_comparison_add (comparison, i % 3 == 0 ? "Pods" : "Services", G_LIST_MODEL (none)));
  g_assert_false (kl_score_comparison_add (comparison, "One more", G_LIST_MODEL (none)));
  assert_text (kl_score_comparison_dup_line_title (comparison, 0), "Pods");
  assert_text (kl_score_comparison_dup_line_title (comparison, 3), "Pods (2)");
  assert_text (kl_score_comparison_dup_line_title (comparison, 6), "Pods (3)");

  kl_score_comparison_remove (comparison, 2);
  g_assert_cmpuint (kl_score_comparison_get_n_lines (comparison), ==, 7);
  g_assert_cmpuint (kl_score_comparison_get_slot (comparison, 1), ==, 1);
  g_assert_cmpuint (kl_score_comparison_get_slot (comparison, 2), ==, 3);
  g_assert_true (kl_score_comparison_add (comparison, "Nodes", G_LIST_MODEL (none)));
  g_assert_cmpuint (kl_score_comparison_get_slot (comparison, 7), ==, 2);
  kl_score_comparison_set_line_title (comparison, 7, "Node Pools");
  assert_text (kl_score_comparison_dup_line_title (comparison, 7), "Node Pools");
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_follows (void)
{
  KlScoreComparison *comparison = kl_score_comparison_new (NULL);
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  guint count = 0;

  kl_score_comparison_add (comparison, "Pods", G_LIST_MODEL (attempts));
  g_signal_connect_swapped (comparison, "changed", G_CALLBACK (count_cb), &count);
  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (kl_chart_get_n_marks (KL_CHART (comparison)), ==, 1);
  kl_score_comparison_remove (comparison, 0);
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (comparison);
}

/* Right and left along the line, up and down to what is nearest in time on the others. */
static void
test_steps (void)
{
  g_autoptr(KlScoreComparison) comparison = fixture_comparison ();
  KlChart *chart = KL_CHART (comparison);
  g_autoptr(KlScoreComparison) alone = kl_score_comparison_new (NULL);
  static const FixtureScore once[] = { { "2026-02-01", 66 } };

  g_assert_cmpint (kl_chart_get_stride (chart, 3, 1, FALSE), ==, 1);
  g_assert_cmpint (kl_chart_get_stride (chart, 3, -1, FALSE), ==, -1);
  fixture_assert_row (chart, 3, 0, 3);
  fixture_assert_row (chart, 4, 4, 6);
  fixture_assert_row (chart, 11, 10, 11);
  /* RAID Levels on 1 December: Parity on 20 December. */
  g_assert_cmpint (2 + kl_chart_get_stride (chart, 2, 1, TRUE), ==, 5);
  g_assert_cmpint (5 + kl_chart_get_stride (chart, 5, 1, TRUE), ==, 9);
  g_assert_cmpint (9 + kl_chart_get_stride (chart, 9, 1, TRUE), ==, 10);
  /* Past the one that has none. */
  g_assert_cmpint (10 + kl_chart_get_stride (chart, 10, 1, TRUE), ==, 3);
  g_assert_cmpint (0 + kl_chart_get_stride (chart, 0, -1, TRUE), ==, 10);

  fixture_compare (alone, "Pods", once, 1);
  g_assert_cmpint (kl_chart_get_stride (KL_CHART (alone), 0, 1, TRUE), ==, 0);
}

static KlChartPainter *
lay_out (KlScoreComparison *comparison,
         double             width,
         KlChartView        view)
{
  KlChartPainter *painter = kl_chart_painter_new (KL_CHART (comparison));

  kl_chart_painter_set_size (painter, width, 260);
  kl_chart_painter_set_view (painter, view);
  return painter;
}

/* The item that says it, whatever stands before it. */
static const KlChartItem *
find_text (const KlChartSheet *sheet,
           const char         *wanted)
{
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);

      if (item->kind == KL_CHART_ITEM_TEXT && g_str_has_suffix (pango_layout_get_text (item->text), wanted))
        return item;
    }
  return NULL;
}

static void
assert_apart (const KlChartSheet *sheet)
{
  for (guint i = 0; i < sheet->items->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const KlChartItem *a = &g_array_index (sheet->items, KlChartItem, i);
        const KlChartItem *b = &g_array_index (sheet->items, KlChartItem, j);

        if (a->kind != KL_CHART_ITEM_TEXT || b->kind != KL_CHART_ITEM_TEXT)
          continue;
        g_assert_false (a->area.x < b->area.x + b->area.width && b->area.x < a->area.x + a->area.width
                        && a->area.y < b->area.y + b->area.height && b->area.y < a->area.y + a->area.height);
      }
}

/* With a look at the notes it is another measure: no line ends there, unless there is nothing else. */
static void
test_assisted_ends_no_line (void)
{
  static const FixtureScore helped[] = { { "2025-10-10", 60 }, { "2025-12-01", 190 } };
  static const FixtureScore only[] = { { "2025-11-01", 155 }, { "2025-12-01", 171 } };
  g_autofree FixtureScore *many = g_new0 (FixtureScore, 900);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreComparison) comparison = kl_score_comparison_new (G_LIST_MODEL (bands));
  g_autoptr(KlChartPainter) painter = NULL;
  const KlChartSheet *sheet;
  /* Where each line ends: of many marks only the extremes are seen. */
  static const struct { const char *name; int mark; } ends[] = { { "Pods", 0 }, { "Services", 3 }, { "Nodes", 4 } };

  for (guint i = 0; i < 900; i++)
    many[i] = (FixtureScore) { "2025-10-10", i == 899 ? 199 : 20 };
  fixture_compare (comparison, "Pods", helped, G_N_ELEMENTS (helped));
  fixture_compare (comparison, "Services", only, G_N_ELEMENTS (only));
  fixture_compare (comparison, "Nodes", many, 900);
  assert_text (kl_chart_dup_summary (KL_CHART (comparison)),
               "Scores from 10 October 2025 to 1 December 2025. Latest: Pods 60 %, Fair; "
               "Services 71 %, Good, assisted; Nodes 20 %, Needs Review");

  painter = lay_out (comparison, 720, KL_CHART_VIEW_WHOLE);
  sheet = kl_chart_painter_get_sheet (painter);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const KlChartItem *name = find_text (sheet, ends[i].name);
      const KlChartMark *mark = kl_chart_sheet_get_mark (sheet, ends[i].mark);

      g_assert_nonnull (name);
      g_assert_nonnull (mark);
      g_assert_cmpfloat (fabs (name->area.y + name->area.height / 2 - mark->y), <, 12);
    }
}

/* Where there is room, the names stand where the lines end, in their order; else above. */
static void
test_names (void)
{
  g_autoptr(KlScoreComparison) comparison = fixture_comparison ();
  g_autoptr(KlChartPainter) wide = lay_out (comparison, 720, KL_CHART_VIEW_WHOLE);
  g_autoptr(KlChartPainter) narrow = lay_out (comparison, 310, KL_CHART_VIEW_WHOLE);
  const KlChartSheet *sheet = kl_chart_painter_get_sheet (wide);
  const char *names[] = { "● RAID Levels", "▲ Parity", "■ Rebuild", "◆ Write Hole" };
  double before = -1;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const KlChartItem *name = find_text (sheet, names[i]);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->area.x, >, sheet->plot.x + sheet->plot.width);
      g_assert_cmpfloat (name->area.x + name->area.width, <=, sheet->field.x + sheet->field.width + 1);
      g_assert_cmpfloat (name->area.y, >, before);
      before = name->area.y + name->area.height - 1;
    }
  assert_apart (sheet);
  g_assert_nonnull (find_text (sheet, "Not assessed yet: ZFS"));

  sheet = kl_chart_painter_get_sheet (narrow);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const KlChartItem *name = find_text (sheet, names[i]);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->area.y + name->area.height, <=, sheet->field.y);
    }
  assert_apart (sheet);
  g_assert_cmpfloat (sheet->plot.width, >, 150);
  g_assert_cmpfloat (sheet->plot.height, >, 100);
}

/* What is seen is hit, and a line that goes on beyond what is seen ends there. */
static void
test_places (void)
{
  g_autoptr(KlScoreComparison) comparison = fixture_comparison ();
  g_autoptr(KlChartPainter) whole = lay_out (comparison, 720, KL_CHART_VIEW_WHOLE);
  g_autoptr(KlChartPainter) zoomed = lay_out (comparison, 720, (KlChartView) { 0.2, 0.6 });
  const KlChartSheet *sheet = kl_chart_painter_get_sheet (whole);

  g_assert_cmpuint (sheet->marks->len, ==, 12);
  for (guint i = 0; i < sheet->marks->len; i++)
    {
      const KlChartMark *mark = &g_array_index (sheet->marks, KlChartMark, i);

      g_assert_cmpint (mark->index, ==, (int) i);
      g_assert_cmpint (kl_chart_sheet_find_mark (sheet, mark->x, mark->y), ==, (int) i);
    }
  /* Their shapes differ, and what was looked at meanwhile is hollow. */
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);

      if (item->kind != KL_CHART_ITEM_SHAPE)
        continue;
      g_assert_cmpint (item->shape, ==, item->mark < 4 ? 0 : item->mark < 7 ? 1 : item->mark < 10 ? 2 : 3);
      g_assert_cmpint (item->hollow, ==, item->mark == 8);
    }

  sheet = kl_chart_painter_get_sheet (zoomed);
  g_assert_cmpuint (sheet->marks->len, >, 0);
  g_assert_cmpuint (sheet->marks->len, <, 12);
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const KlChartItem *item = &g_array_index (sheet->items, KlChartItem, i);

      for (guint j = 0; item->kind == KL_CHART_ITEM_LINE && item->n_points > 1 && j < item->n_points; j++)
        g_assert_cmpfloat (g_array_index (sheet->points, double, 2 * (item->first_point + j)), <=,
                           sheet->plot.x + sheet->plot.width + (item->line_width > 1.5 ? 1e-6 : 20));
    }
  /* Rebuild was first explained after that. */
  g_assert_nonnull (find_text (sheet, "RAID Levels"));
  g_assert_null (find_text (sheet, "Rebuild"));
}

/* As many as there may be, each with the most that there may be, in any size, stand somewhere. */
static void
test_any_size (void)
{
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreComparison) comparison = kl_score_comparison_new (G_LIST_MODEL (bands));
  static const double widths[] = { 0, 1, 40, 240, 360, 720, 1920 };

  for (guint i = 0; i < KL_SCORE_COMPARISON_MAX_LINES; i++)
    {
      g_autofree FixtureScore *scores = g_new0 (FixtureScore, 900);
      guint n_scores = i % 2 == 0 ? 900 : i;

      for (guint j = 0; j < n_scores; j++)
        scores[j] = (FixtureScore) { "2025-10-10", (double) g_test_rand_int_range (0, 201) };
      fixture_compare (comparison,
                       i == 3 ? "A title that is so long that nothing of it would fit anywhere at all" : "T", scores,
                       n_scores);
    }
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr(KlChartPainter) painter = lay_out (comparison, widths[i], KL_CHART_VIEW_WHOLE);
      const KlChartSheet *sheet = kl_chart_painter_get_sheet (painter);
      int before = -1;

      for (guint j = 0; j < sheet->marks->len; j++)
        {
          int index = g_array_index (sheet->marks, KlChartMark, j).index;

          g_assert_cmpint (index, >, before);
          before = index;
        }
      g_assert_cmpint (before, <, (int) kl_chart_get_n_marks (KL_CHART (comparison)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/score-comparison/summary", test_summary);
  g_test_add_func ("/chart/score-comparison/table", test_table);
  g_test_add_func ("/chart/score-comparison/lines", test_lines);
  g_test_add_func ("/chart/score-comparison/follows", test_follows);
  g_test_add_func ("/chart/score-comparison/steps", test_steps);
  g_test_add_func ("/chart/score-comparison/assisted", test_assisted_ends_no_line);
  g_test_add_func ("/chart/score-comparison/names", test_names);
  g_test_add_func ("/chart/score-comparison/places", test_places);
  g_test_add_func ("/chart/score-comparison/any-size", test_any_size);

  return g_test_run ();
}
