#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_TODAY_PAGE (kl_today_page_get_type ())

G_DECLARE_FINAL_TYPE (KlTodayPage, kl_today_page, KL, TODAY_PAGE, KlPage)

GtkWidget *kl_today_page_new (KlLibrary *library,
                              KlPlan    *plan);

G_END_DECLS
