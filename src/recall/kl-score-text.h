#pragma once

#include "model/kl-plan.h"
#include "model/kl-score.h"

G_BEGIN_DECLS

char       *kl_score_text_format        (KlScore     score);
char       *kl_score_text_describe      (KlPlan     *plan,
                                         KlScore     score);
char       *kl_score_text_describe_in   (const GArray *bands,
                                         KlScore       score);
char       *kl_score_text_mark_in       (const GArray *bands,
                                         KlScore       score);
char       *kl_score_text_mark          (KlPlan     *plan,
                                         KlScore     score);
const char *kl_score_text_get_shape     (KlPlan     *plan,
                                         KlScore     score);
char       *kl_score_text_find_mismatch (KlPlan     *plan,
                                         const char *label,
                                         KlScore     score);
KlScore     kl_score_text_parse         (const char *text,
                                         gboolean   *valid);

G_END_DECLS
