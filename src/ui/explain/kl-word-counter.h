#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_WORD_COUNTER (kl_word_counter_get_type ())
G_DECLARE_FINAL_TYPE (KlWordCounter, kl_word_counter, KL, WORD_COUNTER, GObject)

KlWordCounter *kl_word_counter_new (void);
void kl_word_counter_count (KlWordCounter *self, const char *text);
guint kl_word_counter_get_words (KlWordCounter *self);

G_END_DECLS
