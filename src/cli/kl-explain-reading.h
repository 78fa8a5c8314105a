#pragma once

#include "exchange/kl-json-writer.h"
#include "model/kl-attempt.h"

#include "kl-invocation.h"

G_BEGIN_DECLS

typedef struct _KlExplainReading KlExplainReading;

KlExplainReading *kl_explain_reading_new            (KlInvocation            *invocation,
                                                     KlPlan                  *plan,
                                                     KlSubject               *subject,
                                                     const char              *explanation,
                                                     GError                 **error);
void              kl_explain_reading_free           (KlExplainReading        *self);

double            kl_explain_reading_get_score      (const KlExplainReading  *self);
void              kl_explain_reading_print          (const KlExplainReading  *self,
                                                     KlOutput                *output);
void              kl_explain_reading_add_suggestion (const KlExplainReading  *self,
                                                     KlJsonWriter            *json);
void              kl_explain_reading_add_verdicts   (const KlExplainReading  *self,
                                                     KlJsonWriter            *json);
void              kl_explain_reading_record         (const KlExplainReading  *self,
                                                     KlAttempt               *attempt,
                                                     gboolean                 accepted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlExplainReading, kl_explain_reading_free)

G_END_DECLS
