/* kl-point.c: a key point of a subject, with a depth of its own */

#include "config.h"

#include "kl-point.h"

struct _KlPoint
{
  KlRecord parent_instance;

  char *parent;
  char *text;
  int depth;
  char *note;
  char *target;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlPoint, kl_point, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "parent", KL_FIELD_REFERENCE, G_STRUCT_OFFSET (KlPoint, parent), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPoint, text), NULL },
  { "depth", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlPoint, depth), kl_depth_get_type },
  { "note", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPoint, note), NULL },
  { "target", KL_FIELD_REFERENCE, G_STRUCT_OFFSET (KlPoint, target), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPoint, source), NULL },
};

static void
kl_point_class_init (KlPointClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_point_init (KlPoint *self)
{
}

const char *
kl_point_get_parent (KlPoint *self)
{
  g_return_val_if_fail (KL_IS_POINT (self), NULL);

  return self->parent;
}

const char *
kl_point_get_text (KlPoint *self)
{
  g_return_val_if_fail (KL_IS_POINT (self), NULL);

  return self->text;
}

KlDepth
kl_point_get_depth (KlPoint *self)
{
  g_return_val_if_fail (KL_IS_POINT (self), 0);

  return (KlDepth) self->depth;
}

const char *
kl_point_get_note (KlPoint *self)
{
  g_return_val_if_fail (KL_IS_POINT (self), NULL);

  return self->note;
}

const char *
kl_point_get_target (KlPoint *self)
{
  g_return_val_if_fail (KL_IS_POINT (self), NULL);

  return self->target;
}

const char *
kl_point_get_source (KlPoint *self)
{
  g_return_val_if_fail (KL_IS_POINT (self), NULL);

  return self->source;
}
