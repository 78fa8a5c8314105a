/* kl-topic-section.c: a topic's status, points, gaps and notes */

#include "config.h"

#include "kl-topic-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-content.h"
#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-point-list.h"
#include "kl-score-section.h"
#include "kl-source-map.h"
#include "model/kl-gap.h"
#include "model/kl-link-kind.h"

static const char *const point_labels[] = {
  "topics covered", "points covered", "key points", "topics", "points", "covered", "planned topics", "planned", NULL,
};
static const char *const gap_labels[] = {
  "gaps identified", "gaps", "known gaps", "open gaps", "knowledge gaps", "open questions", "still unclear", NULL,
};
static const char *const prerequisite_labels[] = { "prerequisites", "prerequisite", "requires", NULL };
static const char *const time_labels[] = { "time", "minutes", "duration", "estimated time", "estimate", NULL };

typedef enum
{
  MODE_POINTS,
  MODE_GAPS,
} Mode;

typedef struct
{
  KlReading *reading;
  KlSection *section;
  KlDraftSubject *topic;
  KlPointList *points;
  Mode mode;
  const KlContent *unknown;
  gboolean scoring;
} TopicReader;

static void
add_gap (TopicReader   *self,
         const char    *text,
         gboolean       open,
         const KlBlock *item)
{
  g_autofree char *key
    = kl_source_keys_dup (self->reading->keys, kl_subject_get_source (self->topic->subject), "gap", text);
  g_autoptr(KlGap) gap = g_object_new (KL_TYPE_GAP, "text", text, "open", open, "source", key, NULL);

  kl_record_append (KL_RECORD (self->topic->subject), KL_RECORD (gap));
  if (item != NULL)
    kl_reading_mark_item (self->reading, gap, item);
}

static void
read_status (TopicReader *self,
             const char  *value)
{
  g_autofree char *folded = kl_phrase_fold (value);

  g_object_set (self->topic->subject, "status", value, NULL);
  if (self->section->graded)
    return;
  if (kl_phrase_has (folded, "not"))
    g_object_set (self->topic->subject, "depth", KL_DEPTH_NONE, NULL);
  else if (kl_phrase_begins (folded, "deep dive"))
    g_object_set (self->topic->subject, "depth", KL_DEPTH_DEEP, NULL);
  else if (kl_phrase_begins (folded, "surface"))
    g_object_set (self->topic->subject, "depth", KL_DEPTH_SURFACE, NULL);
}

/* A title may have commas itself: @text is as many parts as are one. A part alone may name a topic in other ways. */
static KlDraftSubject *
find_prerequisite (KlReading  *reading,
                   char      **parts,
                   guint      *n_parts,
                   char      **text)
{
  KlDraftSubject *found;

  for (*n_parts = MIN (g_strv_length (parts), 8); *n_parts > 1; *n_parts -= 1)
    {
      g_autoptr(GString) title = g_string_new (parts[0]);
      g_autofree char *folded = NULL;
      g_autofree char *other = NULL;

      for (guint i = 1; i < *n_parts; i++)
        g_string_append_printf (title, ",%s", parts[i]);
      found = kl_reading_find_subject (reading, title->str);
      if (found == NULL)
        continue;
      folded = kl_phrase_fold (title->str);
      other = kl_phrase_fold (kl_subject_get_title (found->subject));
      if (g_str_equal (folded, other))
        {
          *text = g_strstrip (g_string_free (g_steal_pointer (&title), FALSE));
          return found;
        }
    }

  *text = g_strstrip (g_strdup (parts[0]));
  return kl_reading_find_subject (reading, *text);
}

static void
read_prerequisites (TopicReader     *self,
                    const KlContent *content,
                    const char      *value)
{
  g_auto(GStrv) parts = g_strsplit (value, ",", 50);
  guint n_parts;

  for (guint i = 0; parts[i] != NULL; i += n_parts)
    {
      g_autofree char *text = NULL;
      KlDraftSubject *target = find_prerequisite (self->reading, parts + i, &n_parts, &text);
      KlRecord *link;

      if (*text == '\0')
        continue;
      if (target == NULL)
        kl_reading_note (self->reading, content->line,
                         _("“%s” is needed first, but no topic of the plan has that title."), text);
      link = kl_reading_add_link (self->reading, self->topic, KL_LINK_PREREQUISITE, target, text);
      if (link != NULL)
        kl_reading_mark (self->reading, link, KL_SOURCE_OWN, content->start, content->end);
    }
  kl_reading_mark (self->reading, self->topic->subject, KL_SOURCE_LINKS, content->start, content->end);
}

static void
read_minutes (TopicReader     *self,
              const KlContent *content,
              const char      *value)
{
  g_object_set (self->topic->subject, "minutes", kl_figure_find_minutes (value, NULL, NULL), NULL);
  kl_reading_mark (self->reading, self->topic->subject, KL_SOURCE_MINUTES, content->start, content->end);
}

