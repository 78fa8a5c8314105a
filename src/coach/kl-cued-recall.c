/* kl-cued-recall.c: an explanation with questions in it, which were answered below
 *
 * A question has the point's own words: it says nothing for the point. What was said only after a question was recalled
 * with its help, so that it covers a point in part at most.
 */

#include "config.h"

#include "kl-cued-recall.h"

#include "kl-quoted-question.h"

#include <string.h>

static gboolean
is_more (KlVerdictValue verdict,
         KlVerdictValue than)
{
  return verdict < than; /* covered, partly, missed */
}

/**
 * kl_cued_recall_combine:
 * @whole: the reading of an explanation with what was answered after questions; becomes that of the explanation
 * @before: the reading of what was said before the first question, of the same points; what was in it is gone
 *
 * What was said before a question counts as ever. Where the answers say more than that, their words are what speaks for
 * the point, which they cover in part at most.
 */
void
kl_cued_recall_combine (KlExplanationReading *whole,
                        KlExplanationReading *before)
{
  for (gsize i = 0; i < kl_explanation_reading_get_n_points (whole); i++)
    {
      KlPointReading *point = kl_explanation_reading_edit_point (whole, i);
      KlPointReading *earlier = kl_explanation_reading_edit_point (before, i);

      if (is_more (point->verdict, earlier->verdict))
        {
          point->is_cued = TRUE;
          point->verdict = KL_VERDICT_PARTLY;
        }
      else if (earlier->verdict != KL_VERDICT_MISSED || earlier->score >= point->score)
        {
          KlPointReading later = *point;

          *point = *earlier;
          *earlier = later;
        }
    }
}

/**
 * kl_cued_recall_read:
 * @self: a coach
 * @prompt: (nullable): what was asked: words that say nothing for a point, since they were given
 * @points: (array length=n_points): key points
 * @n_points: how many
 * @explanation: what the person wrote, UTF-8, with the questions that were put to them (kl_quoted_question_find())
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads an explanation as kl_coach_read() does, but for the words of questions, and with what was said only after one
 * as covering a point in part at most. Without questions it is the same reading.
 *
 * Returns: (transfer full) (nullable): the reading; %NULL only where it was cancelled
 */
KlExplanationReading *
kl_cued_recall_read (KlCoach            *self,
                     const char         *prompt,
                     const char *const  *points,
                     gsize               n_points,
                     const char         *explanation,
                     GCancellable       *cancellable,
                     GError            **error)
{
  gsize first = 0;
  g_autofree char *said = kl_quoted_question_blank (explanation, &first);
  g_autoptr(KlExplanationReading) whole = NULL;
  g_autoptr(KlExplanationReading) before = NULL;
  gboolean has_questions = said[first] != '\0';

  whole = kl_coach_read (self, prompt, points, n_points, said, cancellable, error);
  if (whole == NULL || !has_questions)
    return g_steal_pointer (&whole);

  said[first] = '\0';
  before = kl_coach_read (self, prompt, points, n_points, said, cancellable, error);
  if (before == NULL)
    return NULL;
  kl_cued_recall_combine (whole, before);
  return g_steal_pointer (&whole);
}
