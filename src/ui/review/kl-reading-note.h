#pragma once

#include <gtk/gtk.h>

#include "kl-suggestions.h"

G_BEGIN_DECLS

#define KL_TYPE_READING_NOTE (kl_reading_note_get_type ())

G_DECLARE_FINAL_TYPE (KlReadingNote, kl_reading_note, KL, READING_NOTE, GtkBox)

void kl_reading_note_set_suggestions (KlReadingNote *self,
                                      KlSuggestions *suggestions);

G_END_DECLS
