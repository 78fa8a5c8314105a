#pragma once

#include "kl-endpoint.h"
#include "kl-key-store.h"
#include "kl-opinion-question.h"
#include "kl-proposal.h"

G_BEGIN_DECLS

/* How long an answer may take, all together. */
#define KL_OPINION_SECONDS 30u

#define KL_TYPE_OPINION (kl_opinion_get_type ())

G_DECLARE_FINAL_TYPE (KlOpinion, kl_opinion, KL, OPINION, GObject)

KlOpinion  *kl_opinion_new               (KlKeyStore           *keys);
void        kl_opinion_set_milliseconds  (KlOpinion            *self,
                                          guint                 milliseconds);
void        kl_opinion_ask_async         (KlOpinion            *self,
                                          KlEndpoint           *endpoint,
                                          KlOpinionQuestion    *question,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
KlProposal *kl_opinion_ask_finish        (KlOpinion            *self,
                                          GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
