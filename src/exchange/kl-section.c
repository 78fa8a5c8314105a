/* kl-section.c: what each heading of a document stands for
 *
 * A heading is recognised by its English words first, then by form: scores below it, a symbol in it. Everything else is
 * a topic, and a topic that only holds topics is a group.
 */

#include "config.h"

#include "kl-section.h"

#include <string.h>

#include "kl-content.h"
#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-written-date.h"

#define MAX_BAND_BYTES 400

static const char *const deep_words[] = {
  "deep dives completed", "deep dives complete", "deep dives done", "deep dives so far", "completed deep dives",
  "deep dived topics", "deep dive topics", "deep dive completed", NULL,
};
static const char *const surface_words[] = {
  "surface level", "surface knowledge", "surface only", NULL,
};
static const char *const uncovered_words[] = {
  "not yet covered", "not covered", "not yet started", "not started", "still to cover", "to be covered", "uncovered",
  "not yet learned", "not yet studied", NULL,
};
static const char *const queue_words[] = {
  "next deep dive", "next deep dives", "study queue", "up next", "next up", NULL,
};
static const char *const score_words[] = {
  "retention scores", "retention score", "recall scores", "test scores", "quiz scores", "assessment scores", NULL,
};
static const char *const strategy_words[] = {
  "learning strategy", "study strategy", "scoring system", "learning approach", NULL,
};
static const char *const exercise_words[] = {
  "retention exercises", "exercises to try", "practice exercises", "recall exercises", NULL,
};
static const char *const grade_words[] = {
  "score", "grade", "mark", "rating", "result score", NULL,
};
static const char *const other_scores[] = { "target", "goal", "previous", "last", "best", "average", NULL };
static const char *const guess_words[] = { "expected", "expectation", "predicted", NULL };
static const char *const grade_marks[] = { "🟢", "🟡", "🟠", "🔴", "🔵", "🟣", "⚪", "⚫", NULL };

static void
clear_section (gpointer data)
{
  KlSection *section = data;

  g_free (section->title);
}

static gboolean
begins_any (const char        *folded,
            const char *const *choices)
{
  for (; *choices != NULL; choices++)
    if (kl_phrase_begins (folded, *choices))
      return TRUE;
  return FALSE;
}

/**
 * kl_section_find_grade_mark:
 * @text: UTF-8
 *
 * Returns: where the first coloured mark of a score stands in @text, in bytes; 0 if none does, or right at its
 * beginning
 */
gsize
kl_section_find_grade_mark (const char *text)
{
  gsize first = 0;

  for (guint i = 0; grade_marks[i] != NULL; i++)
    {
      const char *found = strstr (text, grade_marks[i]);

      if (found != NULL && (first == 0 || (gsize) (found - text) < first))
        first = (gsize) (found - text);
    }
  return first;
}

