/* kl-merge.c: what an import changes in a plan that the library has
 *
 * Three sides: the document as it was imported last, the document as it is, and the plan as the library has it. Only
 * what differs between the two documents is carried over, so that nothing that was done in KLearn is undone by an
 * import. An attempt is never removed, and neither is a topic that has one. Where KLearn wrote the document since it
 * was imported, that is the first side.
 */

#include "config.h"

#include "kl-merge.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-markdown-reader.h"
#include "kl-merge-attempt.h"
#include "kl-merge-counterparts.h"
#include "kl-merge-exact.h"
#include "kl-merge-halved.h"
#include "kl-merge-moved.h"
#include "kl-merge-order.h"
#include "kl-merge-removal.h"
#include "kl-merge-values.h"
#include "kl-written-keys.h"
#include "model/kl-attempt.h"
#include "model/kl-subject.h"

struct _KlMerge
{
  GObject parent_instance;

  KlImport *import;
  KlImport *base;
  KlPlan *plan;
  KlDocument *document;
  KlFileState *written; /* what KLearn wrote since the import, if it did */

  KlChange *change;
  KlMergeCounts counts;
  GPtrArray *notes;
  KlMergeQuestions *questions;
  gboolean titled; /* whether the plan is called what the document calls it now */

  KlMergeCounterparts *counterparts;
  GHashTable *leaving; /* stored attempts that go to another subject */
};

G_DEFINE_FINAL_TYPE (KlMerge, kl_merge, G_TYPE_OBJECT)

static void
kl_merge_finalize (GObject *object)
{
  KlMerge *self = KL_MERGE (object);

  g_clear_object (&self->import);
  g_clear_object (&self->base);
  g_clear_object (&self->plan);
  g_clear_object (&self->document);
  g_clear_object (&self->change);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->questions, kl_merge_questions_free);
  g_clear_pointer (&self->counterparts, kl_merge_counterparts_free);
  g_clear_pointer (&self->leaving, g_hash_table_unref);

  G_OBJECT_CLASS (kl_merge_parent_class)->finalize (object);
}

static void
kl_merge_class_init (KlMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_merge_finalize;
}

static void
kl_merge_init (KlMerge *self)
{
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_import_note_free);
  self->leaving = g_hash_table_new (NULL, NULL);
}

static gint64
last_attempt_number (KlRecord *stored_subject)
{
  GListModel *attempts = kl_subject_get_attempts (KL_SUBJECT (stored_subject));
  guint n = g_list_model_get_n_items (attempts);
  gint64 last = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      last = MAX (last, kl_attempt_get_number (attempt));
    }
  return last;
}

static void
insert_record (KlMerge  *self,
               KlRecord *record,
               KlRecord *stored_owner,
               gint64    position,
               gint64    number)
{
  g_autoptr(KlRecord) fresh = kl_merge_values_localize (record, self->counterparts->ids);

  if (stored_owner != NULL)
    {
      /* The imported record stays as the document says; the library gets its own. */
      if (fresh == record)
        {
          g_object_unref (fresh);
          fresh = kl_record_copy (record);
        }
      g_object_set (fresh, "owner", kl_record_get_id (stored_owner), "position", position, NULL);
      if (KL_IS_ATTEMPT (fresh))
        g_object_set (fresh, "number", number, NULL);
    }
  kl_change_insert (self->change, fresh);
  kl_merge_counts_add (&self->counts, record);
}

static void
update_attempt (KlMerge   *self,
                KlAttempt *attempt,
                KlAttempt *stored)
{
  KlMergeAttempt outcome
    = kl_merge_attempt_update (self->change, attempt, g_hash_table_lookup (self->counterparts->base_of, attempt),
                               stored, self->questions);

  if (outcome == KL_MERGE_ATTEMPT_AMENDED)
    self->counts.changed++;
  else
    self->counts.unchanged++;

  if (outcome == KL_MERGE_ATTEMPT_KEPT)
    {
      g_autofree char *words = kl_merge_values_dup_attempt (self->plan, KL_RECORD (stored));
      g_autofree char *message = g_strdup_printf (
        _("The attempt of %s has another date or label in the document now: what was recorded stays."), words);

      g_ptr_array_add (self->notes, kl_import_note_new (0, message));
    }
}

