#include "config.h"

#include "kl-assessment-kind.h"

G_DEFINE_ENUM_TYPE (KlAssessmentKind, kl_assessment_kind,
                    G_DEFINE_ENUM_VALUE (KL_ASSESSMENT_STRENGTH, "strength"),
                    G_DEFINE_ENUM_VALUE (KL_ASSESSMENT_IMPROVEMENT, "improvement"),
                    G_DEFINE_ENUM_VALUE (KL_ASSESSMENT_NOTE, "note"))
