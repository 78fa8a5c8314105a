/* kl-assessment-section.c: strengths, areas for improvement, and exercises to try */

#include "config.h"

#include "kl-assessment-section.h"

#include <string.h>

#include "kl-content.h"
#include "kl-phrase.h"
#include "kl-point-list.h"
#include "kl-source-map.h"
#include "model/kl-assessment.h"

static const char *const exercise_words[] = { "exercise", "exercises", NULL };
static const char *const strength_words[] = { "strength", "strengths", "strong points", NULL };
static const char *const improvement_words[] = {
  "improvement", "improvements", "improve", "weakness", "weaknesses", "weak points", "work on", NULL,
};

typedef struct
{
  KlReading *reading;
  char *label;
  gboolean exercises;
  KlAssessmentKind kind;
  KlDraftSubject *exercise;
  KlPointList *points;
} AssessmentReader;

static void
start_label (AssessmentReader *self,
             const char       *label)
{
  g_autofree char *folded = kl_phrase_fold_label (label);

  g_free (self->label);
  self->label = g_strdup (label);
  self->exercises = kl_phrase_has_any (folded, exercise_words);
  self->exercise = NULL;
  self->kind = KL_ASSESSMENT_NOTE;
  if (kl_phrase_has_any (folded, strength_words))
    self->kind = KL_ASSESSMENT_STRENGTH;
  else if (kl_phrase_has_any (folded, improvement_words))
    self->kind = KL_ASSESSMENT_IMPROVEMENT;
}

static void
add_assessment (AssessmentReader *self,
                const char       *text,
                const KlContent  *content)
{
  g_autofree char *kind = g_strdup_printf ("assessment-%d", (int) self->kind);
  g_autofree char *key = NULL;
  g_autoptr(KlAssessment) assessment = NULL;

  if (*text == '\0')
    return;
  key = kl_source_keys_dup (self->reading->keys, "", kind, text);
  assessment = g_object_new (KL_TYPE_ASSESSMENT, "kind", self->kind, "label", self->label, "text", text,
                             "source", key, NULL);
  kl_record_append (KL_RECORD (self->reading->plan), KL_RECORD (assessment));
  if (content->kind == KL_CONTENT_ITEM)
    kl_reading_mark_item (self->reading, assessment, content->block);
  else
    kl_reading_mark (self->reading, assessment, KL_SOURCE_TEXT, content->start, content->end);
}

/* “(client → ClusterIP → pod)”: the way that the explanation should take. A list in brackets is one as well. */
static void
add_exercise_points (AssessmentReader *self,
                     const char       *text)
{
  const char *open = strrchr (text, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *way = NULL;

  if (close != NULL)
    way = g_strndup (open + 1, (gsize) (close - open) - 1);
  else
    way = g_strdup (text);

  if (strstr (way, "→") != NULL || strstr (way, "->") != NULL)
    {
      g_auto(GStrv) ascii = g_strsplit (way, "->", -1);
      g_autofree char *arrows = g_strjoinv ("→", ascii);
      g_auto(GStrv) steps = g_strsplit (arrows, "→", 100);

      for (guint i = 0; steps[i] != NULL; i++)
        if (*g_strstrip (steps[i]) != '\0')
          kl_reading_add_point (self->reading, self->exercise, NULL, KL_DEPTH_NONE, steps[i], NULL);
    }
  else if (close != NULL)
    {
      g_autoptr(GPtrArray) parts = kl_point_list_split (way);

      for (guint i = 0; i < parts->len && parts->len > 1; i++)
        kl_reading_add_point (self->reading, self->exercise, NULL, KL_DEPTH_NONE, g_ptr_array_index (parts, i), NULL);
    }
}

static void
add_exercise (AssessmentReader *self,
              const char       *text,
              const KlContent  *content)
{
  self->exercise = kl_reading_add_subject (self->reading, NULL, KL_SUBJECT_EXERCISE, KL_DEPTH_NONE, text);
  kl_reading_mark_item (self->reading, self->exercise->subject, content->block);
  kl_point_list_restart (self->points);
  add_exercise_points (self, text);
}

static void
read_item (AssessmentReader *self,
           const KlContent  *content)
{
  g_autofree char *text = kl_outline_dup_item (self->reading->outline, content->block, NULL, NULL);

  if (*text == '\0')
    return;
  if (!self->exercises)
    add_assessment (self, text, content);
  else if (content->depth > 1 && self->exercise != NULL)
    kl_point_list_add (self->points, self->exercise, content);
  else
    add_exercise (self, text, content);
}

static void
read_text (AssessmentReader *self,
           const KlContent  *content)
{
  g_autofree char *text = kl_content_dup_text (self->reading->outline, content->start, content->end);

  if (self->exercises)
    kl_reading_add_notes (self->reading, self->exercise, content->start, content->end);
  else
    add_assessment (self, text, content);
}

/**
 * kl_assessment_section_read:
 * @reading: the document, its topics already read
 * @section: a section of assessments or exercises
 * @heading: (nullable): what its heading says about what is below it
 */
void
kl_assessment_section_read (KlReading  *reading,
                            KlSection  *section,
                            const char *heading)
{
  g_autoptr(GArray) contents = kl_content_read (reading->outline, section->first, section->end);
  g_autoptr(KlPointList) points = kl_point_list_new (reading, KL_DEPTH_NONE, FALSE);
  AssessmentReader self = { reading, NULL, FALSE, KL_ASSESSMENT_NOTE, NULL, points };

  if (heading != NULL)
    start_label (&self, heading);

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      switch (content->kind)
        {
        case KL_CONTENT_LABEL:
          start_label (&self, content->label);
          read_text (&self, content);
          break;

        case KL_CONTENT_ITEM:
          read_item (&self, content);
          break;

        case KL_CONTENT_TEXT:
          read_text (&self, content);
          break;

        case KL_CONTENT_RULE:
        default:
          break;
        }
    }
  g_free (self.label);
}
