#pragma once

#include "chart/kl-data-chart.h"
#include "kl-insight-due.h"
#include "kl-insight-topics.h"

G_BEGIN_DECLS

KlDataChart *kl_insight_charts_new_spread      (const KlInsightReport *report);
KlDataChart *kl_insight_charts_new_due         (const KlInsightDue    *due);
KlDataChart *kl_insight_charts_new_days        (const KlInsightReport *report);
KlDataChart *kl_insight_charts_new_calibration (const KlInsightReport *report,
                                                const KlInsightTopics *topics);
KlDataChart *kl_insight_charts_new_suggestions (const KlInsightReport *report,
                                                const KlInsightTopics *topics);
KlDataChart *kl_insight_charts_new_missed      (const KlInsightReport *report,
                                                const KlInsightTopics *topics);
KlDataChart *kl_insight_charts_new_time        (const KlInsightReport *report);

G_END_DECLS
