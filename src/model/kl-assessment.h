#pragma once

#include "kl-record.h"
#include "kl-assessment-kind.h"

G_BEGIN_DECLS

#define KL_TYPE_ASSESSMENT (kl_assessment_get_type ())

G_DECLARE_FINAL_TYPE (KlAssessment, kl_assessment, KL, ASSESSMENT, KlRecord)

KlAssessmentKind kl_assessment_get_kind   (KlAssessment *self);
const char      *kl_assessment_get_label  (KlAssessment *self);
const char      *kl_assessment_get_text   (KlAssessment *self);
const char      *kl_assessment_get_source (KlAssessment *self);

G_END_DECLS
