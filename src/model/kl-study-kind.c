/* kl-study-kind.c: one kind of study in the plan's strategy */

#include "config.h"

#include "kl-study-kind.h"

struct _KlStudyKind
{
  KlRecord parent_instance;

  char *name;
  char *meaning;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlStudyKind, kl_study_kind, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "name", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyKind, name), NULL },
  { "meaning", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyKind, meaning), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyKind, source), NULL },
};

static void
kl_study_kind_class_init (KlStudyKindClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_study_kind_init (KlStudyKind *self)
{
}

const char *
kl_study_kind_get_name (KlStudyKind *self)
{
  g_return_val_if_fail (KL_IS_STUDY_KIND (self), NULL);

  return self->name;
}

const char *
kl_study_kind_get_meaning (KlStudyKind *self)
{
  g_return_val_if_fail (KL_IS_STUDY_KIND (self), NULL);

  return self->meaning;
}

const char *
kl_study_kind_get_source (KlStudyKind *self)
{
  g_return_val_if_fail (KL_IS_STUDY_KIND (self), NULL);

  return self->source;
}
