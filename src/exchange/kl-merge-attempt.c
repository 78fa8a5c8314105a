/* kl-merge-attempt.c: an attempt that was edited in the document
 *
 * What was recorded never changes. Another score in the document is a change of mind, so it becomes an amendment, which
 * keeps the first value and counts from then on; another date or label stays in the document only.
 */

#include "config.h"

#include "kl-merge-attempt.h"

#include <glib/gi18n.h>

#include "model/kl-amendment.h"

static gboolean
scores_are_equal (KlScore a,
                  KlScore b)
{
  if (!kl_score_is_set (a) || !kl_score_is_set (b))
    return kl_score_is_set (a) == kl_score_is_set (b);

  return !(a.low < b.low) && !(a.low > b.low) && !(a.high < b.high) && !(a.high > b.high);
}

static void
amend (KlChange  *change,
       KlAttempt *stored,
       KlScore    score)
{
  gint64 position = g_list_model_get_n_items (kl_attempt_get_amendments (stored)) + 1;
  g_autoptr(KlAmendment) amendment = g_object_new (KL_TYPE_AMENDMENT,
                                                   "owner", kl_record_get_id (KL_RECORD (stored)),
                                                   "position", position,
                                                   "low", score.low,
                                                   "high", score.high,
                                                   "note", _("Changed in the document"),
                                                   NULL);

  kl_change_insert (change, KL_RECORD (amendment));
}

static char *
dup_score (KlScore score)
{
  if (!kl_score_is_set (score))
    return NULL;
  return kl_score_is_range (score) ? g_strdup_printf ("%.4g–%.4g", score.low, score.high)
                                   : g_strdup_printf ("%.4g", score.low);
}

static gboolean
asks_for_file (KlMergeQuestions *questions,
               KlAttempt        *stored,
               KlScore           score)
{
  g_autofree char *mine = dup_score (kl_attempt_get_score (stored));
  g_autofree char *file = dup_score (score);

  return kl_merge_questions_take_file (questions, KL_RECORD (stored), "low", mine, file);
}

/**
 * kl_merge_attempt_update:
 * @change: takes what has to be set
 * @imported: of the document
 * @base: (nullable): the same of the document before
 * @stored: the same of the library
 * @questions: asked where the score was amended in KLearn as well
 *
 * Returns: what becomes of the differences
 */
KlMergeAttempt
kl_merge_attempt_update (KlChange         *change,
                         KlAttempt        *imported,
                         KlAttempt        *base,
                         KlAttempt        *stored,
                         KlMergeQuestions *questions)
{
  KlScore score = kl_attempt_get_first_score (imported);
  const char *source = kl_attempt_get_source (imported);

  /* How the document names it is bookkeeping, not history. */
  if (g_strcmp0 (source, kl_attempt_get_source (stored)) != 0)
    kl_change_set_string (change, KL_RECORD (stored), "source", source);

  if (kl_attempt_get_explanation (stored) == NULL && kl_attempt_get_explanation (imported) != NULL)
    kl_change_set_string (change, KL_RECORD (stored), "explanation", kl_attempt_get_explanation (imported));
  if (base == NULL)
    return KL_MERGE_ATTEMPT_SAME;

  if (kl_score_is_set (score) && !scores_are_equal (score, kl_attempt_get_first_score (base)) &&
      !scores_are_equal (score, kl_attempt_get_score (stored)))
    {
      if (!scores_are_equal (kl_attempt_get_first_score (base), kl_attempt_get_score (stored)) &&
          !asks_for_file (questions, stored, score))
        return KL_MERGE_ATTEMPT_SAME;
      amend (change, stored, score);
      return KL_MERGE_ATTEMPT_AMENDED;
    }

  if (g_strcmp0 (kl_attempt_get_date (imported), kl_attempt_get_date (base)) != 0 ||
      g_strcmp0 (kl_attempt_get_label (imported), kl_attempt_get_label (base)) != 0)
    return KL_MERGE_ATTEMPT_KEPT;

  return KL_MERGE_ATTEMPT_SAME;
}
