#pragma once

#include "opinion/kl-opinion.h"

#include "opinion-server.h"

G_BEGIN_DECLS

extern const char opinion_fixture_good_answer[];

KlOpinionQuestion *opinion_fixture_new_question (void);
KlProposal        *opinion_fixture_ask          (OpinionServer  *server,
                                                 KlKeyStore     *keys,
                                                 guint           milliseconds,
                                                 GError        **error);
KlProposal        *opinion_fixture_ask_at       (const char     *address,
                                                 KlKeyStore     *keys,
                                                 guint           milliseconds,
                                                 GCancellable   *cancellable,
                                                 GError        **error);

G_END_DECLS
