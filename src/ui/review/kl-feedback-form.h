#pragma once

#include <adwaita.h>

#include "model/kl-draft.h"

G_BEGIN_DECLS

#define KL_TYPE_FEEDBACK_FORM (kl_feedback_form_get_type ())

G_DECLARE_FINAL_TYPE (KlFeedbackForm, kl_feedback_form, KL, FEEDBACK_FORM, GtkBox)

void kl_feedback_form_fill           (KlFeedbackForm *self,
                                      KlDraft        *draft);
void kl_feedback_form_store          (KlFeedbackForm *self,
                                      KlDraft        *draft);
void kl_feedback_form_add_correction (KlFeedbackForm *self,
                                      const char     *wrong,
                                      const char     *right);
void kl_feedback_form_add_line       (KlFeedbackForm *self,
                                      const char     *property,
                                      const char     *line);

G_END_DECLS
