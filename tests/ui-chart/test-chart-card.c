/* test-chart-card.c: the widgets around a chart */

#include "config.h"

#include <adwaita.h>

#include "../chart/chart-fixture.h"
#include "../chart/chart-samples.h"
#include "chart/kl-score-series.h"
#include "ui/chart/kl-chart-card.h"
#include "ui/chart/kl-canvas-gestures.h"
#include "ui/chart/kl-chart-table.h"
#include "ui/chart/kl-chart-widget.h"
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
  GtkWidget *chart = g_object_ref_sink (kl_chart_widget_new ());
  guint count = 0;

  g_signal_connect_swapped (chart, "notify::details", G_CALLBACK (count_cb), &count);
  kl_chart_widget_set_chart (KL_CHART_WIDGET (chart), KL_CHART (series));
  g_assert_cmpstr (kl_chart_widget_get_details (KL_CHART_WIDGET (chart)), ==, "Not assessed yet");
  g_assert_cmpuint (count, ==, 1);
  assert_label (chart, "Score history: Not assessed yet");

  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  g_assert_cmpuint (count, ==, 2);
  assert_label (chart, "Score history: 1 attempt on 10 October 2025; latest 40 %, Needs Review");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (chart)), ==, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_widget_get_focusable (chart));

  kl_chart_widget_set_chart (KL_CHART_WIDGET (chart), NULL);
  fixture_add (attempts, 2, "2025-10-10", 92, 92, FALSE);
  g_assert_null (kl_chart_widget_get_details (KL_CHART_WIDGET (chart)));
  g_assert_finalize_object (chart);
}

/* The first widget of the kind in there, and of the label if one is given. */
static GtkWidget *
find (GtkWidget  *in,
      GType       type,
      const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (in); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (g_type_is_a (G_OBJECT_TYPE (child), type)
          && (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0))
        return child;
      found = find (child, type, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Two charts on a page have buttons of different names, whatever is written on them. */
static void
test_card_names_its_buttons (void)
{
  g_autoptr(KlChart) chart = sample_weeks (3);
  GtkWidget *card = g_object_ref_sink (kl_chart_card_new (chart));
  GtkWidget *table = find (card, GTK_TYPE_TOGGLE_BUTTON, "_Table");
  GtkWidget *save = find (card, GTK_TYPE_MENU_BUTTON, NULL);

  assert_label (table, "Table: Attempts a Week");
  assert_label (save, "Save: Attempts a Week");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (save), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  kl_chart_set_title (chart, "Weeks");
  assert_label (table, "Table: Weeks");
  g_assert_finalize_object (card);
}

/* The way back from a closer look is there while the chart is, and the table is filled when it is asked for. */
static void
test_card_as_table (void)
{
  g_autoptr(KlChart) chart = sample_bands (40);
  GtkWidget *card = g_object_ref_sink (kl_chart_card_new (chart));
  GtkWidget *whole = find (card, GTK_TYPE_BUTTON, "Show _All");
  GtkWidget *toggle = find (card, GTK_TYPE_TOGGLE_BUTTON, "_Table");
  KlChartTable *table = KL_CHART_TABLE (find (card, KL_TYPE_CHART_TABLE, NULL));
  KlChartWidget *widget = KL_CHART_WIDGET (find (card, KL_TYPE_CHART_WIDGET, NULL));

  g_assert_cmpuint (kl_chart_table_get_n_rows (table), ==, 0);
  g_assert_false (gtk_widget_get_visible (whole));
  kl_chart_widget_zoom (widget, 100, 2);
  g_assert_true (gtk_widget_get_visible (whole));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_cmpuint (kl_chart_table_get_n_rows (table), ==, 40);
  g_assert_false (gtk_widget_get_visible (whole));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  g_assert_true (gtk_widget_get_visible (whole));
  g_signal_emit_by_name (whole, "clicked");
  g_assert_false (gtk_widget_get_visible (whole));
  g_assert_finalize_object (card);
}

static void
test_card_fits_a_narrow_window (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(KlChart) chart = samples[i].make (samples[i].n_rows);
      GtkWidget *card = g_object_ref_sink (kl_chart_card_new (chart));
      int minimum, natural;

      kl_chart_card_set_titled (KL_CHART_CARD (card), TRUE);
      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, <=, 336);
      g_assert_finalize_object (card);
    }
}

