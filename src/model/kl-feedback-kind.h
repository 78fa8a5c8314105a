#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlFeedbackKind:
 * @KL_FEEDBACK_NAILED: explained well
 * @KL_FEEDBACK_NEEDS_WORK: missing or imprecise
 * @KL_FEEDBACK_CORRECTION: said wrong; has a wrong and a right side
 * @KL_FEEDBACK_ACTION: to be done; can be ticked off
 * @KL_FEEDBACK_INSIGHT: the key insight
 * @KL_FEEDBACK_QUOTE: the learner's own words worth keeping
 * @KL_FEEDBACK_REFINEMENT: a minor refinement
 * @KL_FEEDBACK_DEFENDED: contested by the learner and upheld
 * @KL_FEEDBACK_REASONING: strong reasoning
 * @KL_FEEDBACK_BONUS: beyond what was asked
 * @KL_FEEDBACK_FLOW: a complete flow, often a code block
 * @KL_FEEDBACK_RESULT: the verdict in words
 * @KL_FEEDBACK_SUMMARY: one line about the attempt, as in a learning journey
 * @KL_FEEDBACK_KNOWN_GAP: missing, and known to be missing
 * @KL_FEEDBACK_NOTE: anything else
 *
 * What a feedback item says.
 */
typedef enum
{
  KL_FEEDBACK_NAILED,
  KL_FEEDBACK_NEEDS_WORK,
  KL_FEEDBACK_CORRECTION,
  KL_FEEDBACK_ACTION,
  KL_FEEDBACK_INSIGHT,
  KL_FEEDBACK_QUOTE,
  KL_FEEDBACK_REFINEMENT,
  KL_FEEDBACK_DEFENDED,
  KL_FEEDBACK_REASONING,
  KL_FEEDBACK_BONUS,
  KL_FEEDBACK_FLOW,
  KL_FEEDBACK_RESULT,
  KL_FEEDBACK_SUMMARY,
  KL_FEEDBACK_KNOWN_GAP,
  KL_FEEDBACK_NOTE,
} KlFeedbackKind;

#define KL_TYPE_FEEDBACK_KIND (kl_feedback_kind_get_type ())
GType kl_feedback_kind_get_type (void);

G_END_DECLS
