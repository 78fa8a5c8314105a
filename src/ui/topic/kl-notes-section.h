#pragma once

#include <adwaita.h>

#include "model/kl-subject.h"

G_BEGIN_DECLS

#define KL_TYPE_NOTES_SECTION (kl_notes_section_get_type ())

G_DECLARE_FINAL_TYPE (KlNotesSection, kl_notes_section, KL, NOTES_SECTION, GtkBox)

GtkWidget *kl_notes_section_new          (KlSubject      *subject);
void       kl_notes_section_save         (KlNotesSection *self);
void       kl_notes_section_set_editable (KlNotesSection *self,
                                          gboolean        editable);

G_END_DECLS
