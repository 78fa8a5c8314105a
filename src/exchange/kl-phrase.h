#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *kl_phrase_fold            (const char *text);
char    *kl_phrase_fold_label      (const char *text);
gboolean kl_phrase_begins          (const char *folded,
                                    const char *words);
gboolean kl_phrase_has             (const char *folded,
                                    const char *words);
gboolean kl_phrase_has_any         (const char *folded,
                                    const char *const *choices);
char    *kl_phrase_strip_emoji     (const char *text,
                                    char      **emoji);
const char *kl_phrase_skip_ordinal (const char *text);
double   kl_phrase_similarity      (const char *a,
                                    const char *b);

G_END_DECLS
