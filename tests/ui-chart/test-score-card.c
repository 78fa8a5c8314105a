/* test-score-card.c: the widgets around a score chart */

#include "config.h"

#include <adwaita.h>

#include "../chart/chart-fixture.h"
#include "ui/chart/kl-score-card.h"
#include "ui/chart/kl-score-table.h"
#include "ui/chart/kl-sparkline.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_label (GtkWidget  *widget,
              const char *expected)
{
  g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                    GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_chart_says_what_it_shows (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  GtkWidget *chart = g_object_ref_sink (kl_score_chart_new ());
  guint count = 0;

  g_signal_connect_swapped (chart, "notify::details", G_CALLBACK (count_cb), &count);
  kl_score_chart_set_series (KL_SCORE_CHART (chart), series);
  g_assert_cmpstr (kl_score_chart_get_details (KL_SCORE_CHART (chart)), ==, "Not assessed yet");
  g_assert_cmpuint (count, ==, 1);
  assert_label (chart, "Score history: Not assessed yet");

  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  g_assert_cmpuint (count, ==, 2);
  assert_label (chart, "Score history: 1 attempt on 10 October 2025; latest 40 %, Needs Review");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (chart)), ==, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_widget_get_focusable (chart));

  kl_score_chart_set_series (KL_SCORE_CHART (chart), NULL);
  fixture_add (attempts, 2, "2025-10-10", 92, 92, FALSE);
  g_assert_null (kl_score_chart_get_details (KL_SCORE_CHART (chart)));
  g_assert_finalize_object (chart);
}

static void
test_card_fits_a_narrow_window (void)
{
  GtkWidget *card = g_object_ref_sink (kl_score_card_new ());
  int minimum, natural;

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 336);
  g_assert_finalize_object (card);
}

/* In a window, with a mark that comes while it is seen. */
static void
test_card_in_a_window (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *card = kl_score_card_new ();
  KlScoreCard *self = KL_SCORE_CARD (card);

  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  kl_score_card_set_attempts (self, G_LIST_MODEL (attempts));
  kl_score_card_set_bands (self, G_LIST_MODEL (bands));
  adw_window_set_content (ADW_WINDOW (window), card);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  fixture_add (attempts, 2, "2025-10-10", 92, 92, FALSE);
  iterate ();
  g_assert_cmpuint (kl_score_series_get_n_marks (kl_score_card_get_series (self)), ==, 2);
  g_list_store_remove_all (attempts);
  iterate ();

  g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_null (card);
}

static void
test_table (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  GtkWidget *table = g_object_ref_sink (kl_score_table_new ());
  static const char *const expected[] = { "2 Nov 2025", "2", "75–\u206085 %", "▲ Good", "60 %", "Yes" };

  kl_score_table_set_series (KL_SCORE_TABLE (table), series);
  g_assert_cmpuint (kl_score_table_get_n_rows (KL_SCORE_TABLE (table)), ==, 0);
  g_object_set (fixture_add (attempts, 2, "2025-11-02", 75, 85, TRUE), "guess", 60.0, NULL);
  fixture_amend (fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE), 50);
  g_assert_cmpuint (kl_score_table_get_n_rows (KL_SCORE_TABLE (table)), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *cell = kl_score_table_dup_cell (KL_SCORE_TABLE (table), 1, i);

      g_assert_cmpstr (cell, ==, expected[i]);
    }
  {
    g_autofree char *amended = kl_score_table_dup_cell (KL_SCORE_TABLE (table), 0, 2);
    g_autofree char *unguessed = kl_score_table_dup_cell (KL_SCORE_TABLE (table), 0, 4);

    g_assert_cmpstr (amended, ==, "50 % (first 40 %)");
    g_assert_cmpstr (unguessed, ==, "–");
  }
  g_assert_finalize_object (table);
}

static void
test_sparkline (void)
{
  const double scores[] = { 40, (double) NAN, 92 };
  GtkWidget *sparkline = g_object_ref_sink (kl_sparkline_new ());
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(GArray) known = kl_chart_bands_new (G_LIST_MODEL (bands));

  kl_sparkline_set_scores (KL_SPARKLINE (sparkline), scores, G_N_ELEMENTS (scores));
  kl_sparkline_set_bands (KL_SPARKLINE (sparkline), known);
  kl_sparkline_set_scores (KL_SPARKLINE (sparkline), NULL, 0);
  kl_sparkline_set_bands (KL_SPARKLINE (sparkline), NULL);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (sparkline)), ==,
                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_finalize_object (sparkline);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  g_test_add_func ("/ui-chart/score-chart/label", test_chart_says_what_it_shows);
  g_test_add_func ("/ui-chart/score-card/narrow", test_card_fits_a_narrow_window);
  g_test_add_func ("/ui-chart/score-card/window", test_card_in_a_window);
  g_test_add_func ("/ui-chart/score-table/cells", test_table);
  g_test_add_func ("/ui-chart/sparkline", test_sparkline);

  return g_test_run ();
}
