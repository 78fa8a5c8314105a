/* kl-write-queue.c: what to study next */

#include "config.h"

#include "kl-write-queue.h"

#include <string.h>

#include "kl-write-layout.h"
#include "model/kl-queue-entry.h"
#include "model/kl-subject.h"

typedef struct
{
  KlWriting *writing;
  gboolean listed;
  char *prefix;
  char *labels[2];
} Queue;

/* A topic that was renamed has its new title where the queue names it. */
static char *
dup_renamed (KlWriting  *writing,
             const char *text)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (writing->base));
  char *line = kl_writing_dup_line (text);

  for (guint i = 0; i < g_list_model_get_n_items (subjects) && *line != '\0'; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      KlSubject *now = kl_writing_now_of (writing, subject);
      const char *old = kl_subject_get_title (subject);

      if (now != NULL && *old != '\0' && g_strcmp0 (old, kl_subject_get_title (now)) != 0 && strstr (line, old) != NULL)
        {
          g_auto(GStrv) parts = g_strsplit (line, old, -1);

          g_free (line);
          line = g_strjoinv (kl_subject_get_title (now), parts);
        }
    }
  return line;
}

static char *
dup_value (KlWriting    *writing,
           KlQueueEntry *entry)
{
  g_autofree char *title = dup_renamed (writing, kl_queue_entry_get_title (entry));

  if (kl_queue_entry_get_minutes (entry) == 0)
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s (%" G_GINT64_FORMAT " min)", title, kl_queue_entry_get_minutes (entry));
}

static void
append_line (GString    *out,
             const char *label,
             const char *value)
{
  if (*value != '\0')
    g_string_append_printf (out, "**%s:** %s\n", label, value);
}

/* In a list, a reason is read only behind minutes or the title of a topic. */
static gboolean
has_reason_behind (KlQueueEntry *entry)
{
  const char *why = kl_queue_entry_get_why (entry);

  return why != NULL && *why != '\0'
         && (kl_queue_entry_get_minutes (entry) > 0 || kl_queue_entry_get_subject (entry) != NULL);
}

static char *
render_entry (KlWriting *writing,
              KlRecord  *record,
              gpointer   data)
{
  Queue *self = data;
  KlQueueEntry *entry = KL_QUEUE_ENTRY (record);
  g_autoptr(KlQueueEntry) first = g_list_model_get_item (kl_plan_get_queue (writing->plan), 0);
  g_autofree char *value = dup_value (writing, entry);
  g_autofree char *why = kl_writing_dup_line (kl_queue_entry_get_why (entry));
  g_autofree char *prerequisites = dup_renamed (writing, kl_queue_entry_get_prerequisites (entry));
  GString *out = g_string_new (NULL);

  if (self->listed)
    g_string_append_printf (out, "%s%s%s%s\n", self->prefix, value, has_reason_behind (entry) ? " – " : "",
                            has_reason_behind (entry) ? why : "");
  else
    {
      append_line (out, self->labels[first == entry ? 0 : 1], value);
      append_line (out, "Why", why);
      append_line (out, "Prerequisites", prerequisites);
    }
  return g_string_free (out, FALSE);
}

/* Whether a part stands on the line of the entry itself. */
static gboolean
is_behind (KlWriting          *writing,
           const KlSourceMark *value,
           const KlSourceMark *mark)
{
  return value != NULL && mark->start >= value->end
         && memchr (writing->text + value->end, '\n', mark->start - value->end) == NULL;
}

static void
update_line (Queue        *self,
             KlQueueEntry *base,
             const char   *part,
             const char   *label,
             const char   *before,
             const char   *after)
{
  KlWriting *writing = self->writing;
  const KlSourceMark *mark = kl_source_map_find (writing->map, base, part);
  const KlSourceMark *value = kl_source_map_find (writing->map, base, self->listed ? KL_SOURCE_TEXT : KL_SOURCE_VALUE);
  g_autofree char *line_before = kl_writing_dup_line (before);

  if (g_str_equal (line_before, after) || (self->listed && mark == NULL))
    return;
  if (mark != NULL && *after == '\0' && is_behind (writing, value, mark))
    {
      kl_patch_replace (writing->patch, value->start, value->end, mark->end, "");
      return;
    }
  if (mark != NULL && *after != '\0')
    kl_writing_replace (writing, base, part, after);
  else if (mark != NULL)
    {
      gsize start = mark->start;

      while (start > 0 && writing->text[start - 1] != '\n' && writing->text[start - 1] != '\r')
        start--;
      kl_patch_replace (writing->patch, start, start, kl_writing_line_end (writing, mark->end), "");
    }
  else if (value != NULL)
    {
      g_autofree char *line = g_strdup_printf ("**%s:** %s\n", label, after);

      kl_patch_insert (writing->patch, value->start, kl_writing_line_end (writing, value->end), line);
    }
}

