#pragma once

#include "kl-prospect.h"

G_BEGIN_DECLS

#define KL_TYPE_DUTY (kl_duty_get_type ())

G_DECLARE_FINAL_TYPE (KlDuty, kl_duty, KL, DUTY, GObject)

KlDuty              *kl_duty_new             (const KlProspect *prospect,
                                              KlDutyKind        kind,
                                              const char       *why);
KlSubject           *kl_duty_get_subject     (KlDuty           *self);
KlDutyKind           kl_duty_get_kind        (KlDuty           *self);
gint64               kl_duty_get_due         (KlDuty           *self);
const KlExpectation *kl_duty_get_expectation (KlDuty           *self);
const char          *kl_duty_get_why         (KlDuty           *self);
gboolean             kl_duty_equal           (KlDuty           *self,
                                              KlDuty           *other);

G_END_DECLS
