/* kl-score-section.c: a scored heading: whom it is about, its scores and its feedback */

#include "config.h"

#include "kl-score-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-content.h"
#include "kl-correction.h"
#include "kl-explanation-text.h"
#include "kl-feedback-label.h"
#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-score-block.h"
#include "kl-scored-title.h"
#include "kl-source-map.h"
#include "kl-topic-section.h"
#include "kl-written-date.h"

/* “10th of September, 2025” */
#define MAX_DATE_LENGTH 40
#define MAX_ITEM_LABEL  40

typedef struct
{
  KlReading *reading;
  KlScoreBlock *entry;
  KlSection *section;
  gsize title_score; /* where the heading's score begins in it, 0 if there is none or it was read */
  guint line;
  char *label;
  KlFeedbackKind kind;
  gboolean journey;
  gboolean initial;
  gboolean explains;
  gboolean judges;
  gboolean has_text;
  gsize start;
  gsize end;
  KlFeedback *item;
  guint item_depth;
  gsize item_end;
  GString *item_text;
  gboolean paired;
  gboolean mixed;
  gboolean outside;
  gboolean told; /* whether anything but a score and a date was read of the attempt */
} ScoreReader;

static void
flush_text (ScoreReader *self)
{
  g_autofree char *text = NULL;

  if (!self->has_text)
    return;
  self->has_text = FALSE;
  text = kl_content_dup_text (self->reading->outline, self->start, self->end);
  if (self->explains && *text != '\0')
    {
      g_autofree char *words = kl_explanation_text_unquote (text);

      kl_score_block_set_words (self->entry, words, self->start, self->end);
      self->explains = FALSE;
    }
  else if (*text != '\0')
    kl_reading_mark (self->reading, kl_score_block_add_feedback (self->entry, self->kind, self->label, text),
                     KL_SOURCE_TEXT, self->start, self->end);
}

static void
flush_item (ScoreReader *self)
{
  if (self->item != NULL && self->item_text != NULL)
    g_object_set (self->item, "text", self->item_text->str, NULL);
  if (self->item_text != NULL)
    g_string_free (self->item_text, TRUE);
  self->item_text = NULL;
  self->item = NULL;
}

static void
start_label (ScoreReader *self,
             const char  *label)
{
  flush_text (self);
  flush_item (self);
  g_free (self->label);
  self->label = g_strdup (label);
  self->journey = label != NULL && kl_feedback_label_is_journey (label);
  self->initial = label != NULL && kl_feedback_label_is_initial (label);
  self->explains = label != NULL && kl_explanation_text_is_label (label);
  self->judges = label != NULL && kl_explanation_text_judges (label);
  self->kind = KL_FEEDBACK_NOTE;
}

static void
start_attempt (ScoreReader *self)
{
  flush_text (self);
  flush_item (self);
  if (kl_score_block_has_score (self->entry))
    kl_score_block_close (self->entry, self->line);
}

/* A score in the heading counts where none stands below it, and is that of all that does up to another date. */
static void
add_score_of_title (ScoreReader *self)
{
  KlSection *section = self->section;
  const KlBlock *heading = kl_outline_get_block (self->reading->outline, section->first - 1);
  KlContent content = { .kind = KL_CONTENT_LABEL, .line = section->line };
  gsize title[2];

  if (self->title_score == 0 || section->scored ||
      !kl_outline_find_heading (self->reading->outline, heading, title))
    return;
  content.from = heading->start;
  content.start = title[0] + self->title_score;
  content.end = title[1];
  kl_score_block_add_score (self->entry, section->title + self->title_score, &content);
  self->title_score = 0;
}

static void
read_date (ScoreReader     *self,
           const KlContent *content,
           const char      *value)
{
  char *date = kl_written_date_dup (value);

  if (self->told)
    add_score_of_title (self);
  start_attempt (self);
  start_label (self, NULL);
  self->told = FALSE;
  if (date == NULL)
    kl_reading_note (self->reading, content->line,
                     _("“%s” is no date that KLearn reads (2025-10-10): it was kept as a note."), value);
  if (date == NULL)
    kl_score_block_add_feedback (self->entry, KL_FEEDBACK_NOTE, content->label, value);
  else
    {
      g_free (self->reading->date);
      self->reading->date = date;
      kl_reading_mark (self->reading, self->reading->plan, KL_SOURCE_VALUE, content->start, content->end);
    }
}

/* “Datum: 10.10.2025”: one word, in any language, and a date that stands before all else. */
static gboolean
is_date_by_form (const char *folded,
                 const char *value)
{
  static const char *const other_dates[] = { "due", "next", "until", "deadline", "exam", "started", "planned", NULL };

  return strchr (folded, ' ') == NULL && !g_strv_contains (other_dates, folded) && kl_written_date_is_all_of (value);
}

