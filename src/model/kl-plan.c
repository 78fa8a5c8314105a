/* kl-plan.c: one learning plan: its subjects, queue, strategy and assessment */

#include "config.h"

#include "kl-plan.h"

#include "kl-subject.h"
#include "kl-queue-entry.h"
#include "kl-study-kind.h"
#include "kl-band.h"
#include "kl-assessment.h"

struct _KlPlan
{
  KlRecord parent_instance;

  char *title;
  char *language;
  char *notes;

  GListStore *subjects;
  GListStore *queue;
  GListStore *study_kinds;
  GListStore *bands;
  GListStore *assessments;
};

G_DEFINE_FINAL_TYPE (KlPlan, kl_plan, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "title", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, title), NULL },
  { "language", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, language), NULL },
  { "notes", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, notes), NULL },
};

static const KlList lists[] = {
  { "subjects", kl_subject_get_type, G_STRUCT_OFFSET (KlPlan, subjects) },
  { "queue", kl_queue_entry_get_type, G_STRUCT_OFFSET (KlPlan, queue) },
  { "study-kinds", kl_study_kind_get_type, G_STRUCT_OFFSET (KlPlan, study_kinds) },
  { "bands", kl_band_get_type, G_STRUCT_OFFSET (KlPlan, bands) },
  { "assessments", kl_assessment_get_type, G_STRUCT_OFFSET (KlPlan, assessments) },
};

static void
kl_plan_class_init (KlPlanClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
  kl_record_class_install_lists (KL_RECORD_CLASS (klass), lists, G_N_ELEMENTS (lists));
}

static void
kl_plan_init (KlPlan *self)
{
}

const char *
kl_plan_get_title (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return self->title;
}

const char *
kl_plan_get_language (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return self->language;
}

const char *
kl_plan_get_notes (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return self->notes;
}

GListModel *
kl_plan_get_subjects (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[0]));
}

GListModel *
kl_plan_get_queue (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[1]));
}

GListModel *
kl_plan_get_study_kinds (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[2]));
}

GListModel *
kl_plan_get_bands (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[3]));
}

GListModel *
kl_plan_get_assessments (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[4]));
}
