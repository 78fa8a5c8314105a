/* kl-reading.c: what the readers of a document's sections share */

#include "config.h"

#include "kl-reading.h"

#include <string.h>

#include "kl-import-note.h"
#include "kl-phrase.h"
#include "kl-source-map.h"
#include "model/kl-link.h"

static void
draft_subject_free (gpointer data)
{
  KlDraftSubject *draft = data;

  g_object_unref (draft->subject);
  if (draft->notes != NULL)
    g_string_free (draft->notes, TRUE);
  g_free (draft);
}

/**
 * kl_reading_new:
 * @outline: a document, which must outlive the reading
 *
 * Returns: (transfer full): a reading with an empty plan
 */
KlReading *
kl_reading_new (KlOutline *outline)
{
  KlReading *self = g_new0 (KlReading, 1);

  self->outline = outline;
  self->plan = g_object_new (KL_TYPE_PLAN, NULL);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_import_note_free);
  self->plan_notes = g_string_new (NULL);
  self->subjects = g_ptr_array_new_with_free_func (draft_subject_free);
  self->index = kl_mention_index_new ();
  self->keys = kl_source_keys_new ();
  self->points = g_array_new (FALSE, FALSE, sizeof (KlDraftPoint));
  self->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->references = g_ptr_array_new ();
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->attempt_lines = g_array_new (FALSE, FALSE, sizeof (KlRecordLine));
  self->queue_lines = g_array_new (FALSE, FALSE, sizeof (KlRecordLine));
  return self;
}

/**
 * kl_reading_free:
 * @self: (transfer full): a reading
 */
void
kl_reading_free (KlReading *self)
{
  g_object_unref (self->plan);
  g_ptr_array_unref (self->notes);
  g_string_free (self->plan_notes, TRUE);
  g_ptr_array_unref (self->subjects);
  g_array_unref (self->points);
  g_hash_table_unref (self->prefixes);
  kl_mention_index_free (self->index);
  kl_source_keys_free (self->keys);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->asked);
  g_array_unref (self->attempt_lines);
  g_array_unref (self->queue_lines);
  g_free (self->date);
  g_free (self);
}

/**
 * kl_reading_note:
 * @self: a reading
 * @line: from 1
 * @format: a translated sentence for g_strdup_printf()
 * @...: its values
 */
void
kl_reading_note (KlReading  *self,
                 guint       line,
                 const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  g_ptr_array_add (self->notes, kl_import_note_new (line, message));
}

/**
 * kl_reading_mark:
 * @self: a reading
 * @record: what stands there
 * @part: a KL_SOURCE_ constant
 * @start: the first byte
 * @end: one past the last
 *
 * Remembers where a record stands, if somebody wants to know.
 */
void
kl_reading_mark (KlReading     *self,
                 gpointer       record,
                 const char    *part,
                 gsize          start,
                 gsize          end)
{
  if (self->map != NULL)
    kl_source_map_add (self->map, record, part, start, end);
}

/**
 * kl_reading_mark_item:
 * @self: a reading
 * @record: what the item became
 * @block: the item
 *
 * Remembers where a list item and its text stand, if somebody wants to know.
 */
void
kl_reading_mark_item (KlReading     *self,
                      gpointer       record,
                      const KlBlock *block)
{
  if (self->map != NULL)
    kl_source_map_add_item (self->map, record, self->outline, block);
}

/**
 * kl_reading_add_notes:
 * @self: a reading
 * @subject: (nullable): whose notes, %NULL for the plan's
 * @start: first byte of the document
 * @end: one past the last
 *
 * Keeps these bytes as notes.
 */
void
kl_reading_add_notes (KlReading      *self,
                      KlDraftSubject *subject,
                      gsize           start,
                      gsize           end)
{
  const char *text = kl_outline_get_text (self->outline, NULL);
  GString *notes = self->plan_notes;

  start = MAX (start, kl_outline_get_start (self->outline));
  if (end <= start)
    return;
  if (subject != NULL)
    {
      if (subject->notes == NULL)
        subject->notes = g_string_new (NULL);
      notes = subject->notes;
    }
  kl_reading_mark (self, subject != NULL ? (gpointer) subject->subject : (gpointer) self->plan, KL_SOURCE_NOTE, start,
                   end);
  if (notes->len > 0)
    g_string_append (notes, "\n\n");
  g_string_append_len (notes, text + start, (gssize) (end - start));
}

