#pragma once

#include "model/kl-attempt.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

char       *kl_text_dup_number (double     number);
char       *kl_text_dup_score  (KlScore    score);
const char *kl_text_band       (KlPlan    *plan,
                                KlScore    score);
const char *kl_text_depth      (KlDepth    depth);
char       *kl_text_dup_moment (const char *date);

G_END_DECLS
