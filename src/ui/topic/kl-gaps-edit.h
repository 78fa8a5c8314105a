#pragma once

#include "model/kl-change.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

KlChange *kl_gaps_edit_new_open   (KlSubject *subject,
                                   GPtrArray *gaps,
                                   gboolean   open);
KlChange *kl_gaps_edit_new_topics (KlPlan    *plan,
                                   KlSubject *subject,
                                   GPtrArray *gaps);

G_END_DECLS
