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

/**
 * kl_plan_find_band:
 * @self: a plan
 * @score: 0–100, or NaN
 *
 * A band reaches from its lower limit to the lower limit of the next: 89.5 is Good where Good is 70–89 and Strong
 * 90–100.
 *
 * Returns: (nullable) (transfer none): the band with the highest lower limit that @score reaches; %NULL for NaN
 */
KlBand *
kl_plan_find_band (KlPlan *self,
                   double  score)
{
  GListModel *bands = kl_plan_get_bands (self);
  KlBand *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (bands); i++)
    {
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);

      /* The plan's list keeps the band alive. */
      if (score >= kl_band_get_low (band) && (best == NULL || kl_band_get_low (band) > kl_band_get_low (best)))
        best = band;
    }

  return best;
}

/**
 * kl_plan_find_subject:
 * @self: a plan
 * @id: (nullable): a subject's id
 *
 * Returns: (nullable) (transfer none): the subject of that id
 */
KlSubject *
kl_plan_find_subject (KlPlan     *self,
                      const char *id)
{
  GListModel *subjects = kl_plan_get_subjects (self);
  guint n_subjects = g_list_model_get_n_items (subjects);

  if (id == NULL)
    return NULL;

  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (g_str_equal (kl_record_get_id (KL_RECORD (subject)), id))
        return subject;
    }

  return NULL;
}

/**
 * kl_plan_find_topic:
 * @self: a plan, loaded
 * @title: what somebody wrote
 *
 * Returns: (transfer none) (nullable): the topic of that title, in whatever case it is written
 */
KlSubject *
kl_plan_find_topic (KlPlan     *self,
                    const char *title)
{
  GListModel *subjects = kl_plan_get_subjects (self);
  guint n_subjects = g_list_model_get_n_items (subjects);
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  for (guint i = 0; i < n_subjects; i++)
    {
      /* The plan's list keeps it alive. */
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      const char *other = kl_subject_get_title (subject);
      g_autofree char *folded = g_utf8_casefold (other != NULL ? other : "", -1);

      if (kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC && g_str_equal (folded, wanted))
        return subject;
    }

  return NULL;
}
