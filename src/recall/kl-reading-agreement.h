#pragma once

#include "model/kl-attempt.h"
#include "model/kl-suggestion-facts.h"

G_BEGIN_DECLS

/**
 * KlReadingAgreement:
 * @n_judged: how many of the suggested verdicts the person judged
 * @n_kept: how many of these they kept
 * @n_scored: how many attempts have a suggested score and one of the person's
 * @difference: by how many points those of the person are higher, all together
 *
 * How often what KLearn suggested was what the person said. Attempts with help count as well: help changes what is
 * explained, not how it is judged.
 */
typedef struct
{
  guint  n_judged;
  guint  n_kept;
  guint  n_scored;
  double difference;
} KlReadingAgreement;

void  kl_reading_agreement_add         (KlReadingAgreement       *self,
                                        const KlSuggestionFacts  *facts);
void  kl_reading_agreement_add_attempt (KlReadingAgreement       *self,
                                        KlAttempt                *attempt);
char *kl_reading_agreement_to_text     (const KlReadingAgreement *self);

G_END_DECLS
