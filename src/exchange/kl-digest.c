/* kl-digest.c: the SHA-256 of a document, made by another thread while the document is read
 *
 * That of a long one takes a tenth of the time that reading it takes.
 */

#include "config.h"

#include "kl-digest.h"

/* A shorter document is through before a thread has begun. */
#define MIN_BYTES (256u * 1024u)

struct _KlDigest
{
  GBytes *bytes;
  GThread *thread;
};

static gpointer
compute_thread (gpointer data)
{
  g_autoptr(GBytes) bytes = data;

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * kl_digest_new:
 * @bytes: a document
 *
 * Returns: (transfer full): its digest, on its way
 */
KlDigest *
kl_digest_new (GBytes *bytes)
{
  KlDigest *self = g_new0 (KlDigest, 1);

  self->bytes = g_bytes_ref (bytes);
  if (g_bytes_get_size (bytes) >= MIN_BYTES)
    {
      self->thread = g_thread_try_new ("klearn-digest", compute_thread, g_bytes_ref (bytes), NULL);
      if (self->thread == NULL)
        g_bytes_unref (bytes);
    }
  return self;
}

/**
 * kl_digest_free:
 * @self: (transfer full): a digest
 */
void
kl_digest_free (KlDigest *self)
{
  if (self->thread != NULL)
    g_free (g_thread_join (self->thread));
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * kl_digest_dup:
 * @self: a digest
 *
 * Waits until it is known.
 *
 * Returns: (transfer full): it, in hexadecimal
 */
char *
kl_digest_dup (KlDigest *self)
{
  if (self->thread != NULL)
    return g_thread_join (g_steal_pointer (&self->thread));

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
}
