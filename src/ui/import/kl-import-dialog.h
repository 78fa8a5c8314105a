#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_IMPORT_DIALOG (kl_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (KlImportDialog, kl_import_dialog, KL, IMPORT_DIALOG, AdwWindow)

const char *kl_import_dialog_get_name     (KlImportDialog *self);
GtkWindow  *kl_import_dialog_open_file    (GtkWindow      *parent,
                                           KlLibrary      *library,
                                           GFile          *file);
GtkWindow  *kl_import_dialog_open_text    (GtkWindow      *parent,
                                           KlLibrary      *library,
                                           GBytes         *text,
                                           const char     *name);
void        kl_import_dialog_open_example (GtkWindow      *parent,
                                           KlLibrary      *library);

G_END_DECLS