static void
update_entry (Queue        *self,
              KlQueueEntry *base,
              KlQueueEntry *now,
              gboolean      was_first,
              gboolean      is_first)
{
  g_autofree char *value = dup_value (self->writing, now);
  g_autofree char *why = kl_writing_dup_line (kl_queue_entry_get_why (now));
  g_autofree char *prerequisites = dup_renamed (self->writing, kl_queue_entry_get_prerequisites (now));
  g_autofree char *title = dup_renamed (self->writing, kl_queue_entry_get_title (now));
  g_autofree char *title_before = kl_writing_dup_line (kl_queue_entry_get_title (base));

  if (self->listed && kl_source_map_find (self->writing->map, base, "why") == NULL && has_reason_behind (now))
    {
      g_autofree char *line = g_strconcat (value, " – ", why, NULL);

      kl_writing_replace (self->writing, base, KL_SOURCE_TEXT, line);
    }
  else if (kl_queue_entry_get_minutes (base) != kl_queue_entry_get_minutes (now) || !g_str_equal (title_before, title))
    kl_writing_replace (self->writing, base, self->listed ? KL_SOURCE_TEXT : KL_SOURCE_VALUE, value);
  if (was_first != is_first)
    kl_writing_replace (self->writing, base, KL_SOURCE_LABEL, self->labels[is_first ? 0 : 1]);
  update_line (self, base, "why", "Why", kl_queue_entry_get_why (base), why);
  update_line (self, base, "prerequisites", "Prerequisites", kl_queue_entry_get_prerequisites (base), prerequisites);
}

static void
read_style (Queue        *self,
            KlQueueEntry *base,
            guint         index)
{
  KlWriting *writing = self->writing;
  const KlSourceMark *box = kl_source_map_find (writing->map, base, KL_SOURCE_BOX);
  const KlSourceMark *own = kl_source_map_find (writing->map, base, KL_SOURCE_OWN);
  const KlSourceMark *label = kl_source_map_find (writing->map, base, KL_SOURCE_LABEL);

  if (box != NULL && own != NULL && self->prefix == NULL)
    {
      self->listed = TRUE;
      self->prefix = g_strndup (writing->text + own->start, box->start - own->start);
    }
  if (label != NULL && index < G_N_ELEMENTS (self->labels))
    {
      g_free (self->labels[index]);
      self->labels[index] = g_strndup (writing->text + label->start, label->end - label->start);
    }
}

/**
 * kl_write_queue:
 * @writing: a writing
 *
 * Writes what to study next, in its order.
 */
void
kl_write_queue (KlWriting *writing)
{
  GListModel *before = kl_plan_get_queue (kl_import_get_plan (writing->base));
  GListModel *after = kl_plan_get_queue (writing->plan);
  Queue self = { writing, FALSE, NULL, { g_strdup ("Target"), g_strdup ("After that") } };
  g_autoptr(KlQueueEntry) first = g_list_model_get_item (after, 0);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  g_autofree char *lead = NULL;
  KlWritingList list = { 0, 0, "\n", "\n", places, records, render_entry, NULL, &self };

  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlQueueEntry) entry = g_list_model_get_item (before, i);

      kl_writing_add_place (places, writing, KL_RECORD (entry));
      read_style (&self, entry, i);
    }
  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlQueueEntry) entry = g_list_model_get_item (before, i);
      KlQueueEntry *now = kl_writing_now_of (writing, entry);

      if (now != NULL)
        update_entry (&self, entry, now, i == 0, now == first);
    }
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr(KlRecord) entry = g_list_model_get_item (after, i);
      KlRecord *was = kl_writing_base_of (writing, entry);

      if (was == NULL || kl_source_map_find (writing->map, was, KL_SOURCE_OWN) != NULL)
        g_ptr_array_add (records, entry);
    }

  if (places->len > 0)
    list.head = g_array_index (places, KlWritingPlace, 0).start;
  else if (records->len > 0)
    {
      const KlSourceSection *section = kl_writing_find_section (writing, KL_SECTION_QUEUE);

      if (section == NULL)
        lead = kl_write_layout_dup_lead (writing, KL_LAYOUT_QUEUE, &list.head);
      else
        {
          list.owner = section->start;
          list.head = section->own_end;
        }
      list.lead = lead != NULL ? lead : "\n";
    }
  if (self.listed)
    list.separator = NULL;
  if (places->len > 0 || records->len > 0)
    kl_writing_list (writing, &list);
  g_free (self.prefix);
  g_free (self.labels[0]);
  g_free (self.labels[1]);
}
