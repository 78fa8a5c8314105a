#pragma once

#include "model/kl-attempt.h"
#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_ATTEMPT_PAGE (kl_attempt_page_get_type ())

G_DECLARE_FINAL_TYPE (KlAttemptPage, kl_attempt_page, KL, ATTEMPT_PAGE, KlPage)

GtkWidget *kl_attempt_page_new (KlLibrary *library,
                                KlPlan    *plan,
                                KlSubject *subject,
                                KlAttempt *attempt);

G_END_DECLS
