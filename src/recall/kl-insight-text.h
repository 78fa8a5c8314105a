#pragma once

#include "kl-insight-due.h"
#include "kl-insight-topics.h"

G_BEGIN_DECLS

char *kl_insight_text_spread      (const KlInsightReport *report);
char *kl_insight_text_band        (const KlInsightReport *report,
                                   guint                  rank);
char *kl_insight_text_due         (const KlInsightDue    *due);
char *kl_insight_text_due_week    (const KlInsightDue    *due,
                                   guint                  week);
char *kl_insight_text_activity    (const KlInsightReport *report);
char *kl_insight_text_calibration (const KlInsightCalibration *calibration);
char *kl_insight_text_missed      (const KlInsightPoint  *point);
char *kl_insight_text_missed_first (const KlInsightReport *report,
                                    const KlInsightTopics *topics);
char *kl_insight_text_time        (const KlInsightReport *report);
char *kl_insight_text_span        (gint64                 seconds);
char *kl_insight_text_week        (const KlInsightReport *report,
                                   gint64                 monday);

G_END_DECLS
