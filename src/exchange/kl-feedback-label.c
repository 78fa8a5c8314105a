/* kl-feedback-label.c: what kind of feedback stands under a label */

#include "config.h"

#include "kl-feedback-label.h"

#include "kl-phrase.h"

/* The first match counts: “Initial gaps corrected” is about corrections, “What you nailed” never about anything else.
 */
static const struct
{
  const char *words[12];
  KlFeedbackKind kind;
} known[] = {
  { { "nailed", "crushed", "went well", "got right", "did well", "strengths", "strong points", "what worked", NULL },
    KL_FEEDBACK_NAILED },
  { { "corrected", "corrections", "correction", "misconceptions", NULL }, KL_FEEDBACK_CORRECTION },
  { { "needed work", "needs work", "to improve", "missed", "went wrong", "got wrong", NULL }, KL_FEEDBACK_NEEDS_WORK },
  { { "action items", "action item", "actions", "next steps", "to do", "todo", NULL }, KL_FEEDBACK_ACTION },
  { { "refinements", "refinement", NULL }, KL_FEEDBACK_REFINEMENT },
  { { "defended", NULL }, KL_FEEDBACK_DEFENDED },
  { { "quote", "quotes", NULL }, KL_FEEDBACK_QUOTE },
  { { "insight", "insights", NULL }, KL_FEEDBACK_INSIGHT },
  { { "reasoning", NULL }, KL_FEEDBACK_REASONING },
  { { "bonus", NULL }, KL_FEEDBACK_BONUS },
  { { "flow", NULL }, KL_FEEDBACK_FLOW },
  { { "result", "results", "verdict", NULL }, KL_FEEDBACK_RESULT },
  { { "known gaps", "known gap", NULL }, KL_FEEDBACK_KNOWN_GAP },
  { { "weaknesses", "weak spots", "weak points", "mistakes", "errors", "gaps", "struggled", "improvement",
      "improvements", NULL },
    KL_FEEDBACK_NEEDS_WORK },
  { { "summary", NULL }, KL_FEEDBACK_SUMMARY },
  { { "note", "notes", "comment", NULL }, KL_FEEDBACK_NOTE },
};

/**
 * kl_feedback_label_read:
 * @label: as written
 * @kind: (out): what stands under it, %KL_FEEDBACK_NOTE if that is not known
 *
 * Returns: whether the label is known
 */
gboolean
kl_feedback_label_read (const char     *label,
                        KlFeedbackKind *kind)
{
  g_autofree char *folded = kl_phrase_fold_label (label);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (kl_phrase_has_any (folded, known[i].words))
      {
        *kind = known[i].kind;
        return TRUE;
      }
  *kind = KL_FEEDBACK_NOTE;
  return FALSE;
}

/**
 * kl_feedback_label_is_journey:
 * @label: as written
 *
 * Returns: whether each line under it is an attempt
 */
gboolean
kl_feedback_label_is_journey (const char *label)
{
  static const char *const words[] = { "journey", "attempts", "history", NULL };
  g_autofree char *folded = kl_phrase_fold_label (label);

  return kl_phrase_has_any (folded, words);
}

/**
 * kl_feedback_label_is_initial:
 * @label: as written
 *
 * Returns: whether what stands under it is about the first of several attempts
 */
gboolean
kl_feedback_label_is_initial (const char *label)
{
  static const char *const words[] = { "initial", "initially", "first attempt", NULL };
  g_autofree char *folded = kl_phrase_fold (label);

  return kl_phrase_has_any (folded, words);
}
