/* kl-queue-section.c: what to study next, in which order, how long, why, and after what */

#include "config.h"

#include "kl-queue-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-content.h"
#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-source-map.h"
#include "model/kl-link-kind.h"

static const char *const target_labels[] = {
  "target", "topic", "next", "after that", "then", "followed by", "later", "second", "third", "and then", NULL,
};
static const char *const why_labels[] = { "why", "reason", "because", "goal", NULL };
static const char *const prerequisite_labels[] = { "prerequisites", "prerequisite", "requires", "needs", NULL };

typedef struct
{
  KlReading *reading;
  KlQueueEntry *entry;
  KlDraftSubject *subject;
} QueueReader;

/* Past this no topic's title is looked for in a line. */
#define MAX_LINE_BYTES 400

/* What one line says: “Storage (20 min) – databases need it”. */
typedef struct
{
  char *title;
  gint64 minutes;
  gsize own; /* how long the title with its minutes is, in bytes */
  gsize why; /* where the reason begins, 0 if none is given */
} Line;

/* Where the words behind a dash or a colon begin, 0 if @text does not begin with one. */
static gsize
skip_separator (const char *text)
{
  static const char *const separators[] = { " – ", " — ", " - ", ": ", NULL };

  for (guint i = 0; separators[i] != NULL; i++)
    if (g_str_has_prefix (text, separators[i]) && text[strlen (separators[i])] != '\0')
      return strlen (separators[i]);
  return 0;
}

static void
read_minutes (const char *value,
              gsize       start,
              gsize       end,
              gboolean    may_say_why,
              Line       *line)
{
  g_autofree char *head = g_strchomp (g_strndup (value, start));
  gsize separator = may_say_why ? skip_separator (value + end) : 0;

  if (separator == 0)
    {
      line->title = g_strstrip (g_strconcat (head, value + end, NULL));
      return;
    }
  line->title = g_steal_pointer (&head);
  line->own = end;
  line->why = end + separator;
}

/* Without minutes, what stands before the dash has to be a topic of the plan. */
static void
read_title (KlReading  *reading,
            const char *value,
            gboolean    may_say_why,
            Line       *line)
{
  gboolean is_known
    = !may_say_why || line->own > MAX_LINE_BYTES || kl_reading_find_subject (reading, value) != NULL;

  for (gsize at = 1; !is_known && at < line->own; at++)
    {
      gsize separator = skip_separator (value + at);
      g_autofree char *head = separator > 0 ? g_strndup (value, at) : NULL;

      if (separator > 0 && kl_reading_find_subject (reading, head) != NULL)
        {
          line->title = g_steal_pointer (&head);
          line->own = at;
          line->why = at + separator;
          return;
        }
    }
  line->title = g_strdup (value);
}

static Line
read_line (KlReading  *reading,
           const char *value,
           gboolean    may_say_why)
{
  Line line = { NULL, 0, strlen (value), 0 };
  gsize start = 0;
  gsize end = 0;

  line.minutes = kl_figure_find_minutes (value, &start, &end);
  if (line.minutes > 0 && value[start] == '(' && start > 0)
    read_minutes (value, start, end, may_say_why, &line);
  else
    read_title (reading, value, may_say_why, &line);
  return line;
}

static void
mark_why (QueueReader *self,
          const char  *part,
          gsize        at,
          const char  *value,
          const Line  *line)
{
  if (self->reading->map == NULL || line->why == 0)
    return;
  kl_source_map_shorten (self->reading->map, self->entry, part, at + line->own);
  kl_source_map_add (self->reading->map, self->entry, "why", at + line->why, at + strlen (value));
}

/* @at is where @value stands in the document. */
static Line
add_entry (QueueReader *self,
           const char  *value,
           guint        line_number,
           gsize        at)
{
  gsize length;
  const char *text = kl_outline_get_text (self->reading->outline, &length);
  gboolean in_one_piece = at + strlen (value) <= length && memcmp (text + at, value, strlen (value)) == 0;
  Line line = read_line (self->reading, value, in_one_piece);
  g_autofree char *title = line.title;
  g_autofree char *key = kl_source_keys_dup (self->reading->keys, "", "queue", title);
  g_autoptr(KlQueueEntry) entry = NULL;
  KlRecordLine where;

  self->subject = kl_reading_find_subject (self->reading, title);
  entry = g_object_new (KL_TYPE_QUEUE_ENTRY, "title", title, "minutes", line.minutes, "source", key, NULL);
  if (line.why > 0)
    g_object_set (entry, "why", value + line.why, NULL);
  if (self->subject != NULL)
    g_object_set (entry, "subject", kl_record_get_id (KL_RECORD (self->subject->subject)), NULL);
  else
    kl_reading_note (self->reading, line_number, _("“%s” is next to study, but no topic of the plan has that title."),
                     title);
  kl_record_append (KL_RECORD (self->reading->plan), KL_RECORD (entry));
  self->entry = entry;

  where.record = entry;
  where.line = line_number;
  g_array_append_val (self->reading->queue_lines, where);
  line.title = NULL;
  return line;
}

