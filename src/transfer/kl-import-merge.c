/* kl-import-merge.c: a document that was read and a plan that is there, as one change of the library and what it amounts to */

#include "config.h"

#include "kl-import-merge.h"

#include "model/kl-attempt.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"

/* How many records belong to @record, however deep, counting itself. */
static guint
count_records (KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  guint n_records = 1;

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *children = G_LIST_MODEL (kl_record_get_list (record, &klass->lists[i]));

      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (children, j);

          n_records += count_records (child);
        }
    }

  return n_records;
}

static void
count_inserted (KlRecord       *record,
                KlImportCounts *counts)
{
  if (KL_IS_SUBJECT (record) && kl_subject_get_kind (KL_SUBJECT (record)) == KL_SUBJECT_TOPIC)
    counts->topics++;
  else if (KL_IS_SUBJECT (record) && kl_subject_get_kind (KL_SUBJECT (record)) == KL_SUBJECT_EXERCISE)
    counts->exercises++;
  else if (KL_IS_POINT (record))
    counts->points++;
  else if (KL_IS_GAP (record))
    counts->gaps++;
  else if (KL_IS_ATTEMPT (record))
    counts->attempts++;
}

/**
 * kl_import_merge:
 * @import: what was read
 * @plan: (nullable): the plan of the library that it goes into, detached; %NULL to make one
 * @document: (nullable): what that plan was imported from the last time
 * @revision: of the library that @plan was read at
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the import would do
 */
KlImportPreview *
kl_import_merge (KlImport      *import,
                 KlPlan        *plan,
                 KlDocument    *document,
                 gint64         revision,
                 GCancellable  *cancellable,
                 GError       **error)
{
  KlPlan *imported = kl_import_get_plan (import);
  KlPlan *target = plan != NULL ? plan : imported;
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_IMPORT, kl_plan_get_title (imported));
  g_autoptr(GHashTable) touched = g_hash_table_new (g_str_hash, g_str_equal);
  KlImportCounts counts = { 0 };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (plan == NULL)
    {
      kl_change_insert_tree (change, KL_RECORD (imported));
      kl_change_insert (change, KL_RECORD (kl_import_get_document (import)));
    }

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      if (operation->kind == KL_OPERATION_INSERT)
        count_inserted (operation->record, &counts);
      else if (operation->type != KL_TYPE_DOCUMENT)
        g_hash_table_add (touched, operation->id);
    }
  counts.changed = g_hash_table_size (touched);
  counts.unchanged = plan != NULL ? count_records (KL_RECORD (plan)) - counts.changed : 0;

  return kl_import_preview_new (import, kl_record_get_id (KL_RECORD (target)), plan == NULL, change, revision, &counts);
}
