/* kl-verdict.c: whether an attempt covered a key point, as the person judged it and as KLearn had suggested */

#include "config.h"

#include "kl-verdict.h"

struct _KlVerdict
{
  KlRecord parent_instance;

  char *point;
  char *text;
  int value;
  int suggested;
};

G_DEFINE_FINAL_TYPE (KlVerdict, kl_verdict, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "point", KL_FIELD_REFERENCE, G_STRUCT_OFFSET (KlVerdict, point), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlVerdict, text), NULL },
  { "value", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlVerdict, value), kl_verdict_value_get_type },
  { "suggested", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlVerdict, suggested), kl_verdict_value_get_type },
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

/**
 * kl_verdict_get_suggested:
 * @self: a verdict
 *
 * Returns: what KLearn's reading suggested, %KL_VERDICT_UNSET where it suggested nothing
 */
KlVerdictValue
kl_verdict_get_suggested (KlVerdict *self)
{
  g_return_val_if_fail (KL_IS_VERDICT (self), KL_VERDICT_UNSET);

  return (KlVerdictValue) self->suggested;
}

/**
 * kl_verdict_is_changed:
 * @self: a verdict
 *
 * Returns: whether the person judged otherwise than it was suggested
 */
gboolean
kl_verdict_is_changed (KlVerdict *self)
{
  g_return_val_if_fail (KL_IS_VERDICT (self), FALSE);

  return self->value != KL_VERDICT_UNSET && self->suggested != KL_VERDICT_UNSET && self->value != self->suggested;
}
