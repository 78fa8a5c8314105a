#pragma once

#include "model/kl-change.h"
#include "model/kl-study-clock.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

KlChange *kl_study_log_new (KlSubject    *subject,
                            KlStudyClock *clock,
                            gint64        seconds,
                            KlDepth       depth);

G_END_DECLS
