#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_EDIT_TEXT (kl_edit_text_get_type ())

G_DECLARE_FINAL_TYPE (KlEditText, kl_edit_text, KL, EDIT_TEXT, AdwBin)

GtkWidget  *kl_edit_text_new            (const char *name);
void        kl_edit_text_set_text       (KlEditText *self,
                                         const char *text);
const char *kl_edit_text_get_shown      (KlEditText *self);
void        kl_edit_text_set_style      (KlEditText *self,
                                         const char *css_class);
void        kl_edit_text_set_optional   (KlEditText *self,
                                         gboolean    optional);
void        kl_edit_text_set_empty      (KlEditText *self,
                                         const char *empty);
void        kl_edit_text_set_next_focus (KlEditText *self,
                                         GtkWidget  *widget);
void        kl_edit_text_start_editing  (KlEditText *self);
void        kl_edit_text_resume         (KlEditText *self);
void        kl_edit_text_finish         (KlEditText *self);
gboolean    kl_edit_text_get_editing    (KlEditText *self);

G_END_DECLS