static void
update_record (KlMerge  *self,
               KlRecord *record,
               KlRecord *stored)
{
  KlRecord *base = g_hash_table_lookup (self->counterparts->base_of, record);

  if (KL_IS_ATTEMPT (record))
    {
      update_attempt (self, KL_ATTEMPT (record), KL_ATTEMPT (stored));
      return;
    }

  if (!kl_merge_values_update (self->change, record, base, stored, self->counterparts->ids, self->questions))
    self->counts.unchanged++;
  else
    self->counts.changed++;
}

/* What was recorded in KLearn goes with what the document moved. */
static void
move_others (KlMerge    *self,
             const char *from,
             const char *to,
             gint64     *number)
{
  KlSubject *subject = kl_plan_find_subject (self->plan, from);
  GListModel *attempts = subject != NULL ? kl_subject_get_attempts (subject) : NULL;
  guint n = attempts != NULL ? g_list_model_get_n_items (attempts) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) attempt = g_list_model_get_item (attempts, i);

      if (!g_hash_table_contains (self->counterparts->from_base, attempt) && g_hash_table_add (self->leaving, attempt))
        kl_merge_moved_emit (self->change, attempt, to, ++*number);
    }
}

static void
move_attempt (KlMerge  *self,
              KlRecord *attempt,
              KlRecord *stored_owner,
              gint64   *number)
{
  KlRecord *stored = g_hash_table_lookup (self->counterparts->moved, attempt);
  const char *owner = kl_record_get_id (stored_owner);
  g_autofree char *words = kl_merge_values_dup_attempt (self->plan, stored);
  g_autofree char *message
    = g_strdup_printf (_("The attempt of %s stands under another topic in the document now: it goes there."), words);

  kl_merge_moved_emit (self->change, stored, owner, ++*number);
  g_hash_table_add (self->leaving, stored);
  update_record (self, attempt, stored);
  g_ptr_array_add (self->notes, kl_import_note_new (0, message));
  move_others (self, kl_record_get_owner (stored), owner, number);
}

static void
emit_list (KlMerge    *self,
           GListModel *list,
           GListModel *base_list,
           GListModel *stored_list,
           KlRecord   *stored_owner)
{
  guint n = g_list_model_get_n_items (list);
  gboolean numbered = stored_owner != NULL && KL_IS_SUBJECT (stored_owner) &&
                      g_list_model_get_item_type (list) == KL_TYPE_ATTEMPT;
  gint64 number = numbered ? last_attempt_number (stored_owner) : 0;
  g_autoptr(KlMergeOrder) order = NULL;

  if (stored_list != NULL)
    order = kl_merge_order_new (list, base_list, stored_list, self->counterparts->base_of,
                                self->counterparts->stored_of);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);
      KlRecord *stored = g_hash_table_lookup (self->counterparts->stored_of, record);

      if (stored != NULL)
        update_record (self, record, stored);
      else if (g_hash_table_contains (self->counterparts->moved, record))
        move_attempt (self, record, stored_owner, &number);
      else if (!kl_merge_counterparts_is_gone (self->counterparts, record))
        insert_record (self, record, stored_owner, order != NULL ? kl_merge_order_get (order, record) : 0, ++number);
    }
  if (order != NULL)
    kl_merge_order_emit (order, self->change);
}

