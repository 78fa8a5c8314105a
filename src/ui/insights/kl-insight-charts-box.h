#pragma once

#include "recall/kl-insight-topics.h"
#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_INSIGHT_CHARTS_BOX (kl_insight_charts_box_get_type ())

G_DECLARE_FINAL_TYPE (KlInsightChartsBox, kl_insight_charts_box, KL, INSIGHT_CHARTS_BOX, GtkBox)

GtkWidget *kl_insight_charts_box_new              (KlPage                *page);
void       kl_insight_charts_box_set_report       (KlInsightChartsBox    *self,
                                                   const KlInsightReport *report,
                                                   const KlInsightTopics *topics);
void       kl_insight_charts_box_show_calibration (KlInsightChartsBox    *self);

G_END_DECLS
