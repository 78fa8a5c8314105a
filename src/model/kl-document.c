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
};

G_DEFINE_FINAL_TYPE (KlDocument, kl_document, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "path", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, path), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, text), NULL },
  { "digest", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, digest), NULL },
  { "imported", KL_FIELD_STRING, G_STRUCT_OFFSET (KlDocument, imported), NULL },
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
