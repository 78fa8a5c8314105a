#pragma once

#include "model/kl-plan.h"

#include "kl-insight-report.h"
#include "kl-insight-statement.h"

G_BEGIN_DECLS

GPtrArray *kl_insight_strengths_new (const KlInsightReport *report,
                                     KlPlan                *plan);

G_END_DECLS
