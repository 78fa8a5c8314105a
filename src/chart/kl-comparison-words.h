#pragma once

#include "kl-score-comparison.h"

G_BEGIN_DECLS

char *kl_comparison_words_dup_summary    (KlScoreComparison *comparison);
char *kl_comparison_words_dup_unassessed (KlScoreComparison *comparison);

G_END_DECLS
