/* kl-plan.c: one learning plan: its subjects, queue, strategy and assessment */

#include "config.h"

#include "kl-plan.h"

#include <math.h>

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
  double wishes[KL_N_WISHES];
  gboolean fuzzes;
  char *weights;
  char *event_date;
  char *event_title;

  GListStore *subjects;
  GListStore *queue;
  GListStore *study_kinds;
  GListStore *bands;
  GListStore *assessments;
};

G_DEFINE_FINAL_TYPE (KlPlan, kl_plan, KL_TYPE_RECORD)

#define WISH(wish) G_STRUCT_OFFSET (KlPlan, wishes) + (wish) * sizeof (double)

/* Nothing but the name and the place is said of a wish here: kl_wish_get_range() knows the rest. */
static const KlField fields[] = {
  { "title", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, title), NULL },
  { "language", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, language), NULL },
  { "notes", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, notes), NULL },
  { "retention", KL_FIELD_NUMBER, WISH (KL_WISH_RETENTION), NULL },
  { "target", KL_FIELD_NUMBER, WISH (KL_WISH_TARGET), NULL },
  { "daily", KL_FIELD_NUMBER, WISH (KL_WISH_DAILY), NULL },
  { "day-start", KL_FIELD_NUMBER, WISH (KL_WISH_DAY_START), NULL },
  { "longest", KL_FIELD_NUMBER, WISH (KL_WISH_LONGEST), NULL },
  { "retained-attempts", KL_FIELD_NUMBER, WISH (KL_WISH_RETAINED_ATTEMPTS), NULL },
  { "retained-score", KL_FIELD_NUMBER, WISH (KL_WISH_RETAINED_SCORE), NULL },
  { "fuzzes", KL_FIELD_BOOLEAN, G_STRUCT_OFFSET (KlPlan, fuzzes), NULL },
  { "weights", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, weights), NULL },
  { "event-date", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, event_date), NULL },
  { "event-title", KL_FIELD_STRING, G_STRUCT_OFFSET (KlPlan, event_title), NULL },
};

#undef WISH

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

/**
 * kl_plan_get_wish:
 * @self: a plan
 * @wish: a wish
 *
 * Returns: what it wishes, or what is usual where it says nothing or what is not possible; always within the wish's
 *   range
 */
double
kl_plan_get_wish (KlPlan *self,
                  KlWish  wish)
{
  const KlWishRange *range = kl_wish_get_range (wish);

  g_return_val_if_fail (KL_IS_PLAN (self), range->usual);

  return kl_wish_range_contains (range, self->wishes[wish]) ? self->wishes[wish] : range->usual;
}

/**
 * kl_plan_has_impossible_wish:
 * @self: a plan
 * @wish: a wish
 * @value: (out) (optional): what it says
 *
 * Only a damaged library, or one that another program wrote, has such a wish.
 *
 * Returns: whether it says what is not possible, so that kl_plan_get_wish() says what is usual
 */
gboolean
kl_plan_has_impossible_wish (KlPlan *self,
                             KlWish  wish,
                             double *value)
{
  g_return_val_if_fail (KL_IS_PLAN (self), FALSE);

  if (value != NULL)
    *value = self->wishes[wish];
  return !isnan (self->wishes[wish]) && !kl_wish_range_contains (kl_wish_get_range (wish), self->wishes[wish]);
}

/**
 * kl_plan_get_fuzzes:
 * @self: a plan
 *
 * Returns: whether intervals differ a little by subject
 */
gboolean
kl_plan_get_fuzzes (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), FALSE);

  return self->fuzzes;
}

/**
 * kl_plan_get_weights:
 * @self: a plan
 *
 * Returns: (nullable): the scheduler's weights, fitted to the person's own history: 21 numbers with a space between
 *   them; %NULL where the usual ones count
 */
const char *
kl_plan_get_weights (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return self->weights;
}

/**
 * kl_plan_get_event_date:
 * @self: a plan
 *
 * Returns: (nullable): the day that is learned for, of an exam or a talk
 */
const char *
kl_plan_get_event_date (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return self->event_date;
}

const char *
kl_plan_get_event_title (KlPlan *self)
{
  g_return_val_if_fail (KL_IS_PLAN (self), NULL);

  return self->event_title;
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
