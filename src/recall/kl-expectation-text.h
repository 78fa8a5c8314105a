#pragma once

#include "coach/kl-expectation.h"

G_BEGIN_DECLS

char *kl_expectation_to_text (const KlExpectation *self);

G_END_DECLS