/**
 * kl_reading_add_subject:
 * @self: a reading
 * @parent: (nullable): the topic or group that it is a part of
 * @kind: what it is
 * @depth: how far it was studied
 * @title: as written
 *
 * Returns: (transfer none): the new subject, last among its siblings
 */
KlDraftSubject *
kl_reading_add_subject (KlReading      *self,
                        KlDraftSubject *parent,
                        KlSubjectKind   kind,
                        KlDepth         depth,
                        const char     *title)
{
  KlDraftSubject *draft = g_new0 (KlDraftSubject, 1);
  g_autofree char *folded = kl_phrase_fold (title);
  g_autofree char *key = NULL;
  const char *owner_key = "";

  if (parent == NULL)
    parent = &self->root;
  /* A title that is unique keeps its key wherever the topic moves. */
  if (parent != &self->root && g_hash_table_contains (self->index->titles, folded))
    owner_key = kl_subject_get_source (parent->subject);
  key = kl_source_keys_dup (self->keys, owner_key, kind == KL_SUBJECT_EXERCISE ? "exercise" : "subject", folded);

  draft->subject = g_object_new (KL_TYPE_SUBJECT, "kind", kind, "depth", depth, "title", title, "source", key, NULL);
  draft->parent = parent;
  if (parent != &self->root)
    g_object_set (draft->subject, "parent", kl_record_get_id (KL_RECORD (parent->subject)), NULL);
  if (parent->last_child != NULL)
    parent->last_child->next = draft;
  else
    parent->first_child = draft;
  parent->last_child = draft;
  g_ptr_array_add (self->subjects, draft);
  kl_mention_index_add (self->index, draft, folded);
  return draft;
}

static gboolean
is_reference (const char *text)
{
  static const char *const words[] = { "above", "below", "see", "mentioned", NULL };
  const char *bracket = strrchr (text, '(');
  g_autofree char *folded = NULL;

  if (bracket == NULL || bracket == text || !g_str_has_suffix (bracket, ")"))
    return FALSE;
  folded = kl_phrase_fold (bracket);
  return kl_phrase_has_any (folded, words);
}

static void
index_prefix (KlReading      *self,
              KlDraftSubject *subject,
              KlPoint        *point,
              const char     *text)
{
  const char *colon = strstr (text, ": ");
  g_autofree char *prefix = NULL;
  g_autofree char *folded = NULL;

  if (colon == NULL || colon == text || colon - text > 80)
    return;
  prefix = g_strndup (text, (gsize) (colon - text));
  folded = kl_phrase_fold (prefix);
  if (!g_hash_table_contains (self->prefixes, folded))
    {
      KlPointPrefix *found = g_new (KlPointPrefix, 1);

      found->topic = subject;
      found->point = point;
      g_hash_table_insert (self->prefixes, g_steal_pointer (&folded), found);
    }
}

/**
 * kl_reading_add_point:
 * @self: a reading
 * @subject: whose point
 * @parent: (nullable): the point that it is nested in
 * @depth: how far it was studied
 * @text: as written
 * @note: (nullable): what the document says about it
 *
 * Returns: (transfer none): the new point
 */
KlPoint *
kl_reading_add_point (KlReading      *self,
                      KlDraftSubject *subject,
                      KlPoint        *parent,
                      KlDepth         depth,
                      const char     *text,
                      const char     *note)
{
  g_autofree char *key = kl_source_keys_dup (self->keys, kl_subject_get_source (subject->subject), "point", text);
  g_autoptr(KlPoint) point = g_object_new (KL_TYPE_POINT, "text", text, "depth", depth, "source", key, NULL);
  KlDraftPoint draft = { subject, point };

  if (note != NULL)
    g_object_set (point, "note", note, NULL);
  if (parent != NULL)
    g_object_set (point, "parent", kl_record_get_id (KL_RECORD (parent)), NULL);
  else
    index_prefix (self, subject, point, text);
  g_array_append_val (self->points, draft);
  if (is_reference (text))
    g_ptr_array_add (self->references, point);
  kl_record_append (KL_RECORD (subject->subject), KL_RECORD (point));
  return point;
}

/**
 * kl_reading_add_link:
 * @self: a reading
 * @subject: from where
 * @kind: a #KlLinkKind
 * @target: (nullable): to where, %NULL where no topic is called so
 * @text: as written
 *
 * Returns: (transfer none) (nullable): the link, which may have been there; %NULL for one from a topic to itself
 */