/* “Ergebnis: 92 %”, in a language that KLearn does not read: a number and nothing else, the first thing that is said of
 * what stands among the scores. */
static gboolean
is_score_by_form (ScoreReader *self,
                  const char  *label,
                  const char  *value)
{
  KlFigure figure;

  return !self->mixed && !self->told && !self->section->scored && !kl_score_block_has_score (self->entry)
         && !kl_section_is_guess (label) && kl_figure_find_score (value, &figure) && figure.start == 0
         && value[figure.end] == '\0';
}

static void
read_label (ScoreReader     *self,
            const KlContent *content)
{
  g_autofree char *value = kl_content_dup_text (self->reading->outline, content->start, content->end);
  g_autofree char *folded = kl_phrase_fold_label (content->label);

  if (self->outside)
    self->outside = !kl_score_section_is_label (content->label, value);
  else if (self->mixed)
    self->outside = kl_topic_section_is_label (folded);
  if (self->outside)
    {
      start_label (self, NULL);
      return;
    }

  if (kl_section_is_score (content->label, value) || is_score_by_form (self, content->label, value))
    {
      start_attempt (self);
      start_label (self, NULL);
      self->told = FALSE;
      kl_score_block_add_score (self->entry, value, content);
      return;
    }
  if (strcmp (folded, "date") == 0 || (!self->told && is_date_by_form (folded, value)))
    {
      read_date (self, content, value);
      return;
    }

  if (kl_section_is_guess (content->label) && kl_score_block_set_guess (self->entry, value))
    return;

  start_label (self, content->label);
  self->told = TRUE;
  if (!self->journey && !self->explains && !self->judges && !kl_feedback_label_read (content->label, &self->kind))
    kl_reading_note (self->reading, content->line,
                     _("“%s” is not a kind of feedback that KLearn knows: it was kept as a note."), content->label);
  if (*value != '\0')
    {
      self->has_text = TRUE;
      self->start = content->start;
      self->end = content->end;
    }
}

static gboolean
pair_with_last (ScoreReader *self,
                const char  *text)
{
  g_auto(KlCorrection) correction = { NULL, NULL, FALSE };
  g_autofree char *both = NULL;

  if (self->item == NULL || self->paired || kl_feedback_get_right (self->item) != NULL ||
      !kl_correction_read_pair (kl_feedback_get_text (self->item), text, &correction))
    return FALSE;

  both = g_strconcat (kl_feedback_get_text (self->item), "\n", text, NULL);
  g_object_set (self->item, "kind", KL_FEEDBACK_CORRECTION, "text", both, "wrong", correction.wrong,
                "right", correction.right, NULL);
  if (correction.initial)
    kl_score_block_set_initial (self->entry);
  self->paired = TRUE;
  return TRUE;
}

static gboolean
is_known_gap (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *head = NULL;
  g_autofree char *folded = NULL;

  if (colon == NULL || colon - text > 20)
    return FALSE;
  head = g_strndup (text, (gsize) (colon - text));
  folded = kl_phrase_fold (head);
  return strcmp (folded, "gap") == 0 || strcmp (folded, "known gap") == 0;
}

/* Where nothing else says what an item is, its mark does. */
static KlFeedbackKind
get_marked_kind (const char *text)
{
  static const struct
  {
    const char *mark;
    KlFeedbackKind kind;
  } marks[] = {
    { "✅", KL_FEEDBACK_NAILED },    { "✔", KL_FEEDBACK_NAILED },     { "✓", KL_FEEDBACK_NAILED },
    { "❌", KL_FEEDBACK_NEEDS_WORK }, { "✗", KL_FEEDBACK_NEEDS_WORK }, { "⚠", KL_FEEDBACK_NEEDS_WORK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i].mark))
      return marks[i].kind;
  return KL_FEEDBACK_NOTE;
}

static void
add_item (ScoreReader *self,
          const char  *text,
          gboolean     done)
{
  g_auto(KlCorrection) correction = { NULL, NULL, FALSE };
  gboolean expected = self->kind == KL_FEEDBACK_CORRECTION;
  gboolean may_be_wrong = expected || self->kind == KL_FEEDBACK_NEEDS_WORK || self->kind == KL_FEEDBACK_NOTE;
  KlFeedbackKind kind = self->kind;

  if (may_be_wrong && kl_correction_read (text, expected, &correction))
    kind = KL_FEEDBACK_CORRECTION;
  else if (self->kind == KL_FEEDBACK_NOTE)
    kind = get_marked_kind (text);
  else if (self->kind == KL_FEEDBACK_NEEDS_WORK && is_known_gap (text))
    kind = KL_FEEDBACK_KNOWN_GAP;

  self->item = kl_score_block_add_feedback (self->entry, kind, self->label, text);
  self->paired = FALSE;
  if (correction.wrong != NULL)
    g_object_set (self->item, "wrong", correction.wrong, "right", correction.right, NULL);
  if (done)
    g_object_set (self->item, "done", TRUE, NULL);
  if (expected && (self->initial || correction.initial))
    kl_score_block_set_initial (self->entry);
}

