#pragma once

#include "kl-record.h"
#include "kl-feedback-kind.h"

G_BEGIN_DECLS

#define KL_TYPE_FEEDBACK (kl_feedback_get_type ())

G_DECLARE_FINAL_TYPE (KlFeedback, kl_feedback, KL, FEEDBACK, KlRecord)

KlFeedbackKind kl_feedback_get_kind   (KlFeedback *self);
const char    *kl_feedback_get_label  (KlFeedback *self);
const char    *kl_feedback_get_text   (KlFeedback *self);
const char    *kl_feedback_get_wrong  (KlFeedback *self);
const char    *kl_feedback_get_right  (KlFeedback *self);
gboolean       kl_feedback_get_done   (KlFeedback *self);
const char    *kl_feedback_get_source (KlFeedback *self);

G_END_DECLS
