/* kl-import-dialog.c: what a document would bring, before anything is stored */

#include "config.h"

#include "kl-import-dialog.h"

#include <glib/gi18n.h>

#include "transfer/kl-import-headings.h"
#include "transfer/kl-importer.h"
#include "ui/page/kl-dialog-words.h"
#include "ui/page/kl-release.h"

#include "kl-heading-list.h"
#include "kl-import-summary.h"

struct _KlImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *switcher;
  GtkSpinner *spinner;
  GtkButton *import_button;
  GtkStack *stack;
  GtkLabel *busy_label;
  GtkProgressBar *progress_bar;
  KlImportSummary *summary;
  KlHeadingList *headings;

  GtkWindow *parent;
  KlImporter *importer;
  KlImportPreview *preview;
  GCancellable *cancellable;
  GCancellable *refreshing; /* stops what is found out anew */
  guint spinner_timeout;
  gboolean has_chosen;      /* what headings become, otherwise than in the preview */
};

G_DEFINE_FINAL_TYPE (KlImportDialog, kl_import_dialog, ADW_TYPE_WINDOW)

static void
show_error (KlImportDialog *self,
            const GError   *error)
{
  GtkWidget *dialog;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->parent != NULL)
    {
      dialog = adw_message_dialog_new (self->parent, NULL, NULL);
      kl_dialog_words_show (ADW_MESSAGE_DIALOG (dialog), _("Nothing Was Imported"), error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
      gtk_window_present (GTK_WINDOW (dialog));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
take_preview (KlImportDialog  *self,
              KlImportPreview *preview)
{
  kl_release (self->preview);
  self->preview = preview;
}

static gboolean
spinner_cb (gpointer user_data)
{
  KlImportDialog *self = user_data;

  self->spinner_timeout = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

/* While it finds out what the import would be, nothing can be imported. */
static void
set_refreshing (KlImportDialog *self,
                gboolean        refreshing)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (refreshing)
    self->spinner_timeout = g_timeout_add_seconds (1, spinner_cb, self);
  else
    gtk_spinner_stop (self->spinner);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            !refreshing && kl_import_preview_has_changes (self->preview));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) chosen = NULL;
  GListModel *headings = kl_import_headings_list_finish (KL_IMPORT (object), result, &chosen, &error);

  /* Only a cancelled listing fails. */
  if (headings == NULL || self->importer == NULL)
    {
      kl_release (headings);
      return;
    }
  kl_heading_list_take_headings (self->headings, headings, chosen);
  gtk_widget_set_visible (self->switcher, TRUE);
}

static void
show_preview (KlImportDialog *self)
{
  KlImport *import = kl_import_preview_get_import (self->preview);

  kl_import_summary_set_preview (self->summary, self->preview);
  set_refreshing (self, FALSE);
  if (!kl_import_is_exact (import))
    kl_import_headings_list_async (import, self->refreshing, listed_cb, g_object_ref (self));
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
  show_preview (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  if (kl_import_preview_has_changes (self->preview))
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(KlImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = kl_importer_read_finish (KL_IMPORTER (object), result, &error);

  /* Given up for another answer, or closed. */
  if (self->importer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview == NULL)
    {
      show_error (self, error);
      return;
    }

  take_preview (self, g_steal_pointer (&preview));
  self->has_chosen = FALSE;
  show_preview (self);
}

/* What the import would be by what the person wants now. */
static void
refresh (KlImportDialog *self)
{
  if (self->preview == NULL)
    return;

  g_cancellable_cancel (self->refreshing);
  g_object_unref (self->refreshing);
  self->refreshing = g_cancellable_new ();
  set_refreshing (self, TRUE);
  kl_importer_reread_async (self->importer, self->preview,
                            self->has_chosen ? kl_heading_list_get_chosen (self->headings) : NULL, self->refreshing,
                            refreshed_cb, g_object_ref (self));
}

static void
answered_cb (KlImportDialog *self)
{
  refresh (self);
}

static void
chosen_cb (KlImportDialog *self)
{
  self->has_chosen = TRUE;
  refresh (self);
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
  gtk_widget_set_visible (self->switcher, FALSE);
  gtk_label_set_label (self->busy_label, _("Storing the plan"));
  gtk_progress_bar_set_fraction (self->progress_bar, 1);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  kl_importer_apply_async (self->importer, self->preview, self->cancellable, applied_cb, g_object_ref (self));
}

static gboolean
kl_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (KL_IMPORT_DIALOG (window)->cancellable);
  g_cancellable_cancel (KL_IMPORT_DIALOG (window)->refreshing);

  return GTK_WINDOW_CLASS (kl_import_dialog_parent_class)->close_request (window);
}

static void
kl_import_dialog_dispose (GObject *object)
{
  KlImportDialog *self = KL_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->importer);
  take_preview (self, NULL);
  g_clear_object (&self->cancellable);
  if (self->refreshing != NULL)
    g_cancellable_cancel (self->refreshing);
  g_clear_object (&self->refreshing);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (kl_import_dialog_parent_class)->dispose (object);
}

static void
kl_import_dialog_class_init (KlImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kl_import_dialog_close_request;

  g_type_ensure (KL_TYPE_HEADING_LIST);
  g_type_ensure (KL_TYPE_IMPORT_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/import/kl-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KlImportDialog, headings);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kl_import_dialog_init (KlImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->refreshing = g_cancellable_new ();
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
 * kl_import_dialog_get_name:
 * @self: a dialog
 *
 * Returns: (transfer none): what the document is called
 */
const char *
kl_import_dialog_get_name (KlImportDialog *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_DIALOG (self), NULL);

  return adw_window_title_get_subtitle (self->window_title);
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
 * kl_import_dialog_open_text:
 * @parent: the window that asks
 * @library: its library
 * @text: a document
 * @name: what to call it; the title of a plan that has none
 *
 * The same for a document that is no file.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
kl_import_dialog_open_text (GtkWindow  *parent,
                            KlLibrary  *library,
                            GBytes     *text,
                            const char *name)
{
  KlImportDialog *self = create (parent, library, name);

  kl_importer_read_bytes_async (self->importer, text, name, NULL, progress_cb, self, self->cancellable, read_cb,
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
