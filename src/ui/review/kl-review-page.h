#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_REVIEW_PAGE (kl_review_page_get_type ())

G_DECLARE_FINAL_TYPE (KlReviewPage, kl_review_page, KL, REVIEW_PAGE, KlPage)

GtkWidget *kl_review_page_new (KlLibrary *library,
                               KlPlan    *plan,
                               KlSubject *subject);

G_END_DECLS
