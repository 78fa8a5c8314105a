#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *kl_spelling_language_choose (const char *const *codes,
                                         const char        *language,
                                         const char        *usual);

G_END_DECLS
