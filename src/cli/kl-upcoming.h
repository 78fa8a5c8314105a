#pragma once

#include "exchange/kl-json-writer.h"
#include "recall/kl-agenda.h"

#include "kl-invocation.h"

G_BEGIN_DECLS

KlAgenda *kl_upcoming_load         (KlInvocation         *invocation,
                                    KlPlan               *plan,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
char     *kl_upcoming_dup_day      (gint64                day);
char     *kl_upcoming_dup_expected (const KlExpectation  *expectation);
void      kl_upcoming_add_expected (KlJsonWriter         *json,
                                    const KlExpectation  *expectation);
void      kl_upcoming_add_members  (KlJsonWriter         *json,
                                    KlAgenda             *agenda,
                                    KlSubject            *subject);

G_END_DECLS