/* In a window, with a mark that comes while it is seen. */
static void
test_card_in_a_window (void)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  GtkWidget *window = adw_window_new ();
  GtkWidget *card;

  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  card = kl_chart_card_new (KL_CHART (series));
  adw_window_set_content (ADW_WINDOW (window), card);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  fixture_add (attempts, 2, "2025-10-10", 92, 92, FALSE);
  iterate ();
  g_assert_cmpuint (kl_chart_get_n_marks (kl_chart_card_get_chart (KL_CHART_CARD (card))), ==, 2);
  g_list_store_remove_all (attempts);
  iterate ();

  g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_null (card);
}

/* In a window of its own, when it has its size. */
static GtkWidget *
present (KlChart   *chart,
         GtkWidget *widget)
{
  GtkWidget *window = adw_window_new ();

  kl_chart_widget_set_chart (KL_CHART_WIDGET (widget), chart);
  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (widget) < 1)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* A closer look never leaves what there is, and the way back shows all of it. */
static void
test_zoom (void)
{
  g_autoptr(KlChart) chart = sample_bands (40);
  g_autoptr(KlChart) bars = sample_weeks (12);
  GtkWidget *widget = g_object_ref_sink (kl_chart_widget_new ());
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  guint count = 0;

  g_signal_connect_swapped (widget, "notify::zoomed", G_CALLBACK (count_cb), &count);
  kl_chart_widget_zoom (self, 100, 2);
  g_assert_true (kl_chart_view_is_whole (kl_chart_widget_get_view (self)));

  kl_chart_widget_set_chart (self, chart);
  kl_chart_widget_zoom (self, 100, 2);
  g_assert_cmpfloat_with_epsilon (kl_chart_widget_get_view (self).to - kl_chart_widget_get_view (self).from, 0.5, 1e-9);
  g_assert_cmpuint (count, ==, 1);
  kl_chart_widget_pan (self, 100);
  g_assert_cmpfloat_with_epsilon (kl_chart_widget_get_view (self).to, 1, 1e-9);
  kl_chart_widget_show_whole (self);
  g_assert_true (kl_chart_view_is_whole (kl_chart_widget_get_view (self)));
  g_assert_cmpuint (count, ==, 2);

  kl_chart_widget_set_chart (self, bars);
  kl_chart_widget_zoom (self, 100, 2);
  g_assert_true (kl_chart_view_is_whole (kl_chart_widget_get_view (self)));
  assert_label (widget, "Attempts a Week: Highest: 6 October 2025, 10");
  g_assert_finalize_object (widget);
}

/* As if the key was pressed. */
static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (shortcuts)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (shortcuts), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

/* What is left when attempts go may be too little for a closer look: then all of it is seen, and every key works. */
static void
test_zoomed_history_shrinks (void)
{
  static const guint keys[] = { GDK_KEY_End, GDK_KEY_Home, GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Return };
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), G_LIST_MODEL (bands));
  GtkWidget *window;
  GtkWidget *widget = kl_chart_widget_new ();
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  guint count = 0;

  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  fixture_add (attempts, 2, "2025-10-14", 60, 60, FALSE);
  fixture_add (attempts, 3, "2026-10-14", 80, 80, FALSE);
  window = present (KL_CHART (series), widget);
  g_signal_connect_swapped (widget, "notify::zoomed", G_CALLBACK (count_cb), &count);

  kl_chart_widget_zoom (self, 300, 30);
  g_assert_cmpuint (count, ==, 1);
  g_list_store_remove (attempts, 2);
  g_assert_true (kl_chart_view_is_whole (kl_chart_widget_get_view (self)));
  g_assert_cmpuint (count, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    press (widget, keys[i]);
  press (widget, GDK_KEY_End);
  iterate ();

  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      /* It is its widget's. */
      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  g_assert_not_reached ();
}

