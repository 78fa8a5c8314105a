#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kl_bidi_is_control        (gunichar    letter);
gboolean kl_bidi_has_right_to_left (const char *text);
char    *kl_bidi_isolate           (const char *text);

G_END_DECLS