static gboolean
begins_with_grade_mark (const char *text)
{
  for (guint i = 0; grade_marks[i] != NULL; i++)
    if (g_str_has_prefix (text, grade_marks[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_guess (const char *folded)
{
  return begins_any (folded, guess_words) || kl_phrase_has (folded, "guess");
}

/**
 * kl_section_is_score:
 * @label: a label's name
 * @value: a label's value
 *
 * Returns: whether the two are a score: “Score: 🟡 Good (75%)”, in other languages by the coloured mark
 */
gboolean
kl_section_is_score (const char *label,
                     const char *value)
{
  g_autofree char *folded = kl_phrase_fold_label (label);
  gboolean is_grade = begins_any (folded, grade_words);
  KlFigure figure;

  if (!is_grade && !kl_phrase_has (folded, "score") && !begins_with_grade_mark (value))
    return FALSE;
  if (strlen (value) > 200 || begins_any (folded, other_scores) || is_guess (folded))
    return FALSE;
  return is_grade || kl_figure_find_score (value, &figure);
}

/**
 * kl_section_is_guess:
 * @label: a label's name
 *
 * Returns: whether it says what score was expected
 */
gboolean
kl_section_is_guess (const char *label)
{
  g_autofree char *folded = kl_phrase_fold_label (label);

  return is_guess (folded);
}

/* “🟡 Gut (70–89 %): fast alles”: a coloured mark and a range, in any language. */
static gboolean
is_band (KlOutline     *outline,
         const KlBlock *item)
{
  const char *text = kl_outline_get_text (outline, NULL);
  KlItemSpan span = kl_outline_find_item (outline, item);
  g_autofree char *words = NULL;
  KlFigure range;

  for (guint i = 0; words == NULL && grade_marks[i] != NULL; i++)
    if (span.end - span.start > strlen (grade_marks[i]) && span.end - span.start < MAX_BAND_BYTES &&
        memcmp (text + span.start, grade_marks[i], strlen (grade_marks[i])) == 0)
      words = g_strndup (text + span.start, span.end - span.start);
  return words != NULL && kl_figure_find_range (words, &range) && range.low < range.high;
}

static void
look_below (KlOutline *outline,
            KlSection *section)
{
  const char *text = kl_outline_get_text (outline, NULL);
  gboolean may_be_scored = FALSE;
  guint n_items = 0;
  guint n_entries = 0;
  guint n_bands = 0;
  g_autoptr(GArray) contents = NULL;

  for (guint i = section->first; i < section->end; i++)
    {
      const KlBlock *block = kl_outline_get_block (outline, i);

      if (block->kind == KL_BLOCK_ITEM)
        {
          n_bands += n_bands == n_items && is_band (outline, block) ? 1 : 0;
          n_entries += n_entries == n_items && kl_content_is_contents_entry (outline, block) ? 1 : 0;
          n_items++;
        }
      else if (block->kind == KL_BLOCK_PARAGRAPH && block->depth == 0 &&
               memchr (text + block->start, ':', block->end - block->start) != NULL)
        may_be_scored = TRUE;
    }
  section->has_items = n_items > 0;
  section->is_contents = n_items > 0 && n_entries == n_items;
  section->is_bands = n_items > 1 && n_bands == n_items;
  if (!may_be_scored)
    return;

  contents = kl_content_read_labels (outline, section->first, section->end);
  for (guint i = 0; i < contents->len; i++)
    {
      KlContent *content = &g_array_index (contents, KlContent, i);
      g_autofree char *value = NULL;

      if (content->kind != KL_CONTENT_LABEL)
        continue;
      section->has_labels = TRUE;
      value = kl_content_dup_text (outline, content->start, content->end);
      if (kl_section_is_score (content->label, value))
        section->scored = TRUE;
    }
}

static gboolean
is_date (const char *title)
{
  g_autofree char *date = kl_written_date_dup (title);
  g_autofree char *folded = kl_phrase_fold (title);

  return date != NULL && strlen (folded) <= strlen ("retention date 2025 10 10");
}

static gboolean
read_words (KlSection  *section,
            const char *folded)
{
  if (begins_any (folded, queue_words))
    section->role = KL_SECTION_QUEUE;
  else if (begins_any (folded, score_words) || strcmp (folded, "scores") == 0)
    section->role = KL_SECTION_SCORES;
  else if (begins_any (folded, strategy_words))
    section->role = KL_SECTION_STRATEGY;
  else if (kl_phrase_begins (folded, "overall assessment"))
    section->role = KL_SECTION_ASSESSMENT;
  else if (kl_phrase_has_any (folded, exercise_words) || strcmp (folded, "exercises") == 0)
    section->role = KL_SECTION_EXERCISES;
  else
    {
      if (begins_any (folded, deep_words) || strcmp (folded, "deep dives") == 0)
        section->depth = KL_DEPTH_DEEP;
      else if (begins_any (folded, surface_words))
        section->depth = KL_DEPTH_SURFACE;
      else if (begins_any (folded, uncovered_words))
        section->depth = KL_DEPTH_NONE;
      else
        return FALSE;
      section->role = KL_SECTION_DEPTH;
      section->graded = TRUE;
    }
  return TRUE;
}

static void
read_form (KlSection *section)
{
  kl_figure_find_depth_mark (section->title, FALSE, &section->depth);
}

static void
read_role (KlSection  *section,
           KlSection  *parent,
           const char *folded)
{
  KlSectionRole around = parent != NULL ? parent->role : KL_SECTION_TITLE;

  section->role = KL_SECTION_TOPIC;
  if (parent != NULL)
    {
      section->depth = parent->depth;
      section->graded = parent->graded;
    }

  switch (around)
    {
    case KL_SECTION_TITLE:
    case KL_SECTION_TOPIC:
      if (read_words (section, folded))
        break;
      read_form (section);
      if (section->is_contents)
        section->role = KL_SECTION_SKIP;
      else if (section->is_bands)
        section->role = KL_SECTION_STRATEGY;
      break;

    case KL_SECTION_SCORES:
    case KL_SECTION_DATE:
      if (is_date (section->title))
        section->role = KL_SECTION_DATE;
      else if (!read_words (section, folded) || section->role == KL_SECTION_DEPTH)
        section->role = kl_phrase_begins (folded, "assessment") ? KL_SECTION_ASSESSMENT : KL_SECTION_SCORED;
      break;

    case KL_SECTION_DEPTH:
      break;

    case KL_SECTION_QUEUE:
    case KL_SECTION_ASSESSMENT:
    case KL_SECTION_EXERCISES:
    case KL_SECTION_STRATEGY:
    case KL_SECTION_SCORED:
    case KL_SECTION_LABEL:
    case KL_SECTION_POINTS:
    case KL_SECTION_NOTE:
    case KL_SECTION_SKIP:
      if (!read_words (section, folded) || section->role == KL_SECTION_DEPTH)
        section->role = KL_SECTION_LABEL;
      break;

    default:
      break;
    }
}

/* A heading that only holds headings with scores is a list of scores, whatever it is called. */
static void
find_scores_by_form (GArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);
      KlSection *parent = kl_section_get_parent (sections, section);

      if (section->role == KL_SECTION_TOPIC && section->scored && parent != NULL && parent->role == KL_SECTION_TOPIC &&
          section->choice == KL_HEADING_AUTO && parent->choice == KL_HEADING_AUTO &&
          !parent->has_items && !parent->scored)
        parent->role = KL_SECTION_SCORES;
    }
  for (guint i = 0; i < sections->len; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);
      KlSection *parent = kl_section_get_parent (sections, section);

      if (section->role != KL_SECTION_TOPIC || parent == NULL || section->choice != KL_HEADING_AUTO)
        continue;
      if (parent->role == KL_SECTION_SCORES)
        section->role = KL_SECTION_SCORED;
      else if (parent->role == KL_SECTION_SCORED)
        section->role = KL_SECTION_LABEL;
    }
}

static void
mark_parents (GArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);
      KlSection *parent = kl_section_get_parent (sections, section);

      if (parent != NULL && section->role == KL_SECTION_TOPIC)
        parent->has_topics = TRUE;
    }
}

