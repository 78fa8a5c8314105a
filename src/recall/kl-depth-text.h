#pragma once

#include <gio/gio.h>

#include "model/kl-depth.h"

G_BEGIN_DECLS

const char *kl_depth_text_get         (KlDepth     depth);
KlDepth     kl_depth_text_parse       (const char *nick);
void        kl_depth_text_append_menu (GMenu      *menu,
                                       const char *action);

G_END_DECLS