static void
read_inline_list (TopicReader *self,
                  const char  *value)
{
  g_autoptr(GPtrArray) parts = kl_point_list_split (value);

  for (guint i = 0; i < parts->len; i++)
    {
      if (self->mode == MODE_GAPS)
        add_gap (self, g_ptr_array_index (parts, i), TRUE, NULL);
      else
        kl_reading_add_point (self->reading, self->topic, NULL, self->section->depth, g_ptr_array_index (parts, i),
                              NULL);
    }
}

static void
read_label (TopicReader     *self,
            const KlContent *content)
{
  g_autofree char *folded = kl_phrase_fold_label (content->label);
  g_autofree char *value = kl_content_dup_text (self->reading->outline, content->start, content->end);

  self->unknown = NULL;
  kl_point_list_restart (self->points);
  if (self->section->scored && !self->scoring)
    self->scoring = kl_score_section_is_label (content->label, value);
  else if (self->scoring)
    self->scoring = !kl_topic_section_is_label (folded);
  if (self->scoring)
    return;

  if (strcmp (folded, "status") == 0)
    {
      read_status (self, value);
      kl_reading_mark (self->reading, self->topic->subject, KL_SOURCE_VALUE, content->start, content->end);
    }
  else if (g_strv_contains (point_labels, folded) || g_strv_contains (gap_labels, folded))
    {
      self->mode = g_strv_contains (gap_labels, folded) ? MODE_GAPS : MODE_POINTS;
      read_inline_list (self, value);
      if (self->mode == MODE_GAPS && *value == '\0')
        kl_reading_mark (self->reading, self->topic->subject, KL_SOURCE_LABEL, content->from, content->start);
    }
  else if (g_strv_contains (prerequisite_labels, folded) && *value != '\0')
    read_prerequisites (self, content, value);
  else if (g_strv_contains (time_labels, folded) && kl_figure_find_minutes (value, NULL, NULL) > 0)
    read_minutes (self, content, value);
  else
    {
      self->mode = MODE_POINTS;
      self->unknown = content;
      kl_reading_add_notes (self->reading, self->topic, content->from, MAX (content->end, content->start));
    }
}

static void
read_item (TopicReader     *self,
           const KlContent *content)
{
  gboolean task;
  gboolean done;
  g_autofree char *text = NULL;

  if (self->unknown != NULL && self->section->graded)
    kl_reading_note (self->reading, self->unknown->line,
                     _("“%s” is not a label that KLearn knows: what is listed below it became points of “%s”."),
                     self->unknown->label, self->section->title);
  self->unknown = NULL;

  if (self->mode == MODE_POINTS)
    {
      kl_point_list_add (self->points, self->topic, content);
      return;
    }
  text = kl_outline_dup_item (self->reading->outline, content->block, &task, &done);
  if (*text != '\0')
    add_gap (self, text, !done, content->block);
}

static void
read_contents (TopicReader *self)
{
  g_autoptr(GArray) contents = kl_content_read (self->reading->outline, self->section->first, self->section->end);

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      /* What stands under a score belongs to the attempt, which kl_score_section_read() reads. */
      if (self->scoring && content->kind != KL_CONTENT_LABEL)
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
          if (self->mode != MODE_POINTS || !kl_point_list_extend (self->points, content))
            kl_reading_add_notes (self->reading, self->topic, content->start, content->end);
          break;

        case KL_CONTENT_RULE:
        default:
          break;
        }
    }
}

/**
 * kl_topic_section_is_label:
 * @folded: a folded label
 *
 * Returns: whether it is about a topic itself, not about an attempt
 */
gboolean
kl_topic_section_is_label (const char *folded)
{
  return strcmp (folded, "status") == 0 || g_strv_contains (point_labels, folded) ||
         g_strv_contains (gap_labels, folded) || g_strv_contains (prerequisite_labels, folded);
}

/**
 * kl_topic_section_read:
 * @reading: the document
 * @section: a section of it that became a topic or a group
 *
 * Reads what stands below the heading into the section's subject.
 */
void
kl_topic_section_read (KlReading *reading,
                       KlSection *section)
{
  g_autoptr(KlPointList) points = NULL;
  TopicReader self = { reading, section, section->draft, NULL, MODE_POINTS, NULL, FALSE };

  if (section->first == section->end)
    return;
  points = kl_point_list_new (reading, section->depth, section->graded);
  self.points = points;
  read_contents (&self);
}

/* Items right below “Not yet covered” are topics, and what is nested in them are their points. */
static void
read_listed_topic (KlReading        *reading,
                   KlSection        *section,
                   const KlContent  *content,
                   KlDraftSubject  **topic,
                   KlPointList      *points)
{
  g_autofree char *text = NULL;

  if (content->depth > 1 && *topic != NULL)
    {
      kl_point_list_add (points, *topic, content);
      return;
    }
  text = kl_outline_dup_item (reading->outline, content->block, NULL, NULL);
  if (*text == '\0')
    return;
  *topic = kl_reading_add_subject (reading, NULL, KL_SUBJECT_TOPIC, section->depth, text);
  kl_reading_mark_item (reading, (*topic)->subject, content->block);
  kl_point_list_restart (points);
}

