#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlAssessmentKind:
 * @KL_ASSESSMENT_STRENGTH: goes well
 * @KL_ASSESSMENT_IMPROVEMENT: wants work
 * @KL_ASSESSMENT_NOTE: anything else
 *
 * What a note says about the learner.
 */
typedef enum
{
  KL_ASSESSMENT_STRENGTH,
  KL_ASSESSMENT_IMPROVEMENT,
  KL_ASSESSMENT_NOTE,
} KlAssessmentKind;

#define KL_TYPE_ASSESSMENT_KIND (kl_assessment_kind_get_type ())
GType kl_assessment_kind_get_type (void);

G_END_DECLS