static void
extend_item (ScoreReader     *self,
             const KlContent *content)
{
  const char *text = kl_outline_get_text (self->reading->outline, NULL);

  if (self->item_text == NULL)
    self->item_text = g_string_new (kl_feedback_get_text (self->item));
  g_string_append_len (self->item_text, text + self->item_end, (gssize) (content->end - self->item_end));
  self->item_end = content->end;
}

static gboolean
add_verdict (ScoreReader   *self,
             const char    *text,
             const KlBlock *block)
{
  g_autoptr(KlVerdict) verdict = NULL;
  KlVerdictValue value;
  const char *point;

  if (!kl_explanation_text_read_verdict (text, &value, &point))
    return FALSE;
  verdict = g_object_new (KL_TYPE_VERDICT, "text", point, "value", value, NULL);
  kl_score_block_add_verdict (self->entry, verdict);
  kl_reading_mark_item (self->reading, verdict, block);
  return TRUE;
}

/* “- Score: 70%” and “- Nailed:” with items below it: a list may be in the place of labels. */
static gboolean
read_item_as_label (ScoreReader     *self,
                    const KlContent *content,
                    const char      *text)
{
  const char *all = kl_outline_get_text (self->reading->outline, NULL);
  gsize at = kl_outline_find_item (self->reading->outline, content->block).start;
  const char *colon = strchr (text, ':');
  g_autofree char *label = NULL;
  KlContent found = *content;
  KlFeedbackKind kind;
  gsize value;

  if (content->depth != 1 || colon == NULL || colon == text || colon - text > MAX_ITEM_LABEL ||
      strncmp (all + at, text, strlen (text)) != 0)
    return FALSE;
  value = (gsize) (colon + 1 - text);
  value += strspn (text + value, "* ");
  label = g_strndup (text, (gsize) (colon - text));
  for (char *mark = strchr (label, '*'); mark != NULL; mark = strchr (label, '*'))
    memmove (mark, mark + 1, strlen (mark));
  if (text[value] == '\0' ? !kl_feedback_label_read (label, &kind)
                          : self->label != NULL || !kl_score_section_is_label (label, text + value)
                              || kl_feedback_label_read (label, &kind))
    return FALSE;

  found.kind = KL_CONTENT_LABEL;
  found.label = label;
  found.start = at + value;
  found.end = at + strlen (text);
  read_label (self, &found);
  return TRUE;
}

static void
read_item (ScoreReader     *self,
           const KlContent *content)
{
  gboolean done = FALSE;
  g_autofree char *text = kl_outline_dup_item (self->reading->outline, content->block, NULL, &done);

  if (read_item_as_label (self, content, text))
    return;
  flush_text (self);
  self->told = TRUE;
  if (*text == '\0' || (self->judges && add_verdict (self, text, content->block)))
    return;
  if (self->journey)
    {
      kl_score_block_add_step (self->entry, self->label, text, content);
      return;
    }
  if (self->item_text == NULL && pair_with_last (self, text))
    {
      kl_reading_mark_item (self->reading, self->item, content->block);
      self->item_end = content->end;
      return;
    }
  if (self->item != NULL && content->depth > self->item_depth)
    {
      extend_item (self, content);
      return;
    }
  flush_item (self);
  add_item (self, text, done);
  kl_reading_mark_item (self->reading, self->item, content->block);
  self->item_depth = content->depth;
  self->item_end = content->end;
}

static void
read_text (ScoreReader     *self,
           const KlContent *content)
{
  g_autofree char *text = content->depth == 0 && content->end - content->start < MAX_DATE_LENGTH
                            ? kl_content_dup_text (self->reading->outline, content->start, content->end)
                            : NULL;

  if (text != NULL && kl_written_date_is_all_of (text))
    {
      read_date (self, content, text);
      return;
    }
  /* “🟢 91%” */
  if (text != NULL && !kl_score_block_has_score (self->entry) && kl_section_is_score ("", text))
    {
      start_attempt (self);
      start_label (self, NULL);
      kl_score_block_add_score (self->entry, text, content);
      return;
    }
  self->told = TRUE;
  if (self->item != NULL && content->depth > 0)
    {
      extend_item (self, content);
      return;
    }
  flush_item (self);
  if (!self->has_text)
    self->start = content->start;
  self->has_text = TRUE;
  self->end = content->end;
}