/**
 * kl_topic_section_read_list:
 * @reading: the document
 * @section: a section that only says how far its topics were studied
 *
 * Reads what stands below its heading, before the first topic's.
 */
void
kl_topic_section_read_list (KlReading *reading,
                            KlSection *section)
{
  g_autoptr(GArray) contents = kl_content_read (reading->outline, section->first, section->end);
  g_autoptr(KlPointList) points = kl_point_list_new (reading, section->depth, section->graded);
  KlDraftSubject *topic = NULL;

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      if (content->kind == KL_CONTENT_ITEM)
        read_listed_topic (reading, section, content, &topic, points);
      else if (content->kind != KL_CONTENT_RULE)
        kl_reading_add_notes (reading, topic, content->from, MAX (content->end, content->start));
    }
}

/* It is called as the plan is, and stays the same topic when the plan is renamed. */
static KlDraftSubject *
add_intro_topic (KlReading *reading)
{
  g_autofree char *key = kl_source_keys_dup (reading->keys, "", "intro", "");
  KlDraftSubject *topic = kl_reading_add_subject (reading, NULL, KL_SUBJECT_TOPIC, KL_DEPTH_NONE,
                                                  kl_plan_get_title (reading->plan));

  g_object_set (topic->subject, "source", key, NULL);
  return topic;
}

/* Whether there is nothing but text, and some of it. */
static gboolean
is_only_text (KlReading *reading,
              GArray    *contents)
{
  gboolean has_text = FALSE;

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      if (content->kind == KL_CONTENT_ITEM && !kl_content_is_contents_entry (reading->outline, content->block))
        return FALSE;
      has_text = has_text || content->kind != KL_CONTENT_RULE;
    }
  return has_text;
}

/**
 * kl_topic_section_read_intro:
 * @reading: the document
 * @first_block: the first block below the plan's title
 * @end_block: one past the last block before the next heading
 * @only: whether the document has no other heading
 *
 * Reads the plan's notes. A list there is a topic with the plan's title, a table of contents is a note. A document that
 * is only text is one topic.
 */
void
kl_topic_section_read_intro (KlReading *reading,
                             guint      first_block,
                             guint      end_block,
                             gboolean   only)
{
  g_autoptr(GArray) contents = kl_content_read (reading->outline, first_block, end_block);
  g_autoptr(KlPointList) points = kl_point_list_new (reading, KL_DEPTH_NONE, FALSE);
  KlDraftSubject *topic = only && is_only_text (reading, contents) ? add_intro_topic (reading) : NULL;

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      if (content->kind == KL_CONTENT_ITEM && !kl_content_is_contents_entry (reading->outline, content->block))
        {
          if (topic == NULL)
            topic = add_intro_topic (reading);
          kl_point_list_add (points, topic, content);
          continue;
        }
      if (content->kind != KL_CONTENT_RULE && (topic == NULL || !kl_point_list_extend (points, content)))
        kl_reading_add_notes (reading, only ? topic : NULL, content->from, MAX (content->end, content->start));
    }
}

/**
 * kl_topic_section_read_points:
 * @reading: the document
 * @section: a section that is to be a point
 * @topic: whose point
 *
 * Reads the heading as a point, and what is listed below it as points in that.
 */
void
kl_topic_section_read_points (KlReading      *reading,
                              KlSection      *section,
                              KlDraftSubject *topic)
{
  g_autoptr(GArray) contents = kl_content_read (reading->outline, section->first, section->end);
  g_autoptr(KlPointList) points = kl_point_list_new (reading, section->depth, section->graded);
  KlPoint *point = kl_reading_add_point (reading, topic, NULL, section->depth, section->title, NULL);

  kl_point_list_nest (points, point);
  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      if (content->kind == KL_CONTENT_ITEM)
        kl_point_list_add (points, topic, content);
      else if (content->kind != KL_CONTENT_RULE && !kl_point_list_extend (points, content))
        kl_reading_add_notes (reading, topic, content->from, MAX (content->end, content->start));
    }
}

/**
 * kl_topic_section_read_note:
 * @reading: the document
 * @section: a section that is to be a note
 * @topic: (nullable): whose, %NULL for the plan's
 *
 * Keeps the heading and what is below it as notes.
 */
void
kl_topic_section_read_note (KlReading      *reading,
                            KlSection      *section,
                            KlDraftSubject *topic)
{
  const char *text = kl_outline_get_text (reading->outline, NULL);
  gsize start = kl_outline_get_block (reading->outline, section->first - 1)->start;
  gsize end = kl_outline_get_block (reading->outline, section->end - 1)->end;

  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  kl_reading_add_notes (reading, topic, start, end);
}
