/* kl-insight-rows.c: what a library knows of how it goes with a plan on the whole */

#include "config.h"

#include "kl-insight-rows.h"

/**
 * kl_insight_rows_new:
 *
 * Returns: (transfer full): rows of no subject
 */
KlInsightRows *
kl_insight_rows_new (void)
{
  KlInsightRows *self = g_new0 (KlInsightRows, 1);

  self->subject_ids = g_ptr_array_new_with_free_func (g_free);
  self->attempts = g_array_new (FALSE, FALSE, sizeof (KlInsightAttempt));
  self->sessions = g_array_new (FALSE, FALSE, sizeof (KlInsightSession));
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_insight_point_free);
  self->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_insight_correction_free);
  return self;
}

/**
 * kl_insight_rows_free:
 * @self: (transfer full): rows
 */
void
kl_insight_rows_free (KlInsightRows *self)
{
  g_ptr_array_unref (self->subject_ids);
  g_array_unref (self->attempts);
  g_array_unref (self->sessions);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->corrections);
  g_free (self);
}

/**
 * kl_insight_point_new:
 * @id: the id of a point
 * @subject: the number of its subject
 * @text: its words, which need not be UTF-8
 *
 * Returns: (transfer full): the point, on which there is no verdict yet
 */
KlInsightPoint *
kl_insight_point_new (const char *id,
                      guint       subject,
                      const char *text)
{
  KlInsightPoint *self = g_new0 (KlInsightPoint, 1);

  self->id = g_strdup (id);
  self->subject = subject;
  self->text = g_utf8_make_valid (text, -1);
  return self;
}

/**
 * kl_insight_point_free:
 * @self: (transfer full): a point
 */
void
kl_insight_point_free (KlInsightPoint *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

static gboolean
is_before (const KlInsightVerdict *a,
           const KlInsightVerdict *b)
{
  return a->day < b->day || (a->day == b->day && a->number < b->number);
}

/**
 * kl_insight_point_add:
 * @self: a point
 * @verdict: a verdict on it
 */
void
kl_insight_point_add (KlInsightPoint         *self,
                      const KlInsightVerdict *verdict)
{
  if (self->n_judged == 0 || is_before (verdict, &self->first))
    self->first = *verdict;
  if (self->n_judged == 0 || is_before (&self->last, verdict))
    self->last = *verdict;
  self->n_judged++;
  self->n_partly += verdict->value == KL_VERDICT_PARTLY ? 1 : 0;
  self->n_missed += verdict->value == KL_VERDICT_MISSED ? 1 : 0;
}

/**
 * kl_insight_correction_new:
 * @subject: the number of a subject
 * @attempt_id: the id of the attempt that was corrected
 * @wrong: what was said, which need not be UTF-8
 * @right: what is right
 *
 * Returns: (transfer full): the correction
 */
KlInsightCorrection *
kl_insight_correction_new (guint       subject,
                           const char *attempt_id,
                           const char *wrong,
                           const char *right)
{
  KlInsightCorrection *self = g_new0 (KlInsightCorrection, 1);

  self->subject = subject;
  self->attempt_id = g_strdup (attempt_id);
  self->wrong = g_utf8_make_valid (wrong, -1);
  self->right = g_utf8_make_valid (right, -1);
  return self;
}

/**
 * kl_insight_correction_free:
 * @self: (transfer full): a correction
 */
void
kl_insight_correction_free (KlInsightCorrection *self)
{
  g_free (self->attempt_id);
  g_free (self->wrong);
  g_free (self->right);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_free (self);
}

/**
 * kl_insight_explanation_free:
 * @self: (transfer full): an explanation
 */
void
kl_insight_explanation_free (KlInsightExplanation *self)
{
  g_free (self->attempt_id);
  g_free (self->text);
  g_free (self);
}
