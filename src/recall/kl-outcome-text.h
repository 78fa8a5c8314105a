#pragma once

#include "coach/kl-expectation.h"
#include "model/kl-score.h"

G_BEGIN_DECLS

char *kl_outcome_text_guess    (double               guess,
                                KlScore              score);
char *kl_outcome_text_expected (const KlExpectation *expectation);

G_END_DECLS
