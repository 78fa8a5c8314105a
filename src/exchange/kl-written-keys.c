/* kl-written-keys.c: which record stands where in a document that KLearn wrote
 *
 * Records have the keys of the document that they were imported from. One that was written since has other keys for
 * what was renamed, and keys for what is new. They are kept beside it, so that the next import of that file knows each
 * record again.
 */

#include "config.h"

#include "kl-written-keys.h"

#include <string.h>

#include "kl-merge-match.h"

static const KlField *
find_source (KlRecord *record)
{
  return kl_record_class_find_field (KL_RECORD_GET_CLASS (record), "source");
}

/* Plans, subjects, attempts and feedback are as deep as it goes. */
static void
format_below (GString  *keys,
              KlRecord *written,
              KlRecord *stored)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (written);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *of_written = G_LIST_MODEL (kl_record_get_list (written, &klass->lists[i]));
      GListModel *of_stored = G_LIST_MODEL (kl_record_get_list (stored, &klass->lists[i]));
      g_autoptr(GHashTable) pairs = g_hash_table_new (NULL, NULL);
      GHashTableIter iter;
      gpointer there;
      gpointer here;

      kl_merge_match_written (of_stored, of_written, pairs);
      g_hash_table_iter_init (&iter, pairs);
      while (g_hash_table_iter_next (&iter, &there, &here))
        {
          const KlField *source = find_source (there);
          const char *key = source != NULL ? kl_record_get_string (there, source) : NULL;

          if (key != NULL)
            g_string_append_printf (keys, "%s %s\n", kl_record_get_id (here), key);
          format_below (keys, there, here);
        }
    }
}

/**
 * kl_written_keys_format:
 * @written: a document that was made of @plan, as it is read
 * @plan: the plan of the library
 *
 * Returns: (transfer full): a line for each record of @plan that stands in the document: its id, a space, and its key
 */
char *
kl_written_keys_format (KlPlan *written,
                        KlPlan *plan)
{
  GString *keys = g_string_new (NULL);

  format_below (keys, KL_RECORD (written), KL_RECORD (plan));
  return g_string_free (keys, FALSE);
}

static GHashTable *
parse (const char *keys)
{
  GHashTable *by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const char *line = keys; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      const char *space = memchr (line, ' ', length);

      if (space != NULL)
        g_hash_table_insert (by_id, g_strndup (line, (gsize) (space - line)),
                             g_strndup (space + 1, length - (gsize) (space + 1 - line)));
      line += length + (line[length] != '\0' ? 1 : 0);
    }
  return by_id;
}

static void
obey_below (GHashTable *by_id,
            KlRecord   *record,
            KlChange   *change)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  const KlField *source = find_source (record);
  const char *key = g_hash_table_lookup (by_id, kl_record_get_id (record));

  if (source != NULL && g_strcmp0 (kl_record_get_string (record, source), key) != 0)
    {
      kl_record_set_string (record, source, key);
      kl_change_set_string (change, record, source->name, key);
    }
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *children = G_LIST_MODEL (kl_record_get_list (record, &klass->lists[i]));

      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (children, j);

          obey_below (by_id, child, change);
        }
    }
}

/**
 * kl_written_keys_obey:
 * @keys: as kl_written_keys_format() made it
 * @plan: the plan as it is now, detached; its records get the keys that they have in the document
 * @change: takes what the library has to set for that
 */
void
kl_written_keys_obey (const char *keys,
                      KlPlan     *plan,
                      KlChange   *change)
{
  g_autoptr(GHashTable) by_id = parse (keys != NULL ? keys : "");

  obey_below (by_id, KL_RECORD (plan), change);
}
