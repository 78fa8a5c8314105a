#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_TWO_PANES (kl_two_panes_get_type ())

G_DECLARE_FINAL_TYPE (KlTwoPanes, kl_two_panes, KL, TWO_PANES, GtkWidget)

G_END_DECLS