static void
add_prerequisites (QueueReader *self,
                   const char  *value,
                   guint        line)
{
  g_auto(GStrv) parts = g_strsplit (value, ",", 50);

  g_object_set (self->entry, "prerequisites", value, NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      KlDraftSubject *target = kl_reading_find_subject (self->reading, part);

      if (target == NULL)
        kl_reading_note (self->reading, line, _("“%s” is needed first, but no topic of the plan has that title."),
                         part);
      else if (self->subject != NULL)
        kl_reading_add_link (self->reading, self->subject, KL_LINK_PREREQUISITE, target, part);
    }
}

static void
mark_label (QueueReader     *self,
            const KlContent *content,
            const char      *part)
{
  const char *text = kl_outline_get_text (self->reading->outline, NULL);
  gsize length = strlen (content->label);
  const char *name = g_strstr_len (text + content->from, (gssize) (content->start - content->from), content->label);

  if (self->reading->map == NULL || self->entry == NULL)
    return;
  kl_source_map_add_lines (self->reading->map, self->entry, KL_SOURCE_OWN, self->reading->outline, content->from,
                           MAX (content->start, content->end));
  kl_source_map_add (self->reading->map, self->entry, part, content->start, content->end);
  if (name != NULL && g_str_equal (part, KL_SOURCE_VALUE))
    kl_source_map_add (self->reading->map, self->entry, KL_SOURCE_LABEL, (gsize) (name - text),
                       (gsize) (name - text) + length);
}

static void
add_labelled_entry (QueueReader     *self,
                    const KlContent *content,
                    const char      *value)
{
  Line line = add_entry (self, value, content->line, content->start);

  mark_label (self, content, KL_SOURCE_VALUE);
  mark_why (self, KL_SOURCE_VALUE, content->start, value, &line);
}

static void
read_label (QueueReader     *self,
            const KlContent *content)
{
  g_autofree char *folded = kl_phrase_fold_label (content->label);
  g_autofree char *value = kl_content_dup_text (self->reading->outline, content->start, content->end);

  if (g_strv_contains (target_labels, folded) || self->entry == NULL)
    {
      if (*value != '\0')
        add_labelled_entry (self, content, value);
    }
  else if (g_strv_contains (why_labels, folded))
    {
      g_object_set (self->entry, "why", value, NULL);
      mark_label (self, content, "why");
    }
  else if (g_strv_contains (prerequisite_labels, folded))
    {
      add_prerequisites (self, value, content->line);
      mark_label (self, content, "prerequisites");
    }
  else if (kl_figure_find_minutes (value, NULL, NULL) > 0)
    add_labelled_entry (self, content, value);
  else
    {
      kl_reading_note (
        self->reading, content->line,
        _("“%s” says nothing about what to study next that KLearn knows: it was kept in the plan's notes."),
        content->label);
      kl_reading_add_notes (self->reading, NULL, content->from, MAX (content->end, content->start));
    }
}

static void
read_item (QueueReader     *self,
           const KlContent *content)
{
  g_autofree char *text = kl_outline_dup_item (self->reading->outline, content->block, NULL, NULL);

  if (*text != '\0' && content->depth == 1)
    {
      gsize at = kl_outline_find_item (self->reading->outline, content->block).start;
      Line line = add_entry (self, text, content->line, at);

      kl_reading_mark_item (self->reading, self->entry, content->block);
      mark_why (self, KL_SOURCE_TEXT, at, text, &line);
    }
  else
    kl_reading_add_notes (self->reading, self->subject, content->start, content->end);
}

static void
read_text (QueueReader     *self,
           const KlContent *content)
{
  kl_reading_add_notes (self->reading, NULL, content->start, content->end);
  kl_reading_note (self->reading, content->line,
                   _("This stands among what to study next, but names no topic: it was kept in the plan's notes."));
}

/**
 * kl_queue_section_read:
 * @reading: the document, its topics already read
 * @section: a section about what to study next
 */
void
kl_queue_section_read (KlReading *reading,
                       KlSection *section)
{
  g_autoptr(GArray) contents = kl_content_read (reading->outline, section->first, section->end);
  QueueReader self = { reading, NULL, NULL };

  if (section->role == KL_SECTION_LABEL)
    add_entry (&self, section->title, section->line, G_MAXSIZE / 2);

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      switch (content->kind)
        {
        case KL_CONTENT_LABEL:
          read_label (&self, content);
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
}
