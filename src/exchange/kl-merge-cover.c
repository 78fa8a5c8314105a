/* kl-merge-cover.c: what of the library has to be there to merge a part of a document with it */

#include "config.h"

#include "kl-merge-cover.h"

#include "model/kl-plan.h"
#include "model/kl-subject.h"

static const char *
get_source (KlRecord *record)
{
  const KlField *field = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), "source");

  return field != NULL ? kl_record_get_string (record, field) : NULL;
}

static void
add_sources (GHashTable *sources,
             KlRecord   *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  if (get_source (record) != NULL)
    g_hash_table_add (sources, g_strdup (get_source (record)));
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = G_LIST_MODEL (kl_record_get_list (record, &klass->lists[i]));
      guint n = g_list_model_get_n_items (list);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          add_sources (sources, child);
        }
    }
}

/**
 * kl_merge_cover_dup_sources:
 * @base: a part of a document as it was
 *
 * Returns: (transfer full): the keys of its subjects, a blank between them
 */
char *
kl_merge_cover_dup_sources (KlImport *base)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (base));
  guint n = g_list_model_get_n_items (subjects);
  GString *sources = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      g_string_append_printf (sources, i > 0 ? " %s" : "%s", kl_subject_get_source (subject));
    }
  return g_string_free (sources, FALSE);
}

/**
 * kl_merge_cover_is_whole:
 * @base: a part of a document as it was
 * @plan: a plan of the library, with the subjects of kl_merge_cover_dup_sources()
 *
 * Returns: whether every record of @base is in @plan as it was imported, so that each is known by its key. Where one is
 *   not, because it was deleted or put elsewhere, only the whole plan tells what it has become
 */
gboolean
kl_merge_cover_is_whole (KlImport *base,
                         KlPlan   *plan)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer source;

  add_sources (wanted, KL_RECORD (kl_import_get_plan (base)));
  add_sources (there, KL_RECORD (plan));
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &source, NULL))
    if (!g_hash_table_contains (there, source))
      return FALSE;
  return TRUE;
}
