#pragma once

#include <adwaita.h>

#include "model/kl-depth.h"

G_BEGIN_DECLS

#define KL_TYPE_TITLE_DIALOG (kl_title_dialog_get_type ())

G_DECLARE_FINAL_TYPE (KlTitleDialog, kl_title_dialog, KL, TITLE_DIALOG, AdwMessageDialog)

KlTitleDialog *kl_title_dialog_new        (GtkWindow     *parent,
                                           const char    *heading,
                                           const char    *title,
                                           const char    *accept_label);
void           kl_title_dialog_show_depth (KlTitleDialog *self,
                                           KlDepth        depth);
char          *kl_title_dialog_dup_title  (KlTitleDialog *self);
KlDepth        kl_title_dialog_get_depth  (KlTitleDialog *self);

G_END_DECLS
