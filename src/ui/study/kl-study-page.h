#pragma once

#include "ui/page/kl-page.h"

#include "model/kl-session-kind.h"

G_BEGIN_DECLS

#define KL_TYPE_STUDY_PAGE (kl_study_page_get_type ())

G_DECLARE_FINAL_TYPE (KlStudyPage, kl_study_page, KL, STUDY_PAGE, KlPage)

GtkWidget *kl_study_page_new (KlLibrary     *library,
                              KlPlan        *plan,
                              KlSubject     *subject,
                              KlSessionKind  kind,
                              gboolean       begins);

G_END_DECLS
