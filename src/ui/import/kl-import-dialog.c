/* kl-import-dialog.c: what a document would bring, before anything is stored */

#include "config.h"

#include "kl-import-dialog.h"

#include <glib/gi18n.h>

#include "exchange/kl-import-note.h"
#include "transfer/kl-importer.h"
#include "ui/page/kl-list-group.h"

/* Whoever has more notes than that has another kind of document. */
#define MAX_NOTES 200

struct _KlImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *import_button;
  GtkStack *stack;
  GtkLabel *busy_label;
  GtkProgressBar *progress_bar;
  AdwPreferencesGroup *counts_group;
  AdwPreferencesGroup *notes_group;

  GtkWindow *parent;
  KlImporter *importer;
  KlImportPreview *preview;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KlImportDialog, kl_import_dialog, ADW_TYPE_WINDOW)

static void
show_error (KlImportDialog *self,
            const GError   *error)
{
  GtkWidget *dialog;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->parent != NULL)
    {
      dialog = adw_message_dialog_new (self->parent, _("Nothing Was Imported"), error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
      gtk_window_present (GTK_WINDOW (dialog));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
append_count (KlImportDialog *self,
              const char     *title,
              guint           count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *row, *label;

  if (count == 0)
    return;

  row = kl_list_group_row (title, NULL);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->counts_group, row);
}

static void
show_counts (KlImportDialog *self)
{
  const KlMergeCounts *counts = kl_import_preview_get_counts (self->preview);
  const char *title = kl_import_preview_get_title (self->preview);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  const char *description;

  if (kl_import_preview_get_is_new (self->preview))
    description = _("A new plan, with");
  else if (kl_import_preview_has_changes (self->preview))
    description = _("The plan is in the library already. New in it:");
  else
    description = _("The library has all of this already.");

  adw_preferences_group_set_title (self->counts_group, markup);
  adw_preferences_group_set_description (self->counts_group, description);
  append_count (self, _("Topics"), counts->topics);
  append_count (self, _("Key points"), counts->points);
  append_count (self, _("Gaps"), counts->gaps);
  append_count (self, _("Attempts"), counts->attempts);
  append_count (self, _("Exercises"), counts->exercises);
  append_count (self, _("Changed"), counts->changed);
}

static void
show_notes (KlImportDialog *self)
{
  GPtrArray *notes = kl_import_preview_get_notes (self->preview);
  guint n_notes = notes != NULL ? notes->len : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), n_notes > 0);
  for (guint i = 0; i < MIN (n_notes, MAX_NOTES); i++)
    {
      const KlImportNote *note = notes->pdata[i];
      g_autofree char *line = note->line > 0 ? g_strdup_printf (_("Line %u"), note->line) : NULL;

      adw_preferences_group_add (self->notes_group,
                                 kl_list_group_row (line != NULL ? line : _("Document"), note->message));
    }
  if (n_notes > MAX_NOTES)
    {
      guint n_more = n_notes - MAX_NOTES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      adw_preferences_group_add (self->notes_group, kl_list_group_row (more, NULL));
    }
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(KlImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = kl_importer_read_finish (KL_IMPORTER (object), result, &error);

  if (preview == NULL)
    {
      show_error (self, error);
      return;
    }
  /* Closed just before it was read. */
  if (self->importer == NULL)
    return;

  self->preview = g_steal_pointer (&preview);

  show_counts (self);
  show_notes (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), kl_import_preview_has_changes (self->preview));
  if (kl_import_preview_has_changes (self->preview))
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  KlImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) stored = kl_importer_apply_finish (KL_IMPORTER (object), result, &error);
  g_autofree char *sentence = NULL;

  if (stored == NULL)
    {
      show_error (self, error);
      return;
    }

  if (self->parent != NULL)
    {
      sentence = g_strdup_printf (_("“%s” imported"), kl_import_preview_get_title (stored));
      gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.select-plan", "s",
                                  kl_import_preview_get_plan_id (stored));
      gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.toast-undo", "s", sentence);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
import_cb (KlImportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_label_set_label (self->busy_label, _("Storing the plan"));
  gtk_progress_bar_set_fraction (self->progress_bar, 1);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  kl_importer_apply_async (self->importer, self->preview, self->cancellable, applied_cb, g_object_ref (self));
}

static gboolean
kl_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (KL_IMPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (kl_import_dialog_parent_class)->close_request (window);
}

static void
kl_import_dialog_dispose (GObject *object)
{
  KlImportDialog *self = KL_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->importer);
  g_clear_object (&self->preview);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (kl_import_dialog_parent_class)->dispose (object);
}

static void
kl_import_dialog_class_init (KlImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kl_import_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/import/kl-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, notes_group);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kl_import_dialog_init (KlImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

static KlImportDialog *
create (GtkWindow  *parent,
        KlLibrary  *library,
        const char *name)
{
  KlImportDialog *self = g_object_new (KL_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->importer = kl_importer_new (library);
  adw_window_title_set_subtitle (self->window_title, name);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * kl_import_dialog_open_file:
 * @parent: the window that asks
 * @library: its library
 * @file: a document
 *
 * Reads @file, shows what it would bring, and stores that when the person says so.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
kl_import_dialog_open_file (GtkWindow *parent,
                            KlLibrary *library,
                            GFile     *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  KlImportDialog *self = create (parent, library, name);

  kl_importer_read_async (self->importer, file, NULL, progress_cb, self, self->cancellable, read_cb,
                          g_object_ref (self));
  return GTK_WINDOW (self);
}

/**
 * kl_import_dialog_open_example:
 * @parent: the window that asks
 * @library: its library
 *
 * The same with the plan that KLearn brings as an example.
 */
void
kl_import_dialog_open_example (GtkWindow *parent,
                               KlLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data ("/com/example/KLearn/example-plan.md",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  KlImportDialog *self = create (parent, library, _("Example"));

  if (bytes == NULL)
    {
      show_error (self, error);
      return;
    }

  kl_importer_read_bytes_async (self->importer, bytes, "example-plan.md", NULL, progress_cb, self, self->cancellable,
                                read_cb, g_object_ref (self));
}