/* What is dragged to the left shows what is further right, and no more than there is. */
static void
test_drag (void)
{
  g_autoptr(KlChart) chart = sample_bands (40);
  GtkWidget *widget = kl_chart_widget_new ();
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  GtkWidget *window = present (chart, widget);
  GtkGesture *drag;
  KlChartView before;

  drag = find_controller (widget, GTK_TYPE_GESTURE_DRAG);
  g_signal_emit_by_name (drag, "drag-begin", 200.0, 50.0);
  g_signal_emit_by_name (drag, "drag-update", -80.0, 0.0);
  g_assert_true (kl_chart_view_is_whole (kl_chart_widget_get_view (self)));
  kl_chart_widget_zoom (self, 200, 4);
  before = kl_chart_widget_get_view (self);

  /* Less is a click. */
  g_signal_emit_by_name (drag, "drag-begin", 200.0, 50.0);
  g_signal_emit_by_name (drag, "drag-update", -4.0, 0.0);
  g_assert_cmpfloat_with_epsilon (kl_chart_widget_get_view (self).from, before.from, 1e-9);
  g_signal_emit_by_name (drag, "drag-update", -40.0, 0.0);
  g_assert_cmpfloat (kl_chart_widget_get_view (self).from, >, before.from);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 0.0);
  g_assert_cmpfloat_with_epsilon (kl_chart_widget_get_view (self).from, before.from, 1e-9);
  g_signal_emit_by_name (drag, "drag-update", -40000.0, 0.0);
  g_assert_cmpfloat_with_epsilon (kl_chart_widget_get_view (self).to, 1, 1e-9);

  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

/* A touchpad tells pixels, a wheel notches: neither is a jump. */
static void
test_notches (void)
{
  g_assert_cmpfloat_with_epsilon (kl_canvas_gestures_get_notches (-2, GDK_SCROLL_UNIT_WHEEL), -2, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_canvas_gestures_get_notches (-20, GDK_SCROLL_UNIT_SURFACE), -2, 1e-9);
}

/* Another chart is seen as a whole, and whoever asks is told. */
static void
test_zoom_goes_with_its_chart (void)
{
  g_autoptr(KlChart) chart = sample_bands (40);
  g_autoptr(KlChart) bars = sample_weeks (12);
  GtkWidget *widget = g_object_ref_sink (kl_chart_widget_new ());
  guint count = 0;

  kl_chart_widget_set_chart (KL_CHART_WIDGET (widget), chart);
  kl_chart_widget_zoom (KL_CHART_WIDGET (widget), 100, 2);
  g_signal_connect_swapped (widget, "notify::zoomed", G_CALLBACK (count_cb), &count);
  kl_chart_widget_set_chart (KL_CHART_WIDGET (widget), bars);
  g_assert_cmpuint (count, ==, 1);
  kl_chart_widget_set_chart (KL_CHART_WIDGET (widget), chart);
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (widget);
}

/* One point a letter of @names, all about the same topic. */
static void
set_points (KlChart    *chart,
            const char *names)
{
  KlChartData *data = kl_chart_data_new (KL_CHART_UNIT_COUNT, "Point");

  kl_chart_data_add_series (data, "Missed", KL_CHART_HUE_RED, -1);
  for (; *names != '\0'; names++)
    {
      const char name[] = { *names, '\0' };
      const double value = *names;

      kl_chart_data_add_row (data, name, &value);
      kl_chart_data_set_target (data, "pods");
    }
  kl_data_chart_set_data (KL_DATA_CHART (chart), data);
  kl_chart_data_unref (data);
}

/* Where many marks are about the same, the one that was stepped to stays when the chart is worked out anew. */
static void
test_cursor_stays (void)
{
  g_autoptr(KlChart) chart = KL_CHART (kl_bar_chart_new (KL_BAR_DIRECTION_UP));
  GtkWidget *widget = kl_chart_widget_new ();
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  GtkWidget *window = present (chart, widget);

  set_points (chart, "ab");
  gtk_widget_grab_focus (widget);
  /* At the end until it is moved. */
  set_points (chart, "abc");
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "c · 99");
  press (widget, GDK_KEY_End);
  press (widget, GDK_KEY_Left);
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "b · 98");
  set_points (chart, "abc");
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "b · 98");
  /* Wherever it goes. */
  set_points (chart, "dacxyb");
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "b · 98");
  set_points (chart, "bca");
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "b · 98");
  /* What is in its place where it is gone. */
  press (widget, GDK_KEY_Right);
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "c · 99");
  set_points (chart, "ba");
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "a · 97");
  set_points (chart, "");
  set_points (chart, "ab");
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "b · 98");

  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static void
assert_says (GtkWidget  *widget,
             const char *expected)
{
  const char *details = kl_chart_widget_get_details (KL_CHART_WIDGET (widget));

  if (!g_str_has_prefix (details, expected))
    g_error ("“%s”, not “%s”", details, expected);
}

