/* kl-merge-exact.c: a plan from another library, or from this one at another time
 *
 * Both sides know each thing by its id; what both have from the same line of a document has two ids, and is known by
 * that line. What only the file has is added, also what was deleted here; what only the library has stays, and so does
 * the place of what both have. Where both have a value, nobody knows which is the newer one: that is a question. What
 * was recorded stays as it is: another score becomes an amendment, and an attempt whose number is taken gets the next
 * one. The library's draft and its document stay, for they are what the person works with here.
 */

#include "config.h"

#include "kl-merge-exact.h"

#include <glib/gi18n.h>

#include "kl-exchange-error.h"
#include "kl-merge-attempt.h"
#include "kl-merge-values.h"
#include "model/kl-amendment.h"
#include "model/kl-attempt.h"
#include "model/kl-draft.h"
#include "model/kl-subject.h"

typedef struct
{
  KlChange *change;
  KlMergeCounts *counts;
  GPtrArray *notes;
  GHashTable *stored;   /* id of the file or of the library → record of the library's plan */
  GHashTable *imported; /* id → record of the file */
  GHashTable *ids;      /* id of the file → id of the library, where the two differ */
  KlMergeQuestions *questions;
  gboolean keep_sources;
  GError **error;
} Merging;

static GListModel *
list_of (KlRecord *record,
         guint     index)
{
  return kl_record_peek_items (record, &KL_RECORD_GET_CLASS (record)->lists[index]);
}

static void
index_below (GHashTable *index,
             KlRecord   *record)
{
  g_hash_table_insert (index, (gpointer) (guintptr) kl_record_get_id (record), record);
  for (guint i = 0; i < KL_RECORD_GET_CLASS (record)->n_lists; i++)
    {
      GListModel *list = list_of (record, i);
      guint n = g_list_model_get_n_items (list);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          index_below (index, child);
        }
    }
}

static const char *
get_source (KlRecord *record)
{
  const KlField *field = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), "source");

  return field != NULL ? kl_record_get_string (record, field) : NULL;
}

/* What was read from the same line of a document on two computers. */
static void
match_sources (Merging    *self,
               GListModel *list,
               GListModel *stored_list)
{
  g_autoptr(GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_list_model_get_n_items (list);
  guint n_stored = g_list_model_get_n_items (stored_list);

  for (guint i = 0; i < n_stored; i++)
    {
      g_autoptr(KlRecord) stored = g_list_model_get_item (stored_list, i);

      if (get_source (stored) != NULL && !g_hash_table_contains (self->imported, kl_record_get_id (stored)))
        g_hash_table_insert (sources, (gpointer) (guintptr) get_source (stored), stored);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);
      KlRecord *stored = NULL;

      if (get_source (record) == NULL || g_hash_table_contains (self->stored, kl_record_get_id (record)))
        continue;
      stored = g_hash_table_lookup (sources, get_source (record));
      if (stored == NULL)
        continue;
      g_hash_table_remove (sources, get_source (record));
      g_hash_table_insert (self->stored, (gpointer) (guintptr) kl_record_get_id (record), stored);
      g_hash_table_insert (self->ids, g_strdup (kl_record_get_id (record)), g_strdup (kl_record_get_id (stored)));
    }
}

static void
match_below (Merging  *self,
             KlRecord *record)
{
  KlRecord *stored = g_hash_table_lookup (self->stored, kl_record_get_id (record));

  /* Below what the library has not, there is nothing to find; nor below another kind of thing. */
  if (stored == NULL || G_OBJECT_TYPE (stored) != G_OBJECT_TYPE (record))
    return;
  for (guint i = 0; i < KL_RECORD_GET_CLASS (record)->n_lists; i++)
    {
      GListModel *list = list_of (record, i);
      guint n = g_list_model_get_n_items (list);

      match_sources (self, list, list_of (stored, i));
      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          match_below (self, child);
        }
    }
}

static void
note_kept (Merging    *self,
           KlRecord   *stored,
           const char *format)
{
  g_autofree char *words = kl_merge_values_dup_title (stored);
  g_autoptr(GString) message = g_string_new (format);

  g_string_replace (message, "%s", words, 1);
  g_ptr_array_add (self->notes, kl_import_note_new (0, message->str));
}

/* How a document names it goes with the document, and the library's stays. */
static void
update_source (Merging  *self,
               KlRecord *imported,
               KlRecord *stored)
{
  const char *source = get_source (imported);

  if (!self->keep_sources && source != NULL && g_strcmp0 (source, get_source (stored)) != 0)
    kl_change_set_string (self->change, stored, "source", source);
}

static void
update_attempt (Merging   *self,
                KlAttempt *imported,
                KlAttempt *stored)
{
  g_autoptr(KlRecord) values = NULL;

  /* An attempt that was amended says what it counts for by its amendments, which come by themselves. */
  if (g_list_model_get_n_items (kl_attempt_get_amendments (imported)) > 0)
    return;
  values = kl_record_copy (KL_RECORD (imported));
  g_object_set (values, "source", kl_attempt_get_source (stored), NULL);
  if (kl_merge_attempt_update (self->change, KL_ATTEMPT (values), stored, stored, self->questions) ==
      KL_MERGE_ATTEMPT_KEPT)
    note_kept (self, KL_RECORD (stored),
               _("The attempt of %s has another date or label in the file: what was recorded stays."));
}

