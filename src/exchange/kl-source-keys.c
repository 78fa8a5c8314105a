/* kl-source-keys.c: the keys that a document's records are known by when it is read again */

#include "config.h"

#include "kl-source-keys.h"

#include <string.h>

/* Of a key, as it is written and as it is kept to tell whether there was one before. */
#define KEY_LENGTH 20
#define KEY_BYTES (KEY_LENGTH / 2)
#define SHA1_BYTES 20
#define CHUNK_BYTES (64 * 1024)

struct _KlSourceKeys
{
  GHashTable *seen; /* the beginning of a digest → how many records have it */
  GStringChunk *bytes;
  GChecksum *checksum;
};

static guint
key_hash (gconstpointer key)
{
  guint hash;

  memcpy (&hash, key, sizeof hash);
  return hash;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  return memcmp (a, b, KEY_BYTES) == 0;
}

/**
 * kl_source_keys_new:
 *
 * Returns: (transfer full): the keys of a document, none so far
 */
KlSourceKeys *
kl_source_keys_new (void)
{
  KlSourceKeys *self = g_new0 (KlSourceKeys, 1);

  self->seen = g_hash_table_new (key_hash, key_equal);
  /* There are as many of these as lines. In pieces of their own they leave no holes between what stays. */
  self->bytes = g_string_chunk_new (CHUNK_BYTES);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA1);
  return self;
}

/**
 * kl_source_keys_free:
 * @self: (transfer full): the keys of a document
 */
void
kl_source_keys_free (KlSourceKeys *self)
{
  g_hash_table_unref (self->seen);
  g_string_chunk_free (self->bytes);
  g_checksum_free (self->checksum);
  g_free (self);
}

static const char *
digest (KlSourceKeys *self,
        const char   *owner_key,
        const char   *kind,
        const char   *text,
        guint         ordinal)
{
  g_checksum_reset (self->checksum);
  g_checksum_update (self->checksum, (const guchar *) owner_key, (gssize) strlen (owner_key) + 1);
  g_checksum_update (self->checksum, (const guchar *) kind, (gssize) strlen (kind) + 1);
  g_checksum_update (self->checksum, (const guchar *) text, (gssize) strlen (text));
  if (ordinal > 0)
    g_checksum_update (self->checksum, (const guchar *) &ordinal, sizeof ordinal);
  return g_checksum_get_string (self->checksum);
}

/**
 * kl_source_keys_dup:
 * @self: the keys of a document
 * @owner_key: the key of what the record belongs to, "" for the plan
 * @kind: of record
 * @text: what tells it from its siblings
 *
 * Returns: (transfer full): a short key that no other record of this document has, and that the same record will have
 *   when the document is read again
 */
char *
kl_source_keys_dup (KlSourceKeys *self,
                    const char   *owner_key,
                    const char   *kind,
                    const char   *text)
{
  const char *key = digest (self, owner_key, kind, text, 0);
  char bytes[SHA1_BYTES];
  gsize n_bytes = sizeof bytes;
  gpointer known;
  gpointer seen = NULL;

  g_checksum_get_digest (self->checksum, (guint8 *) bytes, &n_bytes);
  if (!g_hash_table_lookup_extended (self->seen, bytes, &known, &seen))
    known = g_string_chunk_insert_len (self->bytes, bytes, KEY_BYTES);
  g_hash_table_insert (self->seen, known, GUINT_TO_POINTER (GPOINTER_TO_UINT (seen) + 1));
  if (seen != NULL)
    key = digest (self, owner_key, kind, text, GPOINTER_TO_UINT (seen));
  return g_strndup (key, KEY_LENGTH);
}