static void
emit_below (KlMerge  *self,
            KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  KlRecord *moved = g_hash_table_lookup (self->counterparts->moved, record);
  KlRecord *stored = moved != NULL ? moved : g_hash_table_lookup (self->counterparts->stored_of, record);
  KlRecord *base = g_hash_table_lookup (self->counterparts->base_of, record);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      const KlList *kind = &klass->lists[i];
      GListModel *list = kl_record_peek_items (record, kind);
      guint n = g_list_model_get_n_items (list);

      /* Subjects come before everything that names them: emit_all() has put them in. */
      if (g_list_model_get_item_type (list) != KL_TYPE_SUBJECT)
        emit_list (self, list, base != NULL ? kl_record_peek_items (base, kind) : NULL,
                   stored != NULL ? kl_record_peek_items (stored, kind) : NULL, stored);
      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          if (KL_RECORD_GET_CLASS (child)->n_lists > 0)
            emit_below (self, child);
        }
    }
}

/* Which file is written is the person's choice, and not that of an import. */
static void
emit_unlink (KlMerge    *self,
             KlDocument *imported)
{
  const char *path = kl_document_get_path (self->document);
  g_autofree char *message = NULL;

  if (kl_document_get_follow (self->document) == KL_FOLLOW_NOT
      || g_strcmp0 (path, kl_document_get_path (imported)) == 0)
    return;

  message = g_strdup_printf (_("The plan is linked to “%s”. This is another file: it will not be linked any more."),
                             path != NULL ? path : "");
  kl_change_set_integer (self->change, KL_RECORD (self->document), "follow", KL_FOLLOW_NOT);
  g_ptr_array_add (self->notes, kl_import_note_new (0, message));
}

static void
emit_document (KlMerge *self)
{
  KlDocument *imported = kl_import_get_document (self->import);

  if (self->document != NULL)
    {
      KlRecord *stored = KL_RECORD (self->document);

      emit_unlink (self, imported);
      kl_change_set_string (self->change, stored, "text", kl_document_get_text (imported));
      kl_change_set_string (self->change, stored, "digest", kl_document_get_digest (imported));
      kl_change_set_string (self->change, stored, "path", kl_document_get_path (imported));
      kl_change_set_string (self->change, stored, "headings", kl_document_get_headings (imported));
      if (self->titled)
        kl_change_set_string (self->change, stored, "title", kl_plan_get_title (kl_import_get_plan (self->import)));
    }
  else
    {
      KlPlan *plan = self->plan != NULL ? self->plan : kl_import_get_plan (self->import);
      const char *title = kl_plan_get_title (plan);
      gboolean is_same = self->plan == NULL && g_strcmp0 (kl_document_get_title (imported), title) == 0;
      g_autoptr(KlDocument) document = NULL;

      /* The text is as long as all the rest, and is not copied without need. */
      document = is_same ? g_object_ref (imported) : KL_DOCUMENT (kl_record_copy (KL_RECORD (imported)));
      g_object_set (document, "owner", kl_merge_get_plan_id (self), "title", title, NULL);
      kl_change_insert (self->change, KL_RECORD (document));
    }
}

/* The plan may never have been called what the document calls it. So the document's new title counts against the one
 * that the plan had when it was imported. */
static void
update_plan (KlMerge  *self,
             KlRecord *imported)
{
  KlPlan *base = self->base != NULL ? kl_import_get_plan (self->base) : NULL;
  const char *title = kl_plan_get_title (KL_PLAN (imported));
  const char *before = self->written != NULL ? kl_file_state_get_title (self->written) : NULL;
  guint first = kl_change_get_n_operations (self->change);

  if (before == NULL && self->document != NULL)
    before = kl_document_get_title (self->document);
  if (base != NULL && g_strcmp0 (kl_plan_get_title (base), title) != 0 && before != NULL)
    g_object_set (base, "title", before, NULL);
  update_record (self, imported, KL_RECORD (self->plan));

  self->titled = g_strcmp0 (kl_plan_get_title (self->plan), title) == 0;
  for (guint i = first; i < kl_change_get_n_operations (self->change); i++)
    if (g_str_equal (kl_change_get_operation (self->change, i)->field->name, "title"))
      self->titled = TRUE;
}

