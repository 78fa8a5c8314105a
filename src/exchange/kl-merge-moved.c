/* kl-merge-moved.c: attempts that stand under another topic in the document now
 *
 * A heading among the scores was renamed to that of a topic that is there already: the old topic is gone, and the new
 * one has an attempt that says word for word the same. That is the attempt that was, and not another one.
 */

#include "config.h"

#include "kl-merge-moved.h"

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-subject.h"

static char *
dup_all_it_says (KlAttempt *attempt)
{
  GListModel *feedback = kl_attempt_get_feedback (attempt);
  guint n = g_list_model_get_n_items (feedback);
  const char *date = kl_attempt_get_date (attempt);
  const char *label = kl_attempt_get_label (attempt);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s\n%.6g %.6g\n%s", date != NULL ? date : "", kl_attempt_get_low (attempt),
                          kl_attempt_get_high (attempt), label != NULL ? label : "");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);
      const char *text = kl_feedback_get_text (item);

      g_string_append_printf (words, "\n%s", text != NULL ? text : "");
    }
  return g_string_free (words, FALSE);
}

/* Of the topics that the document has no longer: what an attempt says → it. One that two of them have is of neither. */
static GHashTable *
collect_left (KlPlan     *base,
              GHashTable *base_of,
              GHashTable *stored_base)
{
  GListModel *subjects = kl_plan_get_subjects (base);
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);
  GHashTable *left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer before;

  g_hash_table_iter_init (&iter, base_of);
  while (g_hash_table_iter_next (&iter, NULL, &before))
    g_hash_table_add (kept, before);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *attempts = kl_subject_get_attempts (subject);
      guint n = g_hash_table_contains (kept, subject) ? 0 : g_list_model_get_n_items (attempts);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, j);
          char *words = dup_all_it_says (attempt);
          gboolean is_known = g_hash_table_contains (left, words);

          g_hash_table_insert (left, words, g_hash_table_contains (stored_base, attempt) && !is_known ? attempt : NULL);
        }
    }
  return left;
}

/**
 * kl_merge_moved_find:
 * @imported: a document
 * @base: the document before
 * @base_of: (element-type KlRecord KlRecord): records of the document → what they were before; takes those found
 * @stored_of: (element-type KlRecord KlRecord): records of the document → records of the library
 * @stored_base: (element-type KlRecord KlRecord): records of the document before → records of the library
 *
 * Returns: (transfer full) (element-type KlRecord KlRecord): attempts of the document → the same of the library, which
 *   have another topic there
 */
GHashTable *
kl_merge_moved_find (KlPlan     *imported,
                     KlPlan     *base,
                     GHashTable *base_of,
                     GHashTable *stored_of,
                     GHashTable *stored_base)
{
  GListModel *subjects = kl_plan_get_subjects (imported);
  GHashTable *moved = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) left = collect_left (base, base_of, stored_base);
  guint n_subjects = g_hash_table_size (left) > 0 ? g_list_model_get_n_items (subjects) : 0;

  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *attempts = kl_subject_get_attempts (subject);
      /* Whether a new topic is one that was renamed, the person was asked. */
      guint n = g_hash_table_contains (base_of, subject) ? g_list_model_get_n_items (attempts) : 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, j);
          g_autofree char *words = NULL;
          KlRecord *before;

          if (g_hash_table_contains (base_of, attempt) || g_hash_table_contains (stored_of, attempt))
            continue;
          words = dup_all_it_says (attempt);
          before = g_hash_table_lookup (left, words);
          if (before == NULL)
            continue;
          g_hash_table_remove (left, words);
          g_hash_table_insert (base_of, attempt, before);
          g_hash_table_insert (moved, attempt, g_hash_table_lookup (stored_base, before));
        }
    }
  return moved;
}

static void
insert_below (KlChange *change,
              KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = kl_record_peek_items (record, &klass->lists[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);
          g_autoptr(KlRecord) copy = kl_record_copy (child);

          kl_change_insert (change, copy);
          insert_below (change, child);
        }
    }
}

/**
 * kl_merge_moved_emit:
 * @change: takes what has to be done
 * @attempt: an attempt of the library, with all that is in its lists
 * @owner: the id of the subject that it shall belong to
 * @number: the number that it shall have there
 *
 * Who an attempt belongs to is no value that could be set: it is taken out, and put in again as it was, with its id.
 */
void
kl_merge_moved_emit (KlChange   *change,
                     KlRecord   *attempt,
                     const char *owner,
                     gint64      number)
{
  g_autoptr(KlRecord) copy = kl_record_copy (attempt);

  g_object_set (copy, "owner", owner, "number", number, NULL);
  kl_change_remove (change, KL_TYPE_ATTEMPT, kl_record_get_id (attempt));
  kl_change_insert (change, copy);
  insert_below (change, attempt);
}
