#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_INSIGHTS_PAGE (kl_insights_page_get_type ())

G_DECLARE_FINAL_TYPE (KlInsightsPage, kl_insights_page, KL, INSIGHTS_PAGE, KlPage)

GtkWidget *kl_insights_page_new (KlLibrary *library,
                                 KlPlan    *plan);

G_END_DECLS