static void
read_contents (ScoreReader *self,
               guint        first_block,
               guint        end_block)
{
  g_autoptr(GArray) contents = kl_content_read (self->reading->outline, first_block, end_block);

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      if (self->outside && content->kind != KL_CONTENT_LABEL)
        continue;

      switch (content->kind)
        {
        case KL_CONTENT_LABEL:
          read_label (self, content);
          break;

        case KL_CONTENT_ITEM:
          read_item (self, content);
          break;

        case KL_CONTENT_TEXT:
          read_text (self, content);
          break;

        case KL_CONTENT_RULE:
          start_label (self, NULL);
          break;

        default:
          break;
        }
    }
  flush_text (self);
  flush_item (self);
}

static void
read_labels_below (ScoreReader *self,
                   GArray      *sections,
                   KlSection   *section)
{
  guint index = (guint) (section - &g_array_index (sections, KlSection, 0));

  for (guint i = index + 1; i < sections->len; i++)
    {
      KlSection *below = &g_array_index (sections, KlSection, i);

      if (below->level <= section->level || below->role != KL_SECTION_LABEL)
        break;
      start_label (self, below->title);
      if (!self->journey && !kl_feedback_label_read (below->title, &self->kind))
        kl_reading_note (self->reading, below->line,
                         _("“%s” is not a kind of feedback that KLearn knows: it was kept as a note."), below->title);
      read_contents (self, below->first, below->end);
    }
}

/**
 * kl_score_section_is_label:
 * @label: a label's name
 * @value: a label's value
 *
 * Returns: whether it is about an attempt, not about the topic itself
 */
gboolean
kl_score_section_is_label (const char *label,
                           const char *value)
{
  g_autofree char *folded = kl_phrase_fold_label (label);
  KlFeedbackKind kind;

  if (kl_topic_section_is_label (folded))
    return FALSE;
  return kl_section_is_score (label, value) || kl_section_is_guess (label) || strcmp (folded, "date") == 0
         || kl_explanation_text_is_label (label) || kl_explanation_text_judges (label)
         || kl_feedback_label_is_journey (label) || (kl_feedback_label_read (label, &kind) && kind != KL_FEEDBACK_NOTE);
}

/**
 * kl_score_section_read:
 * @reading: the document, its topics already read
 * @sections: (element-type KlSection): all sections
 * @section: a scored one
 *
 * Reads its attempts. Headings below it are labels of feedback.
 */
void
kl_score_section_read (KlReading *reading,
                       GArray    *sections,
                       KlSection *section)
{
  g_autoptr(KlScoreBlock) entry = NULL;
  ScoreReader self = { .reading = reading, .line = section->line, .kind = KL_FEEDBACK_NOTE };
  g_autofree char *name = NULL;

  self.section = section;
  if (section->draft == NULL)
    {
      self.title_score = kl_scored_title_find_score (reading, section->title, &name);
      section->draft = kl_scored_title_resolve (reading, name != NULL ? name : section->title, section->line);
      section->name_end
        = (guint) kl_scored_title_find_name_end (reading, name != NULL ? name : section->title, section->draft);
    }
  entry = kl_score_block_new (reading, section->draft);
  self.mixed = section->role == KL_SECTION_TOPIC;
  self.outside = self.mixed;
  self.entry = entry;

  read_contents (&self, section->first, section->end);
  read_labels_below (&self, sections, section);
  add_score_of_title (&self);
  kl_score_block_close (entry, section->line);
  g_free (self.label);
}

/**
 * kl_score_section_read_head:
 * @reading: the document
 * @section: the section around scored ones
 *
 * Reads the date that the scores below it have.
 */
void
kl_score_section_read_head (KlReading *reading,
                            KlSection *section)
{
  g_autoptr(GArray) contents = kl_content_read (reading->outline, section->first, section->end);
  g_autofree char *titled = section->role == KL_SECTION_DATE ? kl_written_date_dup (section->title) : NULL;

  if (titled != NULL)
    {
      g_free (reading->date);
      reading->date = g_steal_pointer (&titled);
    }
  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);
      g_autofree char *value = kl_content_dup_text (reading->outline, content->start, content->end);
      g_autofree char *date = content->kind == KL_CONTENT_RULE ? NULL : kl_written_date_dup (value);

      if (content->kind == KL_CONTENT_RULE)
        continue;
      if (date != NULL && (content->kind == KL_CONTENT_LABEL || strlen (value) < 60))
        {
          g_free (reading->date);
          reading->date = g_steal_pointer (&date);
          if (content->kind == KL_CONTENT_LABEL)
            kl_reading_mark (reading, reading->plan, KL_SOURCE_VALUE, content->start, content->end);
          continue;
        }
      kl_reading_add_notes (reading, NULL, content->from, MAX (content->end, content->start));
      kl_reading_note (reading, content->line,
                       _("This stands among the scores without a topic: it was kept in the plan's notes."));
    }
}
