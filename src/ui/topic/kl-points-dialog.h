#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_POINTS_DIALOG (kl_points_dialog_get_type ())

G_DECLARE_FINAL_TYPE (KlPointsDialog, kl_points_dialog, KL, POINTS_DIALOG, AdwWindow)

void kl_points_dialog_ask (KlPage *page);

G_END_DECLS
