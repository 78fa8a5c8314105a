/* kl-feedback.c: one thing said about an attempt */

#include "config.h"

#include "kl-feedback.h"

struct _KlFeedback
{
  KlRecord parent_instance;

  int kind;
  char *label;
  char *text;
  char *wrong;
  char *right;
  gboolean done;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlFeedback, kl_feedback, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "kind", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlFeedback, kind), kl_feedback_kind_get_type },
  { "label", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFeedback, label), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFeedback, text), NULL },
  { "wrong", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFeedback, wrong), NULL },
  { "right", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFeedback, right), NULL },
  { "done", KL_FIELD_BOOLEAN, G_STRUCT_OFFSET (KlFeedback, done), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlFeedback, source), NULL },
};

static void
kl_feedback_class_init (KlFeedbackClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_feedback_init (KlFeedback *self)
{
}

KlFeedbackKind
kl_feedback_get_kind (KlFeedback *self)
{
  g_return_val_if_fail (KL_IS_FEEDBACK (self), 0);

  return (KlFeedbackKind) self->kind;
}

const char *
kl_feedback_get_label (KlFeedback *self)
{
  g_return_val_if_fail (KL_IS_FEEDBACK (self), NULL);

  return self->label;
}

const char *
kl_feedback_get_text (KlFeedback *self)
{
  g_return_val_if_fail (KL_IS_FEEDBACK (self), NULL);

  return self->text;
}

const char *
kl_feedback_get_wrong (KlFeedback *self)
{
  g_return_val_if_fail (KL_IS_FEEDBACK (self), NULL);

  return self->wrong;
}

const char *
kl_feedback_get_right (KlFeedback *self)
{
  g_return_val_if_fail (KL_IS_FEEDBACK (self), NULL);

  return self->right;
}

gboolean
kl_feedback_get_done (KlFeedback *self)
{
  g_return_val_if_fail (KL_IS_FEEDBACK (self), FALSE);

  return self->done;
}

const char *
kl_feedback_get_source (KlFeedback *self)
{
  g_return_val_if_fail (KL_IS_FEEDBACK (self), NULL);

  return self->source;
}
