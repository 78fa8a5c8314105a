/* kl-draft-record.c: the attempt that a draft becomes */

#include "config.h"

#include "kl-draft-record.h"

#include "model/kl-feedback.h"
#include "model/kl-point.h"
#include "model/kl-verdict.h"
#include "recall/kl-suggested-score.h"

#include <math.h>
#include <string.h>

/**
 * kl_draft_record_new_feedback:
 * @kind: what it is about
 * @line: what was written
 *
 * “wrong → right” has two sides; a correction without an arrow says only what needs work.
 *
 * Returns: (transfer full): it as feedback, detached
 */
KlFeedback *
kl_draft_record_new_feedback (KlFeedbackKind kind,
                              const char    *line)
{
  static const char *const arrows[] = { "→", "->", "=>" };

  for (guint i = 0; i < G_N_ELEMENTS (arrows) && kind == KL_FEEDBACK_CORRECTION; i++)
    {
      const char *arrow = strstr (line, arrows[i]);
      g_autofree char *wrong = arrow != NULL ? g_strstrip (g_strndup (line, (gsize) (arrow - line))) : NULL;
      g_autofree char *right = arrow != NULL ? g_strstrip (g_strdup (arrow + strlen (arrows[i]))) : NULL;

      if (arrow != NULL && *wrong != '\0' && *right != '\0')
        return g_object_new (KL_TYPE_FEEDBACK, "kind", kind, "text", line, "wrong", wrong, "right", right, NULL);
    }

  return g_object_new (KL_TYPE_FEEDBACK, "kind", kind == KL_FEEDBACK_CORRECTION ? KL_FEEDBACK_NEEDS_WORK : kind,
                       "text", line, NULL);
}

static void
append_lines (KlAttempt      *attempt,
              KlFeedbackKind  kind,
              const char     *text)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_autoptr(KlFeedback) item = NULL;

      if (*line == '\0')
        continue;
      item = kl_draft_record_new_feedback (kind, line);
      kl_record_append (KL_RECORD (attempt), KL_RECORD (item));
    }
}

/* A suggestion that the person left as it is, is their verdict. */
static void
append_verdicts (KlAttempt      *attempt,
                 GListModel     *points,
                 const char     *text,
                 KlVerdictTally *suggested)
{
  g_autoptr(KlVerdictTally) tally = kl_verdict_tally_new (text);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);
      const char *id = kl_record_get_id (KL_RECORD (point));
      KlVerdictValue suggestion = suggested != NULL ? kl_verdict_tally_get (suggested, id) : KL_VERDICT_UNSET;
      KlVerdictValue given = kl_verdict_tally_get (tally, id);
      KlVerdictValue value = given != KL_VERDICT_UNSET ? given : suggestion;
      g_autoptr(KlVerdict) verdict = NULL;

      if (value == KL_VERDICT_UNSET)
        continue;

      /* The point's words stay with the verdict, whatever becomes of the point. */
      verdict = g_object_new (KL_TYPE_VERDICT, "point", id, "text", kl_point_get_text (point), "value", value,
                              "suggested", suggestion, NULL);
      kl_record_append (KL_RECORD (attempt), KL_RECORD (verdict));
    }
}

/* As it was shown, before the person gave a verdict. */
static double
get_suggested_score (KlVerdictTally *suggested,
                     GListModel     *points,
                     double          offset)
{
  g_autoptr(KlVerdictTally) given = kl_verdict_tally_new (NULL);
  KlSuggestedScore shown;

  if (suggested == NULL)
    return (double) NAN;

  kl_suggested_score_init (&shown, given, suggested, points, offset);
  return shown.score;
}

/**
 * kl_draft_record_new_attempt:
 * @draft: a draft that has been read back
 * @points: the points of its subject
 * @suggested: (nullable): the verdicts that were suggested
 * @offset: by how many points the suggested score is raised
 * @score: the score, or none
 * @date: when, ISO 8601
 *
 * Returns: (transfer full): a detached attempt with what was said about it, ready to be recorded
 */
KlAttempt *
kl_draft_record_new_attempt (KlDraft        *draft,
                             GListModel     *points,
                             KlVerdictTally *suggested,
                             double          offset,
                             KlScore         score,
                             const char     *date)
{
  KlAttempt *attempt = g_object_new (KL_TYPE_ATTEMPT,
                                     "owner", kl_record_get_owner (KL_RECORD (draft)),
                                     "date", date,
                                     "explanation", kl_draft_get_text (draft),
                                     "low", score.low,
                                     "high", score.high,
                                     "guess", kl_draft_get_guess (draft),
                                     "assisted", kl_draft_get_assisted (draft),
                                     "seconds", kl_draft_get_seconds (draft),
                                     "suggested", get_suggested_score (suggested, points, offset),
                                     NULL);

  append_lines (attempt, KL_FEEDBACK_NAILED, kl_draft_get_nailed (draft));
  append_lines (attempt, KL_FEEDBACK_NEEDS_WORK, kl_draft_get_needs_work (draft));
  append_lines (attempt, KL_FEEDBACK_CORRECTION, kl_draft_get_corrections (draft));
  append_lines (attempt, KL_FEEDBACK_ACTION, kl_draft_get_actions (draft));
  append_lines (attempt, KL_FEEDBACK_INSIGHT, kl_draft_get_insight (draft));
  append_lines (attempt, KL_FEEDBACK_QUOTE, kl_draft_get_quote (draft));
  append_lines (attempt, KL_FEEDBACK_DEFENDED, kl_draft_get_defended (draft));
  append_verdicts (attempt, points, kl_draft_get_verdicts (draft), suggested);
  return attempt;
}
