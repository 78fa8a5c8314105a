#pragma once

#include "chart/kl-score-comparison.h"
#include "storage/kl-library.h"

#include "kl-insight-topics.h"

G_BEGIN_DECLS

#define KL_TYPE_COMPARISON (kl_comparison_get_type ())

G_DECLARE_FINAL_TYPE (KlComparison, kl_comparison, KL, COMPARISON, GObject)

KlComparison      *kl_comparison_for          (KlLibrary             *library,
                                               KlPlan                *plan);
GPtrArray         *kl_comparison_suggest      (const KlInsightReport *report,
                                               const KlInsightTopics *topics);
void               kl_comparison_begin        (KlComparison          *self,
                                               GPtrArray             *subjects);
gboolean           kl_comparison_toggle       (KlComparison          *self,
                                               KlSubject             *subject);
gboolean           kl_comparison_contains     (KlComparison          *self,
                                               KlSubject             *subject);
guint              kl_comparison_get_n_chosen (KlComparison          *self);
gboolean           kl_comparison_is_loading   (KlComparison          *self);
KlScoreComparison *kl_comparison_get_chart    (KlComparison          *self);
const char        *kl_comparison_get_problem  (KlComparison          *self);
KlSubject         *kl_comparison_find_subject (KlComparison          *self,
                                               const char            *attempt_id);

G_END_DECLS
