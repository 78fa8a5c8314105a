#pragma once

#include <gtk/gtk.h>

#include "model/kl-assessment.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_ASSESSMENT_ROW (kl_assessment_row_get_type ())

G_DECLARE_FINAL_TYPE (KlAssessmentRow, kl_assessment_row, KL, ASSESSMENT_ROW, GtkListBoxRow)

GtkWidget *kl_assessment_row_new          (KlPlan          *plan,
                                           KlAssessment    *note);
void       kl_assessment_row_set_editable (KlAssessmentRow *self,
                                           gboolean         editable);
void       kl_assessment_row_finish       (KlAssessmentRow *self);

G_END_DECLS
