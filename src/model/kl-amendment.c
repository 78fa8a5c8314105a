/* kl-amendment.c: a later change of mind about an attempt; the first value stays
 *
 * Another score stands here, and the one that was recorded with the attempt. Of what was said about it, the feedback
 * has what counts, and the words that it had before stand here: none where it was added, and its last ones where it is
 * gone.
 */

#include "config.h"

#include "kl-amendment.h"

struct _KlAmendment
{
  KlRecord parent_instance;

  char *date;
  double low;
  double high;
  char *note;
  char *item;
  char *text;
  char *wrong;
  char *right;
};

G_DEFINE_FINAL_TYPE (KlAmendment, kl_amendment, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "date", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, date), NULL },
  { "low", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAmendment, low), NULL },
  { "high", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAmendment, high), NULL },
  { "note", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, note), NULL },
  { "item", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, item), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, text), NULL },
  { "wrong", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, wrong), NULL },
  { "right", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, right), NULL },
};

static void
kl_amendment_class_init (KlAmendmentClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_amendment_init (KlAmendment *self)
{
}

const char *
kl_amendment_get_date (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), NULL);

  return self->date;
}

double
kl_amendment_get_low (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), 0);

  return self->low;
}

double
kl_amendment_get_high (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), 0);

  return self->high;
}

const char *
kl_amendment_get_note (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), NULL);

  return self->note;
}

/**
 * kl_amendment_get_item:
 * @self: an amendment
 *
 * Returns: (transfer none) (nullable): the id of the feedback that was added, changed or withdrawn; it may be gone
 */
const char *
kl_amendment_get_item (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), NULL);

  return self->item;
}

/**
 * kl_amendment_get_text:
 * @self: an amendment
 *
 * Returns: (transfer none) (nullable): what the feedback said before
 */
const char *
kl_amendment_get_text (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), NULL);

  return self->text;
}

/**
 * kl_amendment_get_wrong:
 * @self: an amendment
 *
 * Returns: (transfer none) (nullable): the wrong side of a correction before
 */
const char *
kl_amendment_get_wrong (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), NULL);

  return self->wrong;
}

/**
 * kl_amendment_get_right:
 * @self: an amendment
 *
 * Returns: (transfer none) (nullable): the right side of a correction before
 */
const char *
kl_amendment_get_right (KlAmendment *self)
{
  g_return_val_if_fail (KL_IS_AMENDMENT (self), NULL);

  return self->right;
}
