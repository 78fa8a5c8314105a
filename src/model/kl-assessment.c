/* kl-assessment.c: a note about the learner as a whole */

#include "config.h"

#include "kl-assessment.h"

struct _KlAssessment
{
  KlRecord parent_instance;

  int kind;
  char *label;
  char *text;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlAssessment, kl_assessment, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "kind", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlAssessment, kind), kl_assessment_kind_get_type },
  { "label", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAssessment, label), NULL },
  { "text", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAssessment, text), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAssessment, source), NULL },
};

static void
kl_assessment_class_init (KlAssessmentClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_assessment_init (KlAssessment *self)
{
}

KlAssessmentKind
kl_assessment_get_kind (KlAssessment *self)
{
  g_return_val_if_fail (KL_IS_ASSESSMENT (self), 0);

  return (KlAssessmentKind) self->kind;
}

const char *
kl_assessment_get_label (KlAssessment *self)
{
  g_return_val_if_fail (KL_IS_ASSESSMENT (self), NULL);

  return self->label;
}

const char *
kl_assessment_get_text (KlAssessment *self)
{
  g_return_val_if_fail (KL_IS_ASSESSMENT (self), NULL);

  return self->text;
}

const char *
kl_assessment_get_source (KlAssessment *self)
{
  g_return_val_if_fail (KL_IS_ASSESSMENT (self), NULL);

  return self->source;
}
