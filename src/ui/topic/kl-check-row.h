#pragma once

#include <adwaita.h>

#include "model/kl-feedback.h"
#include "model/kl-gap.h"

G_BEGIN_DECLS

#define KL_TYPE_CHECK_ROW (kl_check_row_get_type ())

G_DECLARE_FINAL_TYPE (KlCheckRow, kl_check_row, KL, CHECK_ROW, GtkListBoxRow)

GtkWidget *kl_check_row_new_for_gap    (KlGap      *gap);
GtkWidget *kl_check_row_new_for_action (KlFeedback *item);

G_END_DECLS