/* No key to the right or to the left leads out of a row; those up and down lead to the other ones. */
static void
test_rows (void)
{
  static const guint beyond[] = { GDK_KEY_Left, GDK_KEY_Home };
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (attempts), NULL);
  GtkWidget *widget = kl_chart_widget_new ();
  GtkWidget *window;

  fixture_add (attempts, 1, "2025-10-10", 40, 40, FALSE);
  fixture_add (attempts, 2, "2025-12-10", 60, 60, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(KlStudySession) session = g_object_new (KL_TYPE_STUDY_SESSION, "started",
                                                        i == 0 ? "2025-10-20T10:00:00Z" : "2025-12-08T10:00:00Z", NULL);

      g_list_store_append (sessions, session);
    }
  kl_score_series_set_sessions (series, G_LIST_MODEL (sessions));
  window = present (KL_CHART (series), widget);
  gtk_widget_grab_focus (widget);

  assert_says (widget, "10 December 2025");
  press (widget, GDK_KEY_Left);
  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      press (widget, beyond[i]);
      assert_says (widget, "10 October 2025");
    }
  press (widget, GDK_KEY_Down);
  assert_says (widget, "Deep dive on 20 October 2025");
  press (widget, GDK_KEY_End);
  assert_says (widget, "Deep dive on 8 December 2025");
  press (widget, GDK_KEY_Right);
  assert_says (widget, "Deep dive on 8 December 2025");
  press (widget, GDK_KEY_Home);
  assert_says (widget, "Deep dive on 20 October 2025");
  press (widget, GDK_KEY_Up);
  assert_says (widget, "10 October 2025");
  press (widget, GDK_KEY_End);
  assert_says (widget, "10 December 2025");

  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

/* To all that follow the pointer, which each other's signals do not reach. */
static void
point (GtkWidget *widget,
       double     x,
       double     y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller) && x < 0)
        g_signal_emit_by_name (controller, "leave");
      else if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

/* What the pointer rests on is said as it is now. */
static void
test_pointer_stays (void)
{
  g_autoptr(KlChart) chart = KL_CHART (kl_bar_chart_new (KL_BAR_DIRECTION_UP));
  GtkWidget *widget = kl_chart_widget_new ();
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  GtkWidget *window = present (chart, widget);

  set_points (chart, "abcde");
  point (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) - 60.0);
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "c · 99");
  set_points (chart, "vwxyz");
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "x · 120");
  /* Away from it: where the keyboard is. */
  point (widget, -1, -1);
  g_assert_cmpstr (kl_chart_widget_get_details (self), ==, "z · 122");

  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static void
test_table (void)
{
  g_autoptr(KlChart) due = sample_due (8);
  g_autoptr(KlChart) weeks = sample_weeks (3);
  GtkWidget *table = g_object_ref_sink (kl_chart_table_new ());

  kl_chart_table_set_chart (KL_CHART_TABLE (table), due);
  g_assert_cmpuint (kl_chart_table_get_n_rows (KL_CHART_TABLE (table)), ==, 8);
  kl_chart_table_set_chart (KL_CHART_TABLE (table), weeks);
  g_assert_cmpuint (kl_chart_table_get_n_rows (KL_CHART_TABLE (table)), ==, 3);
  kl_chart_table_set_chart (KL_CHART_TABLE (table), NULL);
  g_assert_cmpuint (kl_chart_table_get_n_rows (KL_CHART_TABLE (table)), ==, 0);
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
  adw_init ();

  g_test_add_func ("/ui-chart/chart/label", test_chart_says_what_it_shows);
  g_test_add_func ("/ui-chart/chart/drag", test_drag);
  g_test_add_func ("/ui-chart/chart/notches", test_notches);
  g_test_add_func ("/ui-chart/card/names", test_card_names_its_buttons);
  g_test_add_func ("/ui-chart/card/as-table", test_card_as_table);
  g_test_add_func ("/ui-chart/card/narrow", test_card_fits_a_narrow_window);
  g_test_add_func ("/ui-chart/card/window", test_card_in_a_window);
  g_test_add_func ("/ui-chart/chart/zoom", test_zoom);
  g_test_add_func ("/ui-chart/chart/zoomed-history-shrinks", test_zoomed_history_shrinks);
  g_test_add_func ("/ui-chart/chart/zoom-goes", test_zoom_goes_with_its_chart);
  g_test_add_func ("/ui-chart/chart/cursor-stays", test_cursor_stays);
  g_test_add_func ("/ui-chart/chart/rows", test_rows);
  g_test_add_func ("/ui-chart/chart/pointer", test_pointer_stays);
  g_test_add_func ("/ui-chart/table", test_table);
  g_test_add_func ("/ui-chart/sparkline", test_sparkline);

  return g_test_run ();
}
