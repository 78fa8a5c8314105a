/* first-frame.c: preloaded into a GTK program, it tells when the first frame was painted, and ends the program
 *
 * KLEARN_BENCH_BEGIN is the monotonic time before the program was started, in microseconds. Where KLEARN_BENCH_LABEL is
 * set, only a frame counts on which a label says so.
 */

#define _GNU_SOURCE /* RTLD_NEXT */
#include "config.h"

#include <gtk/gtk.h>

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

static gboolean
shows_label (GtkWidget  *widget,
             const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
is_shown (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (text == NULL ? gtk_widget_get_mapped (window) : shows_label (window, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
painted_cb (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               data)
{
  gint64 now = g_get_monotonic_time ();
  const char *begin = g_getenv ("KLEARN_BENCH_BEGIN");

  if (begin == NULL || !is_shown (g_getenv ("KLEARN_BENCH_LABEL")))
    return TRUE;

  printf ("%" G_GINT64_FORMAT "\n", now - g_ascii_strtoll (begin, NULL, 10));
  fflush (stdout);
  _exit (0);
}

int
g_application_run (GApplication  *application,
                   int            argc,
                   char         **argv)
{
  int (*run) (GApplication *, int, char **) = NULL;
  gpointer symbol = dlsym (RTLD_NEXT, "g_application_run");

  /* ISO C has no cast from data to a function. */
  *(gpointer *) (&run) = symbol;
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted_cb, NULL, NULL);
  return run (application, argc, argv);
}
