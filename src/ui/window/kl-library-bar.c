/* kl-library-bar.c: says below everything what is the matter with the library, and offers to save what it holds */

#include "config.h"

#include "kl-library-bar.h"

#include <glib/gi18n.h>

#include "ui/page/kl-save-chooser.h"

struct _KlLibraryBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkLabel *label;
  GtkWidget *save_button;
  KlLibrary *library;
};

G_DEFINE_FINAL_TYPE (KlLibraryBar, kl_library_bar, ADW_TYPE_BIN)

static void
say (KlLibraryBar *self,
     const char   *sentence)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlLibraryBar) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_saved = kl_library_backup_finish (KL_LIBRARY (object), result, &error);

  say (self, is_saved ? _("Copy saved") : error->message);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlLibraryBar) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = kl_save_chooser_ask_finish (result, &error);

  if (path != NULL && self->library != NULL)
    kl_library_backup_async (self->library, path, NULL, saved_cb, g_object_ref (self));
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
save_cb (KlLibraryBar *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = g_path_get_basename (kl_library_get_path (self->library));

  kl_save_chooser_ask_async (kl_save_chooser_new (window, _("Save a Copy of the Library"), _("_Save"), name), chosen_cb,
                             g_object_ref (self));
}

static void
response_cb (KlLibraryBar *self,
             int           response)
{
  if (response == GTK_RESPONSE_CLOSE)
    gtk_info_bar_set_revealed (self->bar, FALSE);
}

/* Hardly anybody ever sees it. */
static void
create_bar (KlLibraryBar *self)
{
  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  gtk_info_bar_set_message_type (self->bar, GTK_MESSAGE_WARNING);
  g_signal_connect_swapped (self->bar, "response", G_CALLBACK (response_cb), self);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_info_bar_add_child (self->bar, GTK_WIDGET (self->label));

  self->save_button = gtk_button_new_with_mnemonic (_("_Save a Copy…"));
  gtk_widget_set_valign (self->save_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (save_cb), self);
  gtk_info_bar_add_child (self->bar, self->save_button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
}

static void
update_cb (KlLibraryBar *self)
{
  gboolean read_only = self->library != NULL && kl_library_get_read_only (self->library);
  g_autofree char *problem = NULL;

  if (self->library != NULL)
    g_object_get (self->library, "problem", &problem, NULL);
  if (problem == NULL && !read_only)
    {
      if (self->bar != NULL)
        gtk_info_bar_set_revealed (self->bar, FALSE);
      return;
    }

  if (self->bar == NULL)
    create_bar (self);
  gtk_label_set_label (self->label,
                       problem != NULL ? problem : _("The library is read-only: nothing can be changed or recorded."));
  gtk_widget_set_visible (self->save_button, problem != NULL);
  gtk_info_bar_set_show_close_button (self->bar, problem != NULL);
  gtk_info_bar_set_revealed (self->bar, TRUE);
}

static void
kl_library_bar_dispose (GObject *object)
{
  kl_library_bar_set_library (KL_LIBRARY_BAR (object), NULL);

  G_OBJECT_CLASS (kl_library_bar_parent_class)->dispose (object);
}

static void
kl_library_bar_class_init (KlLibraryBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_library_bar_dispose;
}

static void
kl_library_bar_init (KlLibraryBar *self)
{
}

/**
 * kl_library_bar_set_library:
 * @self: a bar
 * @library: (nullable): the library that is open
 *
 * Shows that @library can only be read, or what went wrong with it, and nothing as long as all is well.
 */
void
kl_library_bar_set_library (KlLibraryBar *self,
                            KlLibrary    *library)
{
  g_return_if_fail (KL_IS_LIBRARY_BAR (self));

  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_swapped (library, "notify::problem", G_CALLBACK (update_cb), self);
      g_signal_connect_swapped (library, "notify::read-only", G_CALLBACK (update_cb), self);
    }
  update_cb (self);
}
