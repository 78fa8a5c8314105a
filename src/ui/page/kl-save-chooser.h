#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkFileChooserNative *kl_save_chooser_new        (GtkWindow             *window,
                                                  const char            *title,
                                                  const char            *accept,
                                                  const char            *name);
void                  kl_save_chooser_add_form   (GtkFileChooserNative  *self,
                                                  const char            *name,
                                                  const char            *suffix);
void                  kl_save_chooser_ask_async  (GtkFileChooserNative  *self,
                                                  GAsyncReadyCallback    callback,
                                                  gpointer               user_data);
char                 *kl_save_chooser_ask_finish (GAsyncResult          *result,
                                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
