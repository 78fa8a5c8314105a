#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_TOPIC_PAGE (kl_topic_page_get_type ())

G_DECLARE_FINAL_TYPE (KlTopicPage, kl_topic_page, KL, TOPIC_PAGE, KlPage)

GtkWidget *kl_topic_page_new (KlLibrary *library,
                              KlPlan    *plan,
                              KlSubject *subject);

G_END_DECLS
