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

/* The keys of subjects with scores. */
static void
add_scored (GHashTable *sources,
            KlImport   *import)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));
  guint n = g_list_model_get_n_items (subjects);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (g_list_model_get_n_items (kl_subject_get_attempts (subject)) > 0)
        g_hash_table_add (sources, g_strdup (kl_subject_get_source (subject)));
    }
}

/* Scores of one date are told apart by their order, so that it matters where the others of the same topic stand. They
 * may be called by a part of its title, or by more than that, so the library knows best which they are. */
static gboolean
has_all_attempts (GHashTable *sources,
                  KlSubject  *subject)
{
  GListModel *attempts = kl_subject_get_attempts (subject);
  guint n = g_list_model_get_n_items (attempts);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) attempt = g_list_model_get_item (attempts, i);
      const char *source = get_source (attempt);

      if (source != NULL && !g_hash_table_contains (sources, source))
        return FALSE;
    }
  return TRUE;
}

/**
 * kl_merge_cover_is_whole:
 * @import: a part of a document as it is
 * @base: the same part as it was
 * @plan: a plan of the library, with the subjects of kl_merge_cover_dup_sources()
 *
 * Where a record of @base was deleted or put elsewhere in the library, only the whole plan tells what it has become.
 *
 * Returns: whether every record of @base is in @plan as it was imported, so that each is known by its key, and no other
 *   part of the document has scores of the same topics
 */
gboolean
kl_merge_cover_is_whole (KlImport *import,
                         KlImport *base,
                         KlPlan   *plan)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) scored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *subjects = kl_plan_get_subjects (plan);
  guint n = g_list_model_get_n_items (subjects);
  GHashTableIter iter;
  gpointer source;

  add_sources (wanted, KL_RECORD (kl_import_get_plan (base)));
  add_sources (there, KL_RECORD (plan));
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &source, NULL))
    if (!g_hash_table_contains (there, source))
      return FALSE;

  add_scored (scored, base);
  add_scored (scored, import);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (kl_subject_get_source (subject) != NULL && g_hash_table_contains (scored, kl_subject_get_source (subject))
          && !has_all_attempts (wanted, subject))
        return FALSE;
    }
  return TRUE;
}
