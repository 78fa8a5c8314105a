/* kl-link.c: from a subject to another that it builds on or spans */

#include "config.h"

#include "kl-link.h"

struct _KlLink
{
  KlRecord parent_instance;

  int kind;
  char *target;
  char *text;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlLink, kl_link, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "kind", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlLink, kind), kl_link_kind_get_type },
  { "target", KL_FIELD_REFERENCE, G_STRUCT_OFFSET (KlLink, target), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlLink, text), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlLink, source), NULL },
};

static void
kl_link_class_init (KlLinkClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_link_init (KlLink *self)
{
}

KlLinkKind
kl_link_get_kind (KlLink *self)
{
  g_return_val_if_fail (KL_IS_LINK (self), 0);

  return (KlLinkKind) self->kind;
}

const char *
kl_link_get_target (KlLink *self)
{
  g_return_val_if_fail (KL_IS_LINK (self), NULL);

  return self->target;
}

const char *
kl_link_get_text (KlLink *self)
{
  g_return_val_if_fail (KL_IS_LINK (self), NULL);

  return self->text;
}

const char *
kl_link_get_source (KlLink *self)
{
  g_return_val_if_fail (KL_IS_LINK (self), NULL);

  return self->source;
}
