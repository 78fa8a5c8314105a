#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kl_plain_words_dup      (const char *text);
char *kl_plain_words_dup_line (const char *text,
                               guint       max_chars);

G_END_DECLS
