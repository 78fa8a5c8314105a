/* kl-write-plan.c: what a plan has beside its topics: assessment and exercises, study kinds and bands */

#include "config.h"

#include "kl-write-plan.h"

#include "kl-write-items.h"
#include "kl-write-layout.h"
#include "model/kl-assessment.h"

/* A part of the document: where its lists go, and what comes before them if it is not there yet. */
typedef struct
{
  KlWriting *writing;
  KlLayoutRank rank;
  KlSectionRole role;
  gboolean found;
  gsize owner;
  gsize head;
} Part;

static void
find_part (Part *self)
{
  const KlSourceSection *section = kl_writing_find_section (self->writing, self->role);

  if (section == NULL)
    return;
  self->found = TRUE;
  self->owner = section->start;
  self->head = section->own_end;
}

/* What stands before a list that the document does not have: the heading of its part, its label, or both. */
static char *
dup_lead (Part       *self,
          const char *label)
{
  g_autofree char *heading = NULL;
  g_autofree char *line = label != NULL ? g_strdup_printf ("**%s:**\n", label) : g_strdup ("");

  if (!self->found)
    heading = kl_write_layout_dup_lead (self->writing, self->rank, &self->head);
  else
    heading = g_strdup ("\n");
  self->found = TRUE;
  return g_strconcat (heading, line, NULL);
}

typedef gboolean (*Accepts) (KlRecord *record,
                             int       kind);

static gboolean
is_assessment (KlRecord *record,
               int       kind)
{
  return (int) kl_assessment_get_kind (KL_ASSESSMENT (record)) == kind;
}

static gboolean
is_exercise (KlRecord *record,
             int       kind)
{
  return (int) kl_subject_get_kind (KL_SUBJECT (record)) == kind;
}

static gboolean
is_any (KlRecord *record,
        int       kind)
{
  return TRUE;
}

static void
write_records (Part       *self,
               GListModel *before,
               GListModel *after,
               Accepts     accepts,
               int         kind,
               const char *label,
               const char *prefix)
{
  KlWriting *writing = self->writing;
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  g_autofree char *lead = NULL;
  KlWriteItems items = { 0, 0, "", places, records, prefix, KL_DEPTH_NONE };

  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (before, i);
      KlRecord *found = kl_writing_now_of (writing, record);

      if (!accepts (record, kind))
        continue;
      kl_writing_add_place (places, writing, record);
      if (found != NULL && accepts != is_exercise)
        kl_write_items_update (writing, record, found, KL_DEPTH_NONE);
    }
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (after, i);
      KlRecord *was = kl_writing_base_of (writing, record);

      if (accepts (record, kind) &&
          (was == NULL || kl_source_map_find (writing->map, was, KL_SOURCE_WHOLE) != NULL))
        g_ptr_array_add (records, record);
    }

  if (places->len > 0)
    items.head = g_array_index (places, KlWritingPlace, 0).start;
  else if (records->len > 0)
    {
      lead = dup_lead (self, label);
      items.lead = lead;
      items.head = self->head;
    }
  /* A list is inside of its part: what joins it comes before what joins the part. */
  items.owner = places->len > 0 ? items.head : self->owner;
  if (places->len > 0 || records->len > 0)
    kl_write_items (writing, &items);
}

/**
 * kl_write_assessment:
 * @writing: a writing
 *
 * Writes the assessment of the plan, and its exercises.
 */
void
kl_write_assessment (KlWriting *writing)
{
  KlPlan *base = kl_import_get_plan (writing->base);
  GListModel *before = kl_plan_get_assessments (base);
  GListModel *after = kl_plan_get_assessments (writing->plan);
  Part part = { writing, KL_LAYOUT_ASSESSMENT, KL_SECTION_ASSESSMENT, FALSE, 0, 0 };
  Part exercises = { writing, KL_LAYOUT_ASSESSMENT, KL_SECTION_EXERCISES, FALSE, 0, 0 };

  find_part (&part);
  find_part (&exercises);
  write_records (&part, before, after, is_assessment, KL_ASSESSMENT_STRENGTH, "Strengths", NULL);
  write_records (&part, before, after, is_assessment, KL_ASSESSMENT_IMPROVEMENT, "Areas for improvement", NULL);
  write_records (&part, before, after, is_assessment, KL_ASSESSMENT_NOTE, "Notes", NULL);
  write_records (exercises.found ? &exercises : &part, kl_plan_get_subjects (base),
                 kl_plan_get_subjects (writing->plan), is_exercise, KL_SUBJECT_EXERCISE,
                 exercises.found ? NULL : "Next retention exercises to try", NULL);
}

/**
 * kl_write_strategy:
 * @writing: a writing
 *
 * Writes the kinds of study and the bands of scores.
 */
void
kl_write_strategy (KlWriting *writing)
{
  KlPlan *base = kl_import_get_plan (writing->base);
  Part part = { writing, KL_LAYOUT_STRATEGY, KL_SECTION_STRATEGY, FALSE, 0, 0 };

  find_part (&part);
  write_records (&part, kl_plan_get_study_kinds (base), kl_plan_get_study_kinds (writing->plan), is_any, 0, NULL,
                 "1. ");
  write_records (&part, kl_plan_get_bands (base), kl_plan_get_bands (writing->plan), is_any, 0, "Scoring System",
                 NULL);
}
