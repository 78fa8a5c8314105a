#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KlDigest KlDigest;

KlDigest *kl_digest_new  (GBytes   *bytes);
void      kl_digest_free (KlDigest *self);
char     *kl_digest_dup  (KlDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlDigest, kl_digest_free)

G_END_DECLS
