/* kl-verdict.c: whether an attempt covered a key point */

#include "config.h"

#include "kl-verdict.h"

struct _KlVerdict
{
  KlRecord parent_instance;

  char *point;
  char *text;
  int value;
};

G_DEFINE_FINAL_TYPE (KlVerdict, kl_verdict, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "point", KL_FIELD_REFERENCE, G_STRUCT_OFFSET (KlVerdict, point), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlVerdict, text), NULL },
  { "value", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlVerdict, value), kl_verdict_value_get_type },
};

static void
kl_verdict_class_init (KlVerdictClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_verdict_init (KlVerdict *self)
{
}

const char *
kl_verdict_get_point (KlVerdict *self)
{
  g_return_val_if_fail (KL_IS_VERDICT (self), NULL);

  return self->point;
}

const char *
kl_verdict_get_text (KlVerdict *self)
{
  g_return_val_if_fail (KL_IS_VERDICT (self), NULL);

  return self->text;
}

KlVerdictValue
kl_verdict_get_value (KlVerdict *self)
{
  g_return_val_if_fail (KL_IS_VERDICT (self), 0);

  return (KlVerdictValue) self->value;
}
