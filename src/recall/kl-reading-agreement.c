/* kl-reading-agreement.c: how often what KLearn suggested was what the person said */

#include "config.h"

#include "kl-reading-agreement.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/kl-verdict.h"

/**
 * kl_reading_agreement_add:
 * @self: an agreement, zeroed before the first
 * @facts: what was suggested of an attempt
 */
void
kl_reading_agreement_add (KlReadingAgreement      *self,
                          const KlSuggestionFacts *facts)
{
  self->n_judged += facts->n_judged;
  self->n_kept += facts->n_kept;
  if (!isfinite (facts->score) || !isfinite (facts->shown))
    return;

  self->n_scored++;
  self->difference += facts->score - facts->shown;
}

/**
 * kl_reading_agreement_add_attempt:
 * @self: an agreement, zeroed before the first
 * @attempt: an attempt with its verdicts and amendments
 */
void
kl_reading_agreement_add_attempt (KlReadingAgreement *self,
                                  KlAttempt          *attempt)
{
  GListModel *verdicts = kl_attempt_get_verdicts (attempt);
  KlSuggestionFacts facts = { .score = kl_score_get_value (kl_attempt_get_score (attempt)) };

  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);

      if (kl_verdict_get_suggested (verdict) == KL_VERDICT_UNSET || kl_verdict_get_value (verdict) == KL_VERDICT_UNSET)
        continue;
      facts.n_judged++;
      facts.n_kept += !kl_verdict_is_changed (verdict);
    }

  facts.shown = kl_attempt_get_suggested (attempt);
  kl_reading_agreement_add (self, &facts);
}

/* What is said of the scores, after what is said of the verdicts. */
static char *
dup_scores (const KlReadingAgreement *self)
{
  double mean = round (self->difference / self->n_scored);
  guint size = (guint) MIN (fabs (mean), 100);

  if (size == 0)
    return g_strdup (_("your scores are those that were suggested"));
  if (mean > 0)
    return g_strdup_printf (ngettext ("your scores are %u point higher", "your scores are %u points higher", size),
                            size);
  return g_strdup_printf (ngettext ("your scores are %u point lower", "your scores are %u points lower", size), size);
}

/**
 * kl_reading_agreement_to_text:
 * @self: an agreement
 *
 * Returns: (transfer full) (nullable): such as “You kept 41 of 48 suggested verdicts; your scores are 4 points higher”;
 *   %NULL where the person did not judge anything that was suggested
 */
char *
kl_reading_agreement_to_text (const KlReadingAgreement *self)
{
  g_autofree char *verdicts = NULL;
  g_autofree char *scores = NULL;

  if (self->n_judged == 0)
    return NULL;

  verdicts = g_strdup_printf (ngettext ("You kept %1$u of %2$u suggested verdict",
                                        "You kept %1$u of %2$u suggested verdicts", self->n_judged),
                              self->n_kept, self->n_judged);
  if (self->n_scored == 0)
    return g_steal_pointer (&verdicts);

  scores = dup_scores (self);
  /* Translators: “You kept 41 of 48 suggested verdicts; your scores are 4 points higher” */
  return g_strdup_printf (_("%1$s; %2$s"), verdicts, scores);
}