static void
emit_all (KlMerge *self)
{
  KlRecord *imported = KL_RECORD (kl_import_get_plan (self->import));
  const KlMergeCounterparts *counterparts = self->counterparts;

  if (self->plan == NULL)
    kl_change_make_plan (self->change, KL_PLAN (imported));
  else
    update_plan (self, imported);

  emit_list (self, kl_plan_get_subjects (KL_PLAN (imported)),
             self->base != NULL ? kl_plan_get_subjects (kl_import_get_plan (self->base)) : NULL,
             self->plan != NULL ? kl_plan_get_subjects (self->plan) : NULL,
             self->plan != NULL ? KL_RECORD (self->plan) : NULL);
  emit_below (self, imported);
  if (self->base != NULL && self->plan != NULL)
    self->counts.removed = kl_merge_removal_emit (self->change, KL_RECORD (kl_import_get_plan (self->base)),
                                                  KL_RECORD (self->plan), counterparts->base_of,
                                                  counterparts->stored_base, self->leaving, counterparts->ids,
                                                  self->notes);
  kl_merge_halved_note (kl_plan_get_subjects (KL_PLAN (imported)), counterparts->base_of, self->notes);
  emit_document (self);
  kl_merge_questions_note (self->questions, self->notes);
}

static gboolean
is_same_document (KlMerge *self)
{
  KlDocument *imported = kl_import_get_document (self->import);
  const char *digest = self->written != NULL ? kl_file_state_get_digest (self->written)
                                             : kl_document_get_digest (self->document);

  return g_strcmp0 (digest, kl_document_get_digest (imported)) == 0
         && g_strcmp0 (kl_document_get_headings (self->document), kl_document_get_headings (imported)) == 0;
}

/* The document before. */
static gboolean
read_base (KlMerge       *self,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *text = self->written != NULL ? kl_file_state_get_text (self->written)
                                           : kl_document_get_text (self->document);
  g_autoptr(GBytes) bytes = NULL;

  self->base = kl_import_get_base (self->import);
  if (self->base != NULL)
    {
      g_object_ref (self->base);
      return TRUE;
    }
  if (text == NULL || *text == '\0')
    return TRUE;

  bytes = g_bytes_new (text, strlen (text));
  self->base = kl_markdown_reader_read_full (bytes, kl_document_get_path (self->document),
                                             kl_document_get_headings (self->document), NULL, NULL, NULL, cancellable,
                                             error);
  return self->base != NULL;
}

/**
 * kl_merge_new:
 * @import: a document that was read
 * @plan: (nullable): the plan of the library that it belongs to, with all of its lists; %NULL for a new plan. Of a
 *   document of which only what was changed has been read, the subjects that kl_merge_cover_is_whole() asks for
 * @document: (nullable): what @plan was imported from last; %NULL if it was made in KLearn
 * @answered: (nullable): the questions of an earlier merge of the same document, answered
 * @cancellable: (nullable): stops while @document is read again
 * @error: %G_IO_ERROR_CANCELLED, or as kl_merge_exact_emit()
 *
 * Finds out what importing would do; does nothing. @document stays as it is, and so does @plan, except for the keys
 * that its records have in the document before.
 *
 * Returns: (transfer full): the change and what it amounts to
 */
