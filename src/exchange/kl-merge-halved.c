/* kl-merge-halved.c: topics that have a new title where they are studied, and the old one among the scores
 *
 * A document that calls a topic two things has two topics: the new title has no scores, and the old one nothing but
 * scores. Whoever renamed only one of the headings is told so before anything is imported.
 */

#include "config.h"

#include "kl-merge-halved.h"

#include <glib/gi18n.h>

#include "kl-import-note.h"
#include "kl-merge-match.h"
#include "model/kl-subject.h"

/* What topics held that have nothing but scores any more → them. */
static GHashTable *
collect_emptied (GListModel *subjects,
                 GHashTable *base_of)
{
  GHashTable *emptied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (subjects);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      KlSubject *before = g_hash_table_lookup (base_of, subject);
      g_autofree char *contents = NULL;
      g_autofree char *contents_before = NULL;

      if (before == NULL || g_list_model_get_n_items (kl_subject_get_attempts (subject)) == 0)
        continue;
      contents = kl_merge_match_dup_contents (subject);
      contents_before = *contents == '\0' ? kl_merge_match_dup_contents (before) : NULL;
      if (contents_before != NULL && *contents_before != '\0')
        g_hash_table_insert (emptied, g_steal_pointer (&contents_before), subject);
    }
  return emptied;
}

/**
 * kl_merge_halved_note:
 * @subjects: those of a document
 * @base_of: (element-type KlRecord KlRecord): records of the document and what they were in it before
 * @notes: (element-type KlImportNote): takes which new topics hold just what another one held before
 */
void
kl_merge_halved_note (GListModel *subjects,
                      GHashTable *base_of,
                      GPtrArray  *notes)
{
  g_autoptr(GHashTable) emptied = collect_emptied (subjects, base_of);
  guint n = g_hash_table_size (emptied) > 0 ? g_list_model_get_n_items (subjects) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      g_autofree char *contents = NULL;
      g_autofree char *message = NULL;
      KlSubject *scored;

      if (g_hash_table_contains (base_of, subject))
        continue;
      contents = kl_merge_match_dup_contents (subject);
      scored = g_hash_table_lookup (emptied, contents);
      if (scored == NULL)
        continue;
      /* Translators: the new title of a topic twice, and the old one. */
      message = g_strdup_printf (_("“%1$s” holds what “%2$s” held, but the scores are still those of “%2$s”: these "
                                   "become two topics. Rename the heading of the scores as well before you import it, "
                                   "and they stay one."),
                                 kl_subject_get_title (subject), kl_subject_get_title (scored));
      g_ptr_array_add (notes, kl_import_note_new (0, message));
    }
}