/* Points, notes and nothing hold for the headings below as well, unless one of them was chosen to be something else. */
static void
obey_choice (KlSection *section,
             KlSection *parent)
{
  if (section->choice == KL_HEADING_AUTO && parent != NULL && parent->choice >= KL_HEADING_POINTS)
    section->choice = parent->choice;
  if (section->choice == KL_HEADING_AUTO)
    return;

  if (section->choice == KL_HEADING_POINTS)
    section->role = KL_SECTION_POINTS;
  else if (section->choice == KL_HEADING_NOTE)
    section->role = KL_SECTION_NOTE;
  else if (section->choice == KL_HEADING_SKIP)
    section->role = KL_SECTION_SKIP;
  else
    section->role = KL_SECTION_TOPIC;
}

/**
 * kl_section_is_group:
 * @section: a section of the role %KL_SECTION_TOPIC
 *
 * Returns: whether it only holds topics
 */
gboolean
kl_section_is_group (const KlSection *section)
{
  if (section->choice != KL_HEADING_AUTO)
    return section->choice == KL_HEADING_GROUP;
  return section->has_topics && !section->has_items && !section->has_labels;
}

static KlHeadingKind
get_topic_kind (GArray    *sections,
                KlSection *section)
{
  KlSection *parent = kl_section_get_parent (sections, section);

  if (section->choice != KL_HEADING_AUTO)
    return section->choice;
  if (kl_section_is_group (section))
    return KL_HEADING_GROUP;
  while (parent != NULL && parent->role != KL_SECTION_TOPIC)
    parent = kl_section_get_parent (sections, parent);
  return parent != NULL && !kl_section_is_group (parent) ? KL_HEADING_SUBTOPIC : KL_HEADING_TOPIC;
}

