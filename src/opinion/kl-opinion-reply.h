#pragma once

#include "kl-proposal.h"

G_BEGIN_DECLS

/* What an answer may have at most. */
#define KL_OPINION_REPLY_MAX_ITEMS 100u
#define KL_OPINION_REPLY_MAX_CHARS 2000u

KlProposal *kl_opinion_reply_read        (GBytes        *body,
                                          guint          n_points,
                                          const char    *source,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
char       *kl_opinion_reply_dup_problem (GBytes        *body);

G_END_DECLS
