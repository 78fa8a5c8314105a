/* kl-plan-sections.c: the sections of a document as a plan */

#include "config.h"

#include "kl-plan-sections.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-assessment-section.h"
#include "kl-queue-section.h"
#include "kl-score-section.h"
#include "kl-section.h"
#include "kl-strategy-section.h"
#include "kl-topic-section.h"

#define SECTIONS_PER_STEP 1024

static gboolean
keep_pace (KlReadingPace  *pace,
           GError        **error)
{
  if (pace->n_done++ % SECTIONS_PER_STEP != 0)
    return TRUE;
  if (pace->progress != NULL)
    pace->progress (0.4 + 0.6 * pace->n_done / MAX (pace->n_all, pace->n_done), pace->progress_data);
  return !g_cancellable_set_error_if_cancelled (pace->cancellable, error);
}

static char *
dup_name_as_title (const char *name)
{
  g_autofree char *title = name != NULL ? g_path_get_basename (name) : NULL;
  char *dot;

  if (title == NULL || !g_utf8_validate (title, -1, NULL))
    return g_strdup (_("Plan"));
  dot = strrchr (title, '.');
  if (dot != NULL && dot != title)
    *dot = '\0';
  return g_steal_pointer (&title);
}

static void
set_title (KlReading  *reading,
           GArray     *sections,
           const char *name,
           const char *language)
{
  g_autofree char *title = NULL;
  g_autofree char *written_language = kl_outline_dup_front_value (reading->outline, "language");

  for (guint i = 0; i < sections->len && title == NULL; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);

      if (section->role == KL_SECTION_TITLE && *section->title != '\0')
        title = g_strdup (section->title);
    }
  if (title == NULL)
    {
      gsize value[2];

      title = kl_outline_dup_front_value (reading->outline, "title");
      if (title != NULL && kl_outline_find_front_value (reading->outline, "title", value))
        kl_reading_mark (reading, reading->plan, KL_SOURCE_TEXT, value[0], value[1]);
    }
  if (title == NULL)
    title = dup_name_as_title (name);
  if (written_language == NULL)
    written_language = kl_outline_dup_front_value (reading->outline, "lang");

  g_object_set (reading->plan, "title", title, NULL);
  if (language != NULL || written_language != NULL)
    g_object_set (reading->plan, "language", language != NULL ? language : written_language, NULL);
}

static KlDraftSubject *
find_parent_draft (GArray    *sections,
                   KlSection *section)
{
  KlSection *parent = kl_section_get_parent (sections, section);

  while (parent != NULL && parent->draft == NULL)
    parent = kl_section_get_parent (sections, parent);
  return parent != NULL ? parent->draft : NULL;
}

/* A topic stands in the group around it; a part of one without a topic around it belongs to the topic before it. */
static KlDraftSubject *
find_chosen_parent (GArray    *sections,
                    KlSection *section)
{
  KlDraftSubject *parent = find_parent_draft (sections, section);
  guint index = (guint) (section - &g_array_index (sections, KlSection, 0));

  if (section->choice == KL_HEADING_TOPIC)
    while (parent != NULL && kl_subject_get_kind (parent->subject) != KL_SUBJECT_GROUP)
      parent = parent->parent != NULL && parent->parent->subject != NULL ? parent->parent : NULL;
  if (section->choice == KL_HEADING_SUBTOPIC &&
      (parent == NULL || kl_subject_get_kind (parent->subject) == KL_SUBJECT_GROUP))
    for (guint i = index; i > 0; i--)
      {
        KlSection *before = &g_array_index (sections, KlSection, i - 1);

        if (before->draft != NULL && before->level <= section->level && before->choice != KL_HEADING_SUBTOPIC &&
            kl_subject_get_kind (before->draft->subject) == KL_SUBJECT_TOPIC)
          return before->draft;
      }
  return parent;
}

static void
read_topic (KlReading *reading,
            GArray    *sections,
            KlSection *section)
{
  section->draft = kl_reading_add_subject (reading, find_chosen_parent (sections, section),
                                           kl_section_is_group (section) ? KL_SUBJECT_GROUP : KL_SUBJECT_TOPIC,
                                           section->depth, section->title);
  kl_topic_section_read (reading, section);
}

/* A heading that is to be a point needs a topic to be one of. */
static void
read_points (KlReading *reading,
             GArray    *sections,
             KlSection *section)
{
  KlDraftSubject *topic = find_parent_draft (sections, section);

  if (topic != NULL)
    kl_topic_section_read_points (reading, section, topic);
  else
    read_topic (reading, sections, section);
}

static gboolean
read_topics (KlReading      *reading,
             GArray         *sections,
             KlReadingPace  *pace,
             GError        **error)
{
  guint first_heading = sections->len > 0 ? g_array_index (sections, KlSection, 0).first - 1
                                          : kl_outline_get_n_blocks (reading->outline);

  kl_topic_section_read_intro (reading, 0, first_heading, sections->len == 0);
  for (guint i = 0; i < sections->len; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);

      if (!keep_pace (pace, error))
        return FALSE;
      if (section->role == KL_SECTION_TITLE)
        kl_topic_section_read_intro (reading, section->first, section->end, sections->len == 1);
      else if (section->role == KL_SECTION_DEPTH)
        kl_topic_section_read_list (reading, section);
      else if (section->role == KL_SECTION_TOPIC)
        read_topic (reading, sections, section);
      else if (section->role == KL_SECTION_POINTS)
        read_points (reading, sections, section);
      else if (section->role == KL_SECTION_NOTE)
        kl_topic_section_read_note (reading, section, find_parent_draft (sections, section));
    }
  return TRUE;
}

