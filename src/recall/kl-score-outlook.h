#pragma once

#include "chart/kl-score-series.h"
#include "coach/kl-scheduler.h"

G_BEGIN_DECLS

void kl_score_outlook_show (KlScoreSeries     *series,
                            const KlScheduler *scheduler,
                            const KlSchedule  *schedule,
                            const char        *subject_id,
                            gint64             today);

G_END_DECLS
