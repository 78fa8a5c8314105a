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

/* The title without “(15 min)”, which becomes the entry's minutes. */
static char *
dup_title (const char *value,
           gint64     *minutes)
{
  gsize start = 0;
  gsize end = 0;
  g_autofree char *head = NULL;
  g_autofree char *title = NULL;

  *minutes = kl_figure_find_minutes (value, &start, &end);
  if (*minutes == 0 || value[start] != '(')
    return g_strdup (value);
  head = g_strchomp (g_strndup (value, start));
  title = g_strconcat (head, value + end, NULL);
  return g_strdup (g_strstrip (title));
}

static void
add_entry (QueueReader *self,
           const char  *value,
           guint        line)
{
  gint64 minutes;
  g_autofree char *title = dup_title (value, &minutes);
  g_autofree char *key = kl_reading_dup_key (self->reading, "", "queue", title);
  g_autoptr(KlQueueEntry) entry = NULL;
  KlRecordLine where;

  self->subject = kl_reading_find_subject (self->reading, title);
  entry = g_object_new (KL_TYPE_QUEUE_ENTRY, "title", title, "minutes", minutes, "source", key, NULL);
  if (self->subject != NULL)
    g_object_set (entry, "subject", kl_record_get_id (KL_RECORD (self->subject->subject)), NULL);
  else
    kl_reading_note (self->reading, line, _("“%s” is next to study, but no topic of the plan has that title."), title);
  kl_record_append (KL_RECORD (self->reading->plan), KL_RECORD (entry));
  self->entry = entry;

  where.record = entry;
  where.line = line;
  g_array_append_val (self->reading->queue_lines, where);
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
read_label (QueueReader     *self,
            const KlContent *content)
{
  g_autofree char *folded = kl_phrase_fold_label (content->label);
  g_autofree char *value = kl_content_dup_text (self->reading->outline, content->start, content->end);

  if (g_strv_contains (target_labels, folded) || self->entry == NULL)
    {
      if (*value == '\0')
        return;
      add_entry (self, value, content->line);
      mark_label (self, content, KL_SOURCE_VALUE);
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
    {
      add_entry (self, value, content->line);
      mark_label (self, content, KL_SOURCE_VALUE);
    }
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
      add_entry (self, text, content->line);
      kl_reading_mark_item (self->reading, self->entry, content->block);
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
    add_entry (&self, section->title, section->line);

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
