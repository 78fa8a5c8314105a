#pragma once

#include <adwaita.h>

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"

G_BEGIN_DECLS

#define KL_TYPE_FEEDBACK_ROW (kl_feedback_row_get_type ())

G_DECLARE_FINAL_TYPE (KlFeedbackRow, kl_feedback_row, KL, FEEDBACK_ROW, GtkListBoxRow)

GtkWidget *kl_feedback_row_new          (KlFeedback    *item,
                                         KlAttempt     *attempt);
void       kl_feedback_row_set_editable (KlFeedbackRow *self,
                                         gboolean       editable);
void       kl_feedback_row_finish       (KlFeedbackRow *self);

G_END_DECLS
