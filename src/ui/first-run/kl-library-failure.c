/* kl-library-failure.c: what the window shows when the library cannot be opened */

#include "config.h"

#include "kl-library-failure.h"

struct _KlLibraryFailure
{
  AdwBin parent_instance;

  AdwStatusPage *status_page;
  GtkLabel *path_label;
};

G_DEFINE_FINAL_TYPE (KlLibraryFailure, kl_library_failure, ADW_TYPE_BIN)

static void
kl_library_failure_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KL_TYPE_LIBRARY_FAILURE);

  G_OBJECT_CLASS (kl_library_failure_parent_class)->dispose (object);
}

static void
kl_library_failure_class_init (KlLibraryFailureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_library_failure_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/first-run/kl-library-failure.ui");
  gtk_widget_class_bind_template_child (widget_class, KlLibraryFailure, status_page);
  gtk_widget_class_bind_template_child (widget_class, KlLibraryFailure, path_label);
}

static void
kl_library_failure_init (KlLibraryFailure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_library_failure_show:
 * @self: a page
 * @path: where the library lies
 * @error: why it cannot be opened
 */
void
kl_library_failure_show (KlLibraryFailure *self,
                         const char       *path,
                         const GError     *error)
{
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);
  g_autofree char *name = g_filename_display_name (path);

  g_return_if_fail (KL_IS_LIBRARY_FAILURE (self));

  adw_status_page_set_description (self->status_page, sentence);
  gtk_label_set_label (self->path_label, name);
}
