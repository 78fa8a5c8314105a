#pragma once

#include "chart/kl-data-chart.h"
#include "model/kl-plan.h"

#include "kl-insight-due.h"
#include "kl-insight-report.h"

G_BEGIN_DECLS

KlDataChart *kl_insight_charts_new_spread      (const KlInsightReport *report);
KlDataChart *kl_insight_charts_new_due         (const KlInsightDue    *due);
KlDataChart *kl_insight_charts_new_days        (const KlInsightReport *report);
KlDataChart *kl_insight_charts_new_calibration (const KlInsightReport *report,
                                                KlPlan                *plan);
KlDataChart *kl_insight_charts_new_missed      (const KlInsightReport *report,
                                                KlPlan                *plan);
KlDataChart *kl_insight_charts_new_time        (const KlInsightReport *report);

G_END_DECLS
