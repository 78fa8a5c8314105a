#pragma once

#include "kl-insight-statement.h"
#include "kl-insight-topics.h"

G_BEGIN_DECLS

GPtrArray *kl_insight_strengths_new (const KlInsightReport *report,
                                     const KlInsightTopics *topics);

G_END_DECLS
