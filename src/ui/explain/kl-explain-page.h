#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_EXPLAIN_PAGE (kl_explain_page_get_type ())

G_DECLARE_FINAL_TYPE (KlExplainPage, kl_explain_page, KL, EXPLAIN_PAGE, KlPage)

GtkWidget *kl_explain_page_new (KlLibrary *library,
                                KlPlan    *plan,
                                KlSubject *subject);

G_END_DECLS