static gboolean
update_record (Merging  *self,
               KlRecord *imported,
               KlRecord *stored)
{
  guint n_before = kl_change_get_n_operations (self->change);

  if (G_OBJECT_TYPE (imported) != G_OBJECT_TYPE (stored))
    {
      g_autofree char *words = kl_merge_values_dup_title (stored);

      g_set_error (self->error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID,
                   _("The id %s of the file is that of something else in the library: “%s”."),
                   kl_record_get_id (imported), words);
      return FALSE;
    }
  if (KL_IS_ATTEMPT (stored))
    update_attempt (self, KL_ATTEMPT (imported), KL_ATTEMPT (stored));
  else if (!KL_IS_DRAFT (stored))
    kl_merge_values_join (self->change, imported, stored, self->ids, self->questions);
  update_source (self, imported, stored);

  if (kl_change_get_n_operations (self->change) > n_before)
    self->counts->changed++;
  else
    self->counts->unchanged++;
  return TRUE;
}

/* The numbers that attempts of the library have. */
typedef struct
{
  GHashTable *taken;
  gint64 last;
} Numbers;

static void
take_number (Numbers *numbers,
             gint64   number)
{
  g_hash_table_add (numbers->taken, g_memdup2 (&number, sizeof number));
  numbers->last = MAX (numbers->last, number);
}

static void
collect_numbers (Numbers    *numbers,
                 GListModel *attempts)
{
  guint n = g_list_model_get_n_items (attempts);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      take_number (numbers, kl_attempt_get_number (attempt));
    }
}

static void
insert_record (Merging  *self,
               KlRecord *imported,
               Numbers  *numbers)
{
  KlRecord *owner = g_hash_table_lookup (self->stored, kl_record_get_owner (imported));
  g_autoptr(KlRecord) fresh = kl_merge_values_localize (imported, self->ids);

  if (KL_IS_DRAFT (imported) && owner != NULL
      && g_list_model_get_n_items (kl_subject_get_drafts (KL_SUBJECT (owner))) > 0)
    {
      note_kept (self, owner, _("“%s” has another draft here, which stays; the file's was left out."));
      return;
    }
  if (owner != NULL)
    {
      KlRecord *own = kl_record_copy (fresh);

      g_object_unref (fresh);
      fresh = own;
      g_object_set (fresh, "owner", kl_record_get_id (owner), NULL);
    }
  /* What was said may have another id here. */
  if (KL_IS_AMENDMENT (fresh) && owner != NULL && kl_amendment_get_item (KL_AMENDMENT (fresh)) != NULL)
    {
      const char *item = g_hash_table_lookup (self->ids, kl_amendment_get_item (KL_AMENDMENT (fresh)));

      if (item != NULL)
        g_object_set (fresh, "item", item, NULL);
    }
  if (KL_IS_ATTEMPT (fresh) && owner != NULL)
    {
      gint64 number = kl_attempt_get_number (KL_ATTEMPT (fresh));

      if (g_hash_table_contains (numbers->taken, &number))
        g_object_set (fresh, "number", number = numbers->last + 1, NULL);
      take_number (numbers, number);
    }
  kl_change_insert (self->change, fresh);
  kl_merge_counts_add (self->counts, fresh);
}

static gboolean
emit_list (Merging    *self,
           GListModel *list,
           KlRecord   *stored_owner)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Numbers numbers = { taken, 0 };

  if (stored_owner != NULL && g_list_model_get_item_type (list) == KL_TYPE_ATTEMPT)
    collect_numbers (&numbers, kl_subject_get_attempts (KL_SUBJECT (stored_owner)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);
      KlRecord *stored = g_hash_table_lookup (self->stored, kl_record_get_id (record));

      if (stored == NULL)
        insert_record (self, record, &numbers);
      else if (!update_record (self, record, stored))
        return FALSE;
    }
  return TRUE;
}

/* All subjects, and then what belongs to them and names them. */
static gboolean
emit_below (Merging  *self,
            KlRecord *record)
{
  for (guint i = 0; i < KL_RECORD_GET_CLASS (record)->n_lists; i++)
    {
      GListModel *list = list_of (record, i);
      guint n = g_list_model_get_n_items (list);

      if (!emit_list (self, list, g_hash_table_lookup (self->stored, kl_record_get_id (record))))
        return FALSE;
      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          if (!emit_below (self, child))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
emit_all (Merging  *self,
          KlRecord *imported,
          KlRecord *stored)
{
  index_below (self->imported, imported);
  if (stored != NULL)
    {
      index_below (self->stored, stored);
      match_below (self, imported);
      if (!update_record (self, imported, stored))
        return FALSE;
    }
  else
    kl_change_make_plan (self->change, KL_PLAN (imported));
  return emit_below (self, imported);
}

/**
 * kl_merge_exact_emit:
 * @change: takes what the library has to do
 * @counts: takes what that amounts to
 * @notes: (element-type KlImportNote): takes what a person may want to know
 * @questions: asked where both have a value
 * @import: an import whose records are known by their ids
 * @plan: (nullable): the library's plan of the same id, with all of its lists
 * @has_document: whether the library has the document of @plan
 * @error: %KL_EXCHANGE_ERROR_INVALID where the same id is that of different things
 *
 * Returns: whether the two go together
 */
gboolean
kl_merge_exact_emit (KlChange          *change,
                     KlMergeCounts     *counts,
                     GPtrArray         *notes,
                     KlMergeQuestions  *questions,
                     KlImport          *import,
                     KlPlan            *plan,
                     gboolean           has_document,
                     GError           **error)
{
  g_autoptr(GHashTable) stored = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) imported = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Merging self = { change, counts, notes, stored, imported, ids, questions, has_document, error };
  KlDocument *document = kl_import_get_document (import);

  if (!emit_all (&self, KL_RECORD (kl_import_get_plan (import)), (KlRecord *) plan))
    return FALSE;
  if (document != NULL && !has_document)
    kl_change_insert (change, KL_RECORD (document));
  kl_merge_questions_note (questions, notes);
  return TRUE;
}
