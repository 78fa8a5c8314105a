/* kl-amendment.c: a later change of mind about an attempt; the first value stays */

#include "config.h"

#include "kl-amendment.h"

struct _KlAmendment
{
  KlRecord parent_instance;

  char *date;
  double low;
  double high;
  char *note;
};

G_DEFINE_FINAL_TYPE (KlAmendment, kl_amendment, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "date", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, date), NULL },
  { "low", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAmendment, low), NULL },
  { "high", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAmendment, high), NULL },
  { "note", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAmendment, note), NULL },
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
