#pragma once

#include "kl-proposal.h"

G_BEGIN_DECLS

/* The most that is read, in bytes, and the most items that come of it. */
#define KL_PASTED_FEEDBACK_MAX_BYTES (256u * 1024u)
#define KL_PASTED_FEEDBACK_MAX_ITEMS 200u

KlProposal *kl_pasted_feedback_read (const char         *text,
                                     const char         *title,
                                     const char *const  *points,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