/**
 * kl_section_get_kind:
 * @sections: (element-type KlSection): all sections
 * @section: one of them
 *
 * Returns: what it becomes
 */
KlHeadingKind
kl_section_get_kind (GArray    *sections,
                     KlSection *section)
{
  switch (section->role)
    {
    case KL_SECTION_TITLE:
      return KL_HEADING_PLAN;

    case KL_SECTION_TOPIC:
      return get_topic_kind (sections, section);

    case KL_SECTION_SCORED:
      return KL_HEADING_ATTEMPT;

    case KL_SECTION_POINTS:
      return KL_HEADING_POINTS;

    case KL_SECTION_NOTE:
      return KL_HEADING_NOTE;

    case KL_SECTION_SKIP:
      return KL_HEADING_SKIP;

    case KL_SECTION_DEPTH:
    case KL_SECTION_QUEUE:
    case KL_SECTION_SCORES:
    case KL_SECTION_DATE:
    case KL_SECTION_ASSESSMENT:
    case KL_SECTION_EXERCISES:
    case KL_SECTION_STRATEGY:
    case KL_SECTION_LABEL:
    default:
      return KL_HEADING_PART;
    }
}

/**
 * kl_section_get_parent:
 * @sections: (element-type KlSection): all sections
 * @section: one of them
 *
 * Returns: (transfer none) (nullable): the section around it
 */
KlSection *
kl_section_get_parent (GArray    *sections,
                       KlSection *section)
{
  return section->parent >= 0 ? &g_array_index (sections, KlSection, section->parent) : NULL;
}

/**
 * kl_section_read_all:
 * @outline: a document
 * @choices: (nullable): what the person wants headings to become, as kl_heading_choices_format() writes it
 *
 * Returns: (transfer full) (element-type KlSection): its headings, in order
 */
GArray *
kl_section_read_all (KlOutline  *outline,
                     const char *choices)
{
  g_autoptr(KlHeadingChoices) chosen = kl_heading_choices_new (choices);
  GArray *sections = g_array_new (FALSE, TRUE, sizeof (KlSection));
  guint n_blocks = kl_outline_get_n_blocks (outline);
  int around[8] = { -1, -1, -1, -1, -1, -1, -1, -1 };
  gboolean titled = FALSE;

  g_array_set_clear_func (sections, clear_section);
  for (guint i = 0; i < n_blocks; i++)
    {
      const KlBlock *block = kl_outline_get_block (outline, i);
      KlSection section = { .role = KL_SECTION_TOPIC, .depth = KL_DEPTH_NONE, .parent = -1, .choice = KL_HEADING_AUTO };
      KlSection *parent;
      g_autofree char *folded = NULL;

      if (block->kind != KL_BLOCK_HEADING || block->depth > 0)
        continue;

      section.level = block->level;
      section.line = block->line;
      section.first = i + 1;
      section.end = i + 1;
      while (section.end < n_blocks && (kl_outline_get_block (outline, section.end)->kind != KL_BLOCK_HEADING ||
                                        kl_outline_get_block (outline, section.end)->depth > 0))
        section.end++;
      section.title = kl_outline_dup_heading (outline, block);
      for (guint level = 1; level < block->level; level++)
        if (around[level] >= 0)
          section.parent = around[level];
      look_below (outline, &section);

      section.choice = kl_heading_choices_next (chosen, section.title);
      parent = kl_section_get_parent (sections, &section);
      if (block->level == 1 && !titled && section.choice == KL_HEADING_AUTO)
        {
          titled = TRUE;
          section.role = KL_SECTION_TITLE;
        }
      else
        {
          folded = kl_phrase_fold (section.title);
          read_role (&section, parent, folded);
          obey_choice (&section, parent);
        }
      around[block->level] = (int) sections->len;
      for (guint level = block->level + 1; level < G_N_ELEMENTS (around); level++)
        around[level] = -1;
      g_array_append_val (sections, section);
    }

  find_scores_by_form (sections);
  mark_parents (sections);
  return sections;
}
