#pragma once

#include "model/kl-plan.h"
#include "model/kl-session-kind.h"

G_BEGIN_DECLS

/* No session is meant to be longer. */
#define KL_STUDY_MINUTES_MAX 1000

gint64 kl_study_minutes_suggest (KlPlan        *plan,
                                 KlSubject     *subject,
                                 KlSessionKind  kind);

G_END_DECLS
