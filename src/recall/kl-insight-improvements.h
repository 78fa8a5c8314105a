#pragma once

#include "kl-insight-statement.h"
#include "kl-insight-topics.h"

G_BEGIN_DECLS

GPtrArray *kl_insight_improvements_new (const KlInsightReport *report,
                                        const KlInsightTopics *topics);
GPtrArray *kl_insight_improvements_list_returns (const KlInsightReport *report,
                                                 const KlInsightTopics *topics,
                                                 guint                  limit);
GPtrArray *kl_insight_improvements_list_biases  (const KlInsightReport *report,
                                                 const KlInsightTopics *topics,
                                                 guint                  limit);

G_END_DECLS
