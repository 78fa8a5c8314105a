#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_OPINION_BUTTONS (kl_opinion_buttons_get_type ())

G_DECLARE_FINAL_TYPE (KlOpinionButtons, kl_opinion_buttons, KL, OPINION_BUTTONS, GtkBox)

G_END_DECLS
