#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void kl_toast_say           (AdwToastOverlay *overlay,
                             const char      *sentence);
void kl_toast_offer_undo    (AdwToastOverlay *overlay,
                             const char      *sentence,
                             const char      *action);
void kl_toast_withdraw_undo (AdwToastOverlay *overlay);

G_END_DECLS
