#pragma once

#include "coach/kl-schedule.h"
#include "coach/kl-training-set.h"
#include "storage/kl-review-rows.h"

G_BEGIN_DECLS

GHashTable    *kl_replay_schedules    (const KlReviewRows *rows,
                                       const KlFsrs       *fsrs,
                                       GTimeZone          *zone,
                                       guint               rollover);
KlTrainingSet *kl_replay_training_set (const KlReviewRows *rows,
                                       GTimeZone          *zone,
                                       guint               rollover);

G_END_DECLS
