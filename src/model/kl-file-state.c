/* kl-file-state.c: what KLearn left in the file that a plan is linked to
 *
 * It belongs to a document, beyond the reach of undo: what is in a file does not change when something is taken back in
 * the library.
 */

#include "config.h"

#include "kl-file-state.h"

struct _KlFileState
{
  KlRecord parent_instance;

  char *path;
  char *base;
  char *digest;
  char *intended;
  char *text;
  char *title;
  char *keys;
};

G_DEFINE_FINAL_TYPE (KlFileState, kl_file_state, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "path", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFileState, path), NULL },
  { "base", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFileState, base), NULL },
  { "digest", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFileState, digest), NULL },
  { "intended", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFileState, intended), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFileState, text), NULL },
  { "title", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFileState, title), NULL },
  { "keys", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFileState, keys), NULL },
};

static void
kl_file_state_class_init (KlFileStateClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_file_state_init (KlFileState *self)
{
}

const char *
kl_file_state_get_path (KlFileState *self)
{
  g_return_val_if_fail (KL_IS_FILE_STATE (self), NULL);

  return self->path;
}

/**
 * kl_file_state_get_base:
 * @self: a state
 *
 * Returns: (nullable): the digest that the document had when this was noted. A document that was read anew since, or
 *   whose reading was taken back, knows better, and this does not count
 */
const char *
kl_file_state_get_base (KlFileState *self)
{
  g_return_val_if_fail (KL_IS_FILE_STATE (self), NULL);

  return self->base;
}

/**
 * kl_file_state_get_digest:
 * @self: a state
 *
 * Returns: (nullable): the SHA-256 of what the file holds; %NULL where there is no file yet
 */
const char *
kl_file_state_get_digest (KlFileState *self)
{
  g_return_val_if_fail (KL_IS_FILE_STATE (self), NULL);

  return self->digest;
}

/**
 * kl_file_state_get_intended:
 * @self: a state
 *
 * Returns: (nullable): the SHA-256 of what was about to be put in its place. Where this is set, a writing did not come
 *   to its end, and the file holds either
 */
const char *
kl_file_state_get_intended (KlFileState *self)
{
  g_return_val_if_fail (KL_IS_FILE_STATE (self), NULL);

  return self->intended;
}

/**
 * kl_file_state_get_text:
 * @self: a state
 *
 * Returns: (nullable): what KLearn wrote, %NULL where it has not written yet
 */
const char *
kl_file_state_get_text (KlFileState *self)
{
  g_return_val_if_fail (KL_IS_FILE_STATE (self), NULL);

  return self->text;
}

/**
 * kl_file_state_get_title:
 * @self: a state
 *
 * Returns: (nullable): what the plan was called then
 */
const char *
kl_file_state_get_title (KlFileState *self)
{
  g_return_val_if_fail (KL_IS_FILE_STATE (self), NULL);

  return self->title;
}

/**
 * kl_file_state_get_keys:
 * @self: a state
 *
 * Returns: (nullable): a line for each record of the plan that stands in the text: its id, a space, and the key that it
 *   has there
 */
const char *
kl_file_state_get_keys (KlFileState *self)
{
  g_return_val_if_fail (KL_IS_FILE_STATE (self), NULL);

  return self->keys;
}
