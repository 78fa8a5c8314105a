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
  KlFileState *file_state;
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
kl_document_finalize (GObject *object)
{
  g_clear_object (&KL_DOCUMENT (object)->file_state);

  G_OBJECT_CLASS (kl_document_parent_class)->finalize (object);
}

static void
kl_document_class_init (KlDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_document_finalize;

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

/**
 * kl_document_get_file_state:
 * @self: a document that was read with its plan
 *
 * Returns: (transfer none) (nullable): what KLearn left in the file since the document was read from it, %NULL where it
 *   was not written
 */
KlFileState *
kl_document_get_file_state (KlDocument *self)
{
  g_return_val_if_fail (KL_IS_DOCUMENT (self), NULL);

  return self->file_state;
}

/**
 * kl_document_set_file_state:
 * @self: a document
 * @state: (nullable): what KLearn left in its file; it does not count where the document was read from another file, or
 *   holds something else, than at that time
 */
void
kl_document_set_file_state (KlDocument  *self,
                            KlFileState *state)
{
  g_return_if_fail (KL_IS_DOCUMENT (self));

  if (state != NULL
      && (g_strcmp0 (kl_file_state_get_path (state), self->path) != 0
          || g_strcmp0 (kl_file_state_get_base (state), self->digest) != 0))
    state = NULL;
  g_set_object (&self->file_state, state);
}
