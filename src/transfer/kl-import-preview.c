/* kl-import-preview.c: what a document would bring into the library, before it does */

#include "config.h"

#include "kl-import-preview.h"

#include <string.h>

struct _KlImportPreview
{
  GObject parent_instance;

  KlImport *import;
  KlMerge *merge;
  gboolean is_new;
  gint64 revision;
  GPtrArray *notes;
  GArray *answers; /* that the merge was made with */
};

G_DEFINE_FINAL_TYPE (KlImportPreview, kl_import_preview, G_TYPE_OBJECT)

static int
compare_notes_cb (gconstpointer a,
                  gconstpointer b)
{
  const KlImportNote *first = *(const KlImportNote *const *) a;
  const KlImportNote *second = *(const KlImportNote *const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

/* Whoever imports a document again was told what was not understood of it before. */
static GHashTable *
collect_told (KlImport *base)
{
  GHashTable *told = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *notes = base != NULL ? kl_import_get_notes (base) : NULL;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_hash_table_add (told, ((KlImportNote *) g_ptr_array_index (notes, i))->message);
  return told;
}

/* What the reader and what the merge have to say, as one list. */
static GPtrArray *
join_notes (KlImport *import,
            KlMerge  *merge)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_import_note_free);
  GPtrArray *read = kl_import_get_notes (import);
  GPtrArray *decided = kl_merge_get_notes (merge);
  g_autoptr(GHashTable) told = collect_told (kl_merge_get_base (merge));

  for (guint i = 0; i < read->len; i++)
    if (!g_hash_table_contains (told, ((KlImportNote *) g_ptr_array_index (read, i))->message))
      g_ptr_array_add (notes, kl_import_note_copy (g_ptr_array_index (read, i)));
  for (guint i = 0; i < decided->len; i++)
    g_ptr_array_add (notes, kl_import_note_copy (g_ptr_array_index (decided, i)));
  g_ptr_array_sort (notes, compare_notes_cb);

  return notes;
}

static GArray *
collect_answers (GListModel *questions)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (KlImportAnswer));

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (questions, i);
      KlImportAnswer answer = kl_import_question_get_answer (question);

      g_array_append_val (answers, answer);
    }

  return answers;
}

static void
kl_import_preview_finalize (GObject *object)
{
  KlImportPreview *self = KL_IMPORT_PREVIEW (object);

  g_clear_object (&self->import);
  g_clear_object (&self->merge);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_array_unref);

  G_OBJECT_CLASS (kl_import_preview_parent_class)->finalize (object);
}

static void
kl_import_preview_class_init (KlImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_import_preview_finalize;
}

static void
kl_import_preview_init (KlImportPreview *self)
{
}

/**
 * kl_import_preview_new:
 * @import: what was read
 * @merge: what that does to the plan that it goes into
 * @is_new: whether that plan is made by the import
 * @revision: of the library that @merge was made for, -1 for any
 *
 * Returns: (transfer full): a preview; only the answers to its questions change
 */
KlImportPreview *
kl_import_preview_new (KlImport *import,
                       KlMerge  *merge,
                       gboolean  is_new,
                       gint64    revision)
{
  KlImportPreview *self = g_object_new (KL_TYPE_IMPORT_PREVIEW, NULL);

  self->import = g_object_ref (import);
  self->merge = g_object_ref (merge);
  self->is_new = is_new;
  self->revision = revision;
  self->notes = join_notes (import, merge);
  self->answers = collect_answers (kl_merge_get_questions (merge));
  return self;
}

/**
 * kl_import_preview_get_import:
 * @self: a preview
 *
 * Returns: (transfer none): what was read, with the plan as the document has it
 */
KlImport *
kl_import_preview_get_import (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return self->import;
}

/**
 * kl_import_preview_get_document:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): what the plan of the library was imported from before
 */
KlDocument *
kl_import_preview_get_document (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_merge_get_document (self->merge);
}

/**
 * kl_import_preview_get_title:
 * @self: a preview
 *
 * Returns: (transfer none): the title of the plan that the document goes into
 */
const char *
kl_import_preview_get_title (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_merge_get_title (self->merge);
}

/**
 * kl_import_preview_get_plan_id:
 * @self: a preview
 *
 * Returns: (transfer none): the id of that plan, also where the import makes it
 */
const char *
kl_import_preview_get_plan_id (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_merge_get_plan_id (self->merge);
}

/**
 * kl_import_preview_get_is_new:
 * @self: a preview
 *
 * Returns: whether the import makes the plan
 */
gboolean
kl_import_preview_get_is_new (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), FALSE);

  return self->is_new;
}

/**
 * kl_import_preview_has_changes:
 * @self: a preview
 *
 * Returns: whether applying it does anything
 */
gboolean
kl_import_preview_has_changes (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), FALSE);

  return !kl_merge_is_empty (self->merge);
}

/**
 * kl_import_preview_get_change:
 * @self: a preview
 *
 * Returns: (transfer none): what has to be done to the library
 */
KlChange *
kl_import_preview_get_change (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_merge_get_change (self->merge);
}

/**
 * kl_import_preview_get_revision:
 * @self: a preview
 *
 * Returns: the revision of the library that the change was made for, -1 for any
 */
gint64
kl_import_preview_get_revision (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), -1);

  return self->revision;
}

/**
 * kl_import_preview_get_counts:
 * @self: a preview
 *
 * Returns: (transfer none): what it amounts to
 */
const KlMergeCounts *
kl_import_preview_get_counts (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_merge_get_counts (self->merge);
}

/**
 * kl_import_preview_get_notes:
 * @self: a preview
 *
 * Returns: (transfer none) (element-type KlImportNote): what was kept without being understood, where the last import
 *   of the document did not say so, and what the merge decided; by line
 */
GPtrArray *
kl_import_preview_get_notes (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return self->notes;
}

/**
 * kl_import_preview_get_questions:
 * @self: a preview
 *
 * Returns: (transfer none): a list of #KlImportQuestion: what was changed in KLearn and in the document, and which
 *   topics may be ones that were renamed. Whoever asks the person sets the answers, and kl_importer_apply_async() obeys
 */
GListModel *
kl_import_preview_get_questions (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_merge_get_questions (self->merge);
}

/**
 * kl_import_preview_is_settled:
 * @self: a preview
 *
 * Returns: whether the change is what the answers ask for; else the document has to be merged anew
 */
gboolean
kl_import_preview_is_settled (KlImportPreview *self)
{
  g_autoptr(GArray) answers = NULL;

  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), FALSE);

  answers = collect_answers (kl_merge_get_questions (self->merge));
  return answers->len == self->answers->len
         && (answers->len == 0
             || memcmp (answers->data, self->answers->data, answers->len * sizeof (KlImportAnswer)) == 0);
}
