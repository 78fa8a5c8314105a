/* test-toast.c: what a toast says lies within it, however narrow the window is */

#include "config.h"

#include "ui/page/kl-toast.h"

#define SENTENCE "Attempt recorded: Needs Review, 100\u00a0%. Next recall on Wednesday, 30 September"

static GtkWidget *
find_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), SENTENCE))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *words = find_words (child);

      if (words != NULL)
        return words;
    }
  return NULL;
}

static void
check (int width)
{
  GtkWidget *window = gtk_window_new ();
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  GtkWidget *words;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 300);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (overlay));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (GTK_WIDGET (overlay)) != width)
    g_main_context_iteration (NULL, TRUE);

  kl_toast_offer_undo (overlay, SENTENCE, "win.undo");
  do
    g_main_context_iteration (NULL, TRUE);
  while ((words = find_words (GTK_WIDGET (overlay))) == NULL || gtk_widget_get_height (words) == 0);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (words)), NULL, &height);
  g_test_message ("%d: %d of %d", width, height, gtk_widget_get_height (words));
  g_assert_cmpint (height, <=, gtk_widget_get_height (words));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (words))));

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_width (void)
{
  static const int widths[] = { 360, 480, 720, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    check (widths[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toast/width", test_width);
  return g_test_run ();
}
