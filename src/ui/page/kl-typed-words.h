#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kl_typed_words_begin (GtkTextView *view,
                           const char  *text);
void kl_typed_words_guard (GtkWindow   *dialog);

G_END_DECLS
