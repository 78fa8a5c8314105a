/* kl-document.c: the file that a plan was imported from, byte for byte */

#include "config.h"

#include "kl-document.h"

struct _KlDocument
{
  KlRecord parent_instance;

  char *path;
  char *text;
  char *digest;
  char *imported;
  char *title;
  KlFollow follow;
  char *headings;
};

G_DEFINE_FINAL_TYPE (KlDocument, kl_document, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "path", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, path), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, text), NULL },
  { "digest", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, digest), NULL },
  { "imported", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, imported), NULL },
  { "title", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, title), NULL },
  { "follow", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlDocument, follow), kl_follow_get_type },
  { "headings", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, headings), NULL },
};

static void
kl_document_class_init (KlDocumentClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_document_init (KlDocument *self)
{
}

const char *
kl_document_get_path (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), NULL);

  return self->path;
}

const char *
kl_document_get_text (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), NULL);

  return self->text;
}

const char *
kl_document_get_digest (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), NULL);

  return self->digest;
}

const char *
kl_document_get_imported (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), NULL);

  return self->imported;
}

/**
 * kl_document_get_title:
 * @self: a document
 *
 * Returns: (nullable): what the plan was called when the file was last read or written. Where the plan is called
 *   otherwise by now, somebody renamed it in KLearn, and the document does not know yet
 */
const char *
kl_document_get_title (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * kl_document_get_follow:
 * @self: a document
 *
 * Returns: whether the file at the document's path follows the plan
 */
KlFollow
kl_document_get_follow (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), KL_FOLLOW_NOT);

  return self->follow;
}

/**
 * kl_document_get_headings:
 * @self: a document
 *
 * Returns: (nullable): what the person chose that headings become, where that is not what the reader makes of them: a
 *   line for each, with the heading's line in the text, counted from one, and the choice
 */
const char *
kl_document_get_headings (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), NULL);

  return self->headings;
}
