/* test-drop.c: documents that are dropped on the window come in one after the other
 *
 * No tool drags from one window to another on a private display, so the drop itself is made up.
 */

#include "config.h"

#include "library-fixture.h"
#include "ui/import/kl-import-dialog.h"
#include "ui/window/kl-window.h"

static GtkEventController *
find_drop_target (GtkWidget *window)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      /* The window holds it. */
      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* Waits for the preview of a document, and closes it. */
static void
close_preview (KlWindow   *window,
               const char *title)
{
  GtkWindow *dialog = NULL;

  while (dialog == NULL)
    {
      g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr(GtkWindow) toplevel = g_list_model_get_item (windows, i);

          if (KL_IS_IMPORT_DIALOG (toplevel) && gtk_widget_get_visible (GTK_WIDGET (toplevel)))
            dialog = toplevel;
        }
      g_main_context_iteration (NULL, dialog == NULL);
    }
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window));
  g_assert_cmpstr (kl_import_dialog_get_name (KL_IMPORT_DIALOG (dialog)), ==, title);
  gtk_window_close (dialog);
}

static gboolean
drop (KlWindow   *window,
      GdkFileList *files)
{
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (window)), "drop", &value, 1.0, 1.0, &taken);
  return taken;
}

static void
test_files (LibraryFixture *fixture,
            gconstpointer   data)
{
  KlWindow *window = kl_window_new (NULL, NULL, NULL);
  g_autofree char *first = g_build_filename (fixture->folder, "first.md", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second.md", NULL);
  g_autoptr(GError) error = NULL;
  GFile *files[2] = { g_file_new_for_path (first), g_file_new_for_path (second) };
  GdkFileList *list = gdk_file_list_new_from_array (files, G_N_ELEMENTS (files));

  g_file_set_contents (first, "# First\n\n## A\n- a\n", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (second, "# Second\n\n## B\n- b\n", -1, &error);
  g_assert_no_error (error);

  /* Nothing to bring it into yet. */
  g_assert_false (drop (window, list));
  kl_window_set_library (window, fixture->library);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (drop (window, list));
  close_preview (window, "first.md");
  close_preview (window, "second.md");
  g_assert_cmpuint (g_list_model_get_n_items (kl_library_get_plans (fixture->library)), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/drop/files", LibraryFixture, NULL, library_fixture_set_up, test_files, library_fixture_tear_down);

  return g_test_run ();
}