/* A heading below a section that has a meaning of its own: what the section around it is decides. */
static void
read_label_section (KlReading *reading,
                    GArray    *sections,
                    KlSection *section)
{
  KlSection *parent = kl_section_get_parent (sections, section);

  while (parent != NULL && parent->role == KL_SECTION_LABEL)
    parent = kl_section_get_parent (sections, parent);
  if (parent == NULL)
    return;

  switch (parent->role)
    {
    case KL_SECTION_QUEUE:
      kl_queue_section_read (reading, section);
      break;

    case KL_SECTION_ASSESSMENT:
    case KL_SECTION_EXERCISES:
      kl_assessment_section_read (reading, section,
                                  parent->role == KL_SECTION_EXERCISES ? parent->title : section->title);
      break;

    case KL_SECTION_STRATEGY:
      kl_strategy_section_read (reading, section);
      break;

    case KL_SECTION_TITLE:
    case KL_SECTION_DEPTH:
    case KL_SECTION_SCORES:
    case KL_SECTION_DATE:
    case KL_SECTION_TOPIC:
    case KL_SECTION_SCORED:
    case KL_SECTION_LABEL:
    case KL_SECTION_POINTS:
    case KL_SECTION_NOTE:
    case KL_SECTION_SKIP:
    default:
      break;
    }
}

static void
read_about_topics (KlReading *reading,
                   GArray    *sections,
                   KlSection *section)
{
  switch (section->role)
    {
    case KL_SECTION_QUEUE:
      kl_queue_section_read (reading, section);
      break;

    case KL_SECTION_SCORES:
    case KL_SECTION_DATE:
      kl_score_section_read_head (reading, section);
      break;

    case KL_SECTION_SCORED:
      kl_score_section_read (reading, sections, section);
      break;

    case KL_SECTION_TOPIC:
      if (section->scored)
        kl_score_section_read (reading, sections, section);
      break;

    case KL_SECTION_ASSESSMENT:
    case KL_SECTION_EXERCISES:
      kl_assessment_section_read (reading, section, section->title);
      break;

    case KL_SECTION_STRATEGY:
      kl_strategy_section_read (reading, section);
      break;

    case KL_SECTION_LABEL:
      read_label_section (reading, sections, section);
      break;

    case KL_SECTION_TITLE:
    case KL_SECTION_DEPTH:
    case KL_SECTION_POINTS:
    case KL_SECTION_NOTE:
    case KL_SECTION_SKIP:
    default:
      break;
    }
}

/* Whether exercises may stand there. A heading below a section that has a meaning of its own goes with that. */
static gboolean
may_have_exercises (GArray    *sections,
                    KlSection *section)
{
  while (section != NULL && section->role == KL_SECTION_LABEL)
    section = kl_section_get_parent (sections, section);
  return section != NULL && (section->role == KL_SECTION_ASSESSMENT || section->role == KL_SECTION_EXERCISES);
}

static gboolean
read_rest (KlReading      *reading,
           GArray         *sections,
           gboolean        exercises,
           KlReadingPace  *pace,
           GError        **error)
{
  for (guint i = 0; i < sections->len; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);

      if (!keep_pace (pace, error))
        return FALSE;
      if (may_have_exercises (sections, section) == exercises)
        read_about_topics (reading, sections, section);
    }
  return TRUE;
}

static void
finish (KlReading *reading)
{
  kl_strategy_section_check (reading);
  kl_reading_finish (reading);
  if (kl_outline_get_flattened (reading->outline) > 0)
    kl_reading_note (reading, kl_outline_get_flattened (reading->outline),
                     _("Lists and quotes are nested very deep here: KLearn reads the innermost ones as text."));
}

/**
 * kl_plan_sections_read:
 * @outline: a document
 * @sections: (element-type KlSection): its sections, which get the subjects that they became
 * @name: (nullable): its path; the title of a plan that has none
 * @language: (nullable): BCP 47; else what the front matter says
 * @map: (nullable): takes where in the document the records of the plan stand
 * @pace: how far it is
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the plan, and what was found out on the way
 */
KlReading *
kl_plan_sections_read (KlOutline      *outline,
                       GArray         *sections,
                       const char     *name,
                       const char     *language,
                       KlSourceMap    *map,
                       KlReadingPace  *pace,
                       GError        **error)
{
  g_autoptr(KlReading) reading = kl_reading_new (outline);

  reading->map = map;
  pace->n_all = 3 * sections->len;
  set_title (reading, sections, name, language);

  /* Scores, queue and exercises name topics that may stand anywhere, so all topics come first; an exercise may have
   * scores as well. */
  if (!read_topics (reading, sections, pace, error))
    return NULL;
  if (!read_rest (reading, sections, TRUE, pace, error) || !read_rest (reading, sections, FALSE, pace, error))
    return NULL;
  finish (reading);
  return g_steal_pointer (&reading);
}
