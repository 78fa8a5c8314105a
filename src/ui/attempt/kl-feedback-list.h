#pragma once

#include "model/kl-attempt.h"
#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_FEEDBACK_LIST (kl_feedback_list_get_type ())

G_DECLARE_FINAL_TYPE (KlFeedbackList, kl_feedback_list, KL, FEEDBACK_LIST, GtkBox)

GtkWidget *kl_feedback_list_new    (KlPage         *page,
                                    KlAttempt      *attempt);
void       kl_feedback_list_finish (KlFeedbackList *self);

G_END_DECLS
