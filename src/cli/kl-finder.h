#pragma once

#include "kl-invocation.h"

G_BEGIN_DECLS

KlPlan    *kl_find_plan     (KlInvocation  *invocation,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
KlSubject *kl_find_subject  (KlInvocation  *invocation,
                             KlPlan       **plan,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kl_find_subjects (KlInvocation  *invocation,
                             KlPlan       **plan,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
