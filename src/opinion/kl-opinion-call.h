#pragma once

#include "kl-endpoint.h"

G_BEGIN_DECLS

/* The most that is read of an answer, in bytes, once unpacked. libsoup has a bound for what stands before it. */
#define KL_OPINION_CALL_MAX_BYTES (1024u * 1024u)

GBytes *kl_opinion_call_send (KlEndpoint    *endpoint,
                              const char    *key,
                              GBytes        *body,
                              GCancellable  *cancellable,
                              guint         *status,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
