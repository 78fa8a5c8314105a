#pragma once

#include "model/kl-assessment-kind.h"
#include "ui/page/kl-page.h"

G_BEGIN_DECLS

GtkWidget *kl_assessment_list_new    (KlPage           *page,
                                      KlAssessmentKind  kind,
                                      const char       *title);
void       kl_assessment_list_finish (GtkWidget        *list);

G_END_DECLS