KlRecord *
kl_reading_add_link (KlReading      *self,
                     KlDraftSubject *subject,
                     int             kind,
                     KlDraftSubject *target,
                     const char     *text)
{
  GListModel *links = kl_subject_get_links (subject->subject);
  const char *id = target != NULL ? kl_record_get_id (KL_RECORD (target->subject)) : NULL;
  g_autofree char *key = NULL;
  g_autoptr(KlRecord) link = NULL;

  if (subject == target)
    return NULL;
  /* A topic and the queue may both say it. */
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlLink) other = g_list_model_get_item (links, i);

      if (id != NULL && (int) kl_link_get_kind (other) == kind && g_strcmp0 (kl_link_get_target (other), id) == 0)
        return KL_RECORD (other);
    }
  key = kl_source_keys_dup (self->keys, kl_subject_get_source (subject->subject), "link",
                            target != NULL ? kl_subject_get_source (target->subject) : text);
  link = g_object_new (KL_TYPE_LINK, "kind", kind, "target", id, "text", text, "source", key, NULL);
  kl_record_append (KL_RECORD (subject->subject), link);
  return link;
}

/**
 * kl_reading_find_subject:
 * @self: a reading
 * @title: what a document calls it
 *
 * Returns: (transfer none) (nullable): the topic that it means, as kl_mention_index_find_topic() says
 */
KlDraftSubject *
kl_reading_find_subject (KlReading  *self,
                         const char *title)
{
  g_ptr_array_add (self->asked, g_strdup (title));
  return kl_mention_index_find_topic (self->index, title);
}

static void
resolve_references (KlReading *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      KlPoint *point = g_ptr_array_index (self->references, i);
      g_autofree char *folded = kl_phrase_fold_label (kl_point_get_text (point));
      KlDraftSubject *target = g_hash_table_lookup (self->index->titles, folded);

      if (target != NULL && g_strcmp0 (kl_record_get_id (KL_RECORD (target->subject)),
                                       kl_record_get_owner (KL_RECORD (point))) != 0)
        g_object_set (point, "target", kl_record_get_id (KL_RECORD (target->subject)), NULL);
    }
}

/* Whatever a point says may be mentioned, but only by an exercise. */
static void
index_points (KlReading *self)
{
  if (g_hash_table_size (self->index->exercises) == 0)
    return;

  for (guint i = 0; i < self->points->len; i++)
    {
      KlDraftPoint *draft = &g_array_index (self->points, KlDraftPoint, i);

      kl_mention_index_add_point (self->index, draft->topic, kl_point_get_text (draft->point));
    }
}

/* Last, since scores make topics of their own. */
static void
link_exercises (KlReading *self)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      KlDraftSubject *draft = g_ptr_array_index (self->subjects, i);
      g_autoptr(GPtrArray) mentioned = NULL;

      if (kl_subject_get_kind (draft->subject) != KL_SUBJECT_EXERCISE)
        continue;
      mentioned = kl_mention_index_list_mentioned (self->index, kl_subject_get_title (draft->subject));
      for (guint j = 0; j < mentioned->len; j++)
        {
          KlDraftSubject *topic = g_ptr_array_index (mentioned, j);

          kl_reading_add_link (self, draft, KL_LINK_SPANS, topic, kl_subject_get_title (topic->subject));
        }
    }
}

/**
 * kl_reading_finish:
 * @self: a reading whose sections have all been read
 *
 * Resolves references between points and topics, and puts the subjects into the plan, each after its parent.
 */
void
kl_reading_finish (KlReading *self)
{
  KlDraftSubject *draft = self->root.first_child;

  resolve_references (self);
  index_points (self);
  link_exercises (self);
  while (draft != NULL)
    {
      if (draft->notes != NULL)
        g_object_set (draft->subject, "notes", draft->notes->str, NULL);
      kl_record_append (KL_RECORD (self->plan), KL_RECORD (draft->subject));

      if (draft->first_child != NULL)
        {
          draft = draft->first_child;
          continue;
        }
      while (draft != NULL && draft->next == NULL)
        draft = draft->parent != &self->root ? draft->parent : NULL;
      if (draft != NULL)
        draft = draft->next;
    }
  if (self->plan_notes->len > 0)
    g_object_set (self->plan, "notes", self->plan_notes->str, NULL);
}