KlMerge *
kl_merge_new (KlImport      *import,
              KlPlan        *plan,
              KlDocument    *document,
              GListModel    *answered,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(KlMerge) self = g_object_new (KL_TYPE_MERGE, NULL);
  KlRecord *imported = KL_RECORD (kl_import_get_plan (import));

  self->import = g_object_ref (import);
  self->plan = plan != NULL ? g_object_ref (plan) : NULL;
  self->document = document != NULL ? g_object_ref (document) : NULL;
  self->questions = kl_merge_questions_new (answered);
  self->change = kl_change_new (kl_import_is_exact (import) ? KL_CHANGE_IMPORT_RECORDS : KL_CHANGE_IMPORT,
                                kl_plan_get_title (plan != NULL ? plan : KL_PLAN (imported)));

  if (kl_import_is_exact (import))
    return kl_merge_exact_emit (self->change, &self->counts, self->notes, self->questions, import, plan,
                                document != NULL, error)
             ? g_steal_pointer (&self)
             : NULL;

  if (plan != NULL && document != NULL)
    {
      KlFileState *state = kl_document_get_file_state (document);

      self->written = state != NULL && kl_file_state_get_text (state) != NULL ? state : NULL;
      if (is_same_document (self))
        {
          self->counts.unchanged = kl_merge_counts_below (KL_RECORD (plan));
          return g_steal_pointer (&self);
        }
      if (!read_base (self, cancellable, error))
        return NULL;
      if (self->written != NULL)
        kl_written_keys_obey (kl_file_state_get_keys (self->written), plan, self->change);
    }

  self->counterparts = kl_merge_counterparts_new (KL_PLAN (imported),
                                                  self->base != NULL ? kl_import_get_plan (self->base) : NULL, plan,
                                                  self->questions);
  emit_all (self);
  return g_steal_pointer (&self);
}

/**
 * kl_merge_is_empty:
 * @self: a merge
 *
 * Returns: whether there is nothing to do
 */
gboolean
kl_merge_is_empty (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), TRUE);

  return kl_change_get_n_operations (self->change) == 0;
}

/**
 * kl_merge_get_plan_id:
 * @self: a merge
 *
 * Returns: (transfer none): the id that the plan has, or will have, in the library
 */
const char *
kl_merge_get_plan_id (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return kl_record_get_id (KL_RECORD (self->plan != NULL ? self->plan : kl_import_get_plan (self->import)));
}

/**
 * kl_merge_get_document:
 * @self: a merge
 *
 * Returns: (transfer none) (nullable): what the plan was imported from before
 */
KlDocument *
kl_merge_get_document (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return self->document;
}

/**
 * kl_merge_get_title:
 * @self: a merge
 *
 * Returns: (transfer none): what the plan will be called
 */
const char *
kl_merge_get_title (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return kl_plan_get_title (self->plan == NULL || self->titled ? kl_import_get_plan (self->import) : self->plan);
}

/**
 * kl_merge_get_change:
 * @self: a merge
 *
 * Returns: (transfer none): what the library has to do, in order: what is named comes before what names it
 */
KlChange *
kl_merge_get_change (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return self->change;
}

/**
 * kl_merge_get_counts:
 * @self: a merge
 *
 * Returns: (transfer none): what that amounts to
 */
const KlMergeCounts *
kl_merge_get_counts (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return &self->counts;
}

/**
 * kl_merge_get_questions:
 * @self: a merge
 *
 * Returns: (transfer none): a list of #KlImportQuestion: what was changed on both sides, and which topics may be ones
 *   that were renamed. The change is what their answers were when the merge was made; other answers need another merge
 */
GListModel *
kl_merge_get_questions (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return kl_merge_questions_get_list (self->questions);
}

/**
 * kl_merge_get_base:
 * @self: a merge
 *
 * Returns: (transfer none) (nullable): the document as it was before, read again
 */
KlImport *
kl_merge_get_base (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return self->base;
}

/**
 * kl_merge_add_unchanged:
 * @self: a merge of a part of a plan
 * @n_records: how many records the rest of the plan has
 */
void
kl_merge_add_unchanged (KlMerge *self,
                        guint    n_records)
{
  g_return_if_fail (KL_IS_MERGE (self));

  self->counts.unchanged += n_records;
}

/**
 * kl_merge_get_notes:
 * @self: a merge
 *
 * Returns: (transfer none) (element-type KlImportNote): what the merge decided that a person may want to know; the
 *   import's own notes are not among them
 */
GPtrArray *
kl_merge_get_notes (KlMerge *self)
{
  g_return_val_if_fail (KL_IS_MERGE (self), NULL);

  return self->notes;
}
