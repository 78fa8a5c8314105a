#pragma once

#include "model/kl-plan.h"

#include "kl-insight-report.h"
#include "kl-insight-statement.h"

G_BEGIN_DECLS

GPtrArray *kl_insight_improvements_new (const KlInsightReport *report,
                                        KlPlan                *plan);
GPtrArray *kl_insight_improvements_list_returns (const KlInsightReport *report,
                                                 KlPlan                *plan,
                                                 guint                  limit);
GPtrArray *kl_insight_improvements_list_biases  (const KlInsightReport *report,
                                                 KlPlan                *plan,
                                                 guint                  limit);

G_END_DECLS
