/* kl-gap.c: what a person knows to be missing from a subject */

#include "config.h"

#include "kl-gap.h"

struct _KlGap
{
  KlRecord parent_instance;

  char *text;
  gboolean open;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlGap, kl_gap, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlGap, text), NULL },
  { "open", KL_FIELD_BOOLEAN, G_STRUCT_OFFSET (KlGap, open), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlGap, source), NULL },
};

static void
kl_gap_class_init (KlGapClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_gap_init (KlGap *self)
{
}

const char *
kl_gap_get_text (KlGap *self)
{
  g_return_val_if_fail (KL_IS_GAP (self), NULL);

  return self->text;
}

gboolean
kl_gap_get_open (KlGap *self)
{
  g_return_val_if_fail (KL_IS_GAP (self), FALSE);

  return self->open;
}

const char *
kl_gap_get_source (KlGap *self)
{
  g_return_val_if_fail (KL_IS_GAP (self), NULL);

  return self->source;
}
