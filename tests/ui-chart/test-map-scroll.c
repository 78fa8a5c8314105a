/* test-map-scroll.c: which part of a map is seen */

#include "config.h"

#include <math.h>

#include "ui/map/kl-map-scroll.h"

#define WIDTH 200
#define HEIGHT 100

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  KlMapScroll *scroll;
  guint n_scrolled;
} Fixture;

static void
scrolled_cb (GtkWidget *view)
{
  Fixture *self = g_object_get_data (G_OBJECT (view), "fixture");

  self->n_scrolled++;
}

/* A map of 2000 × 1000 in a widget of a tenth of that. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = gtk_window_new ();
  self->view = gtk_drawing_area_new ();
  g_object_set_data (G_OBJECT (self->view), "fixture", self);
  gtk_widget_set_size_request (self->view, WIDTH, HEIGHT);
  gtk_widget_set_halign (self->view, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->view, GTK_ALIGN_CENTER);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_width (self->view) == 0)
    g_main_context_iteration (NULL, TRUE);
  self->scroll = kl_map_scroll_new (self->view, scrolled_cb);
  kl_map_scroll_set_size (self->scroll, 10 * WIDTH, 10 * HEIGHT);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  kl_map_scroll_free (self->scroll);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static double
get_x (Fixture *self)
{
  return gtk_adjustment_get_value (kl_map_scroll_get_adjustment (self->scroll, GTK_ORIENTATION_HORIZONTAL));
}

static double
get_y (Fixture *self)
{
  return gtk_adjustment_get_value (kl_map_scroll_get_adjustment (self->scroll, GTK_ORIENTATION_VERTICAL));
}

/* What is under the pointer stays there. */
static void
test_zoom (Fixture       *self,
           gconstpointer  data)
{
  double left, top, x, y;

  kl_map_scroll_pan (self->scroll, 500, 300);
  kl_map_scroll_find_origin (self->scroll, &left, &top);
  g_assert_cmpfloat_with_epsilon (left, -500, 1);
  x = (60 - left) / kl_map_scroll_get_scale (self->scroll);
  y = (40 - top) / kl_map_scroll_get_scale (self->scroll);
  g_assert_true (kl_map_scroll_zoom (self->scroll, 2, 60, 40));
  kl_map_scroll_find_origin (self->scroll, &left, &top);
  g_assert_cmpfloat_with_epsilon ((60 - left) / kl_map_scroll_get_scale (self->scroll), x, 1);
  g_assert_cmpfloat_with_epsilon ((40 - top) / kl_map_scroll_get_scale (self->scroll), y, 1);
  g_assert_cmpuint (self->n_scrolled, >, 0);
}

/* No smaller than all of it, no larger than large, and back to nothing. */
static void
test_ends (Fixture       *self,
           gconstpointer  data)
{
  double left, top;

  g_assert_cmpfloat_with_epsilon (kl_map_scroll_find_whole (self->scroll), 0.1, 1e-6);
  g_assert_true (kl_map_scroll_zoom (self->scroll, 0.001, 0, 0));
  g_assert_cmpfloat_with_epsilon (kl_map_scroll_get_zoom (self->scroll), 0.1, 1e-6);
  g_assert_false (kl_map_scroll_zoom (self->scroll, 0.5, 0, 0));
  g_assert_true (kl_map_scroll_zoom (self->scroll, 1000, 0, 0));
  g_assert_cmpfloat_with_epsilon (kl_map_scroll_get_zoom (self->scroll), 4, 1e-6);
  /* A map that is smaller than the widget stands in its middle. */
  kl_map_scroll_set_size (self->scroll, 10, 10);
  kl_map_scroll_find_origin (self->scroll, &left, &top);
  g_assert_cmpfloat_with_epsilon (left, (WIDTH - 40) / 2.0, 1);
  g_assert_cmpfloat_with_epsilon (top, 0, 1);
}

static void
test_reveal (Fixture       *self,
             gconstpointer  data)
{
  const cairo_rectangle_t small = { 700, 400, 50, 20 }, wide = { 600, 400, 900, 20 };

  kl_map_scroll_reveal (self->scroll, &small, FALSE);
  g_assert_cmpfloat (get_x (self), <=, small.x);
  g_assert_cmpfloat (get_x (self) + WIDTH, >=, small.x + small.width);
  g_assert_cmpfloat (get_y (self) + HEIGHT, >=, small.y + small.height);
  /* What is larger than what is seen begins where reading does. */
  kl_map_scroll_reveal (self->scroll, &wide, FALSE);
  g_assert_cmpfloat (get_x (self), <=, wide.x);
  g_assert_cmpfloat (get_x (self) + WIDTH, >, wide.x);
  kl_map_scroll_reveal (self->scroll, &wide, TRUE);
  g_assert_cmpfloat (get_x (self), <, wide.x + wide.width);
  g_assert_cmpfloat (get_x (self) + WIDTH, >=, wide.x + wide.width);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/map-scroll/zoom", test_zoom);
  ADD ("/map-scroll/ends", test_ends);
  ADD ("/map-scroll/reveal", test_reveal);

  return g_test_run ();
}
