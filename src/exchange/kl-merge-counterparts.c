/* kl-merge-counterparts.c: which records of the three sides of a merge are the same one
 *
 * A record of the document as it is has one in the document before, one in the library, both, or none. What is found
 * for a record narrows what is looked at for those below it.
 */

#include "config.h"

#include "kl-merge-counterparts.h"

#include "kl-merge-match.h"
#include "kl-merge-moved.h"
#include "model/kl-subject.h"

static void
know (KlMergeCounterparts *self,
      KlRecord            *record,
      KlRecord            *stored)
{
  g_hash_table_insert (self->ids, g_strdup (kl_record_get_id (record)), g_strdup (kl_record_get_id (stored)));
}

/**
 * kl_merge_counterparts_is_gone:
 * @self: counterparts
 * @record: an imported record
 *
 * What the document had and the library no longer has was deleted in KLearn, and stays so, with all below it.
 *
 * Returns: whether the person deleted it, or what it belongs to
 */
gboolean
kl_merge_counterparts_is_gone (KlMergeCounterparts *self,
                               KlRecord            *record)
{
  const char *owner = kl_record_get_owner (record);
  gpointer known;

  if (g_hash_table_lookup (self->base_of, record) != NULL && g_hash_table_lookup (self->stored_of, record) == NULL)
    return TRUE;
  return owner != NULL && g_hash_table_lookup_extended (self->ids, owner, NULL, &known) && known == NULL;
}

static void
match_base (KlMergeCounterparts *self,
            GListModel          *base,
            GListModel          *stored)
{
  g_autoptr(GHashTable) pairs = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer from, to;

  kl_merge_match_stored (stored, base, pairs);
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &from, &to))
    {
      g_hash_table_insert (self->stored_base, from, to);
      g_hash_table_insert (self->from_base, to, from);
      know (self, from, to);
    }
}

/* Finds counterparts for all records below the three, any of the latter two may be missing. Plans, subjects, attempts
 * and feedback are as deep as it goes. */
static void
match_below (KlMergeCounterparts *self,
             KlRecord            *imported,
             KlRecord            *base,
             KlRecord            *stored,
             KlMergeQuestions    *questions)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (imported);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      const KlList *kind = &klass->lists[i];
      GListModel *list = kl_record_peek_items (imported, kind);
      guint n = g_list_model_get_n_items (list);

      if (base != NULL && stored != NULL)
        match_base (self, kl_record_peek_items (base, kind), kl_record_peek_items (stored, kind));
      if (base != NULL)
        kl_merge_match_versions (kl_record_peek_items (base, kind), list, self->stored_base, self->base_of, questions);
      if (stored != NULL)
        kl_merge_match_imported (kl_record_peek_items (stored, kind), list, self->base_of, self->stored_base,
                                 self->from_base, self->stored_of);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) record = g_list_model_get_item (list, j);
          KlRecord *found = g_hash_table_lookup (self->stored_of, record);

          if (found != NULL)
            know (self, record, found);
          else if (kl_merge_counterparts_is_gone (self, record))
            g_hash_table_insert (self->ids, g_strdup (kl_record_get_id (record)), NULL);
          match_below (self, record, g_hash_table_lookup (self->base_of, record), found, questions);
        }
    }
}

/* What the library has of a topic that the document has no longer. */
static void
match_gone (KlMergeCounterparts *self,
            KlRecord            *base,
            KlRecord            *stored)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (base);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = kl_record_peek_items (base, &klass->lists[i]);

      match_base (self, list, kl_record_peek_items (stored, &klass->lists[i]));
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);
          KlRecord *found = g_hash_table_lookup (self->stored_base, child);

          if (found != NULL)
            match_gone (self, child, found);
        }
    }
}

static void
match_all_gone (KlMergeCounterparts *self,
                KlPlan              *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer base;

  g_hash_table_iter_init (&iter, self->base_of);
  while (g_hash_table_iter_next (&iter, NULL, &base))
    g_hash_table_add (kept, base);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlRecord) subject = g_list_model_get_item (subjects, i);
      KlRecord *stored = g_hash_table_lookup (self->stored_base, subject);

      if (stored != NULL && !g_hash_table_contains (kept, subject))
        match_gone (self, subject, stored);
    }
}

static void
match_moved (KlMergeCounterparts *self,
             KlPlan              *imported,
             KlPlan              *base,
             KlMergeQuestions    *questions)
{
  GHashTableIter iter;
  gpointer attempt, stored;

  match_all_gone (self, base);
  g_hash_table_unref (self->moved);
  self->moved = kl_merge_moved_find (imported, base, self->base_of, self->stored_of, self->stored_base);
  g_hash_table_iter_init (&iter, self->moved);
  while (g_hash_table_iter_next (&iter, &attempt, &stored))
    {
      know (self, attempt, stored);
      match_below (self, attempt, g_hash_table_lookup (self->base_of, attempt), stored, questions);
    }
}

/**
 * kl_merge_counterparts_free:
 * @self: (transfer full): counterparts
 */
void
kl_merge_counterparts_free (KlMergeCounterparts *self)
{
  g_hash_table_unref (self->base_of);
  g_hash_table_unref (self->stored_of);
  g_hash_table_unref (self->stored_base);
  g_hash_table_unref (self->from_base);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * kl_merge_counterparts_new:
 * @imported: the document as it is
 * @base: (nullable): the document before
 * @stored: (nullable): the plan of the library; without one nothing has a counterpart
 * @questions: gets what a person has to decide
 *
 * The plans have to outlive what is returned.
 *
 * Returns: (transfer full): what belongs together
 */
KlMergeCounterparts *
kl_merge_counterparts_new (KlPlan           *imported,
                           KlPlan           *base,
                           KlPlan           *stored,
                           KlMergeQuestions *questions)
{
  KlMergeCounterparts *self = g_new0 (KlMergeCounterparts, 1);

  self->base_of = g_hash_table_new (NULL, NULL);
  self->stored_of = g_hash_table_new (NULL, NULL);
  self->stored_base = g_hash_table_new (NULL, NULL);
  self->from_base = g_hash_table_new (NULL, NULL);
  self->moved = g_hash_table_new (NULL, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (stored == NULL)
    return self;

  g_hash_table_insert (self->stored_of, imported, stored);
  know (self, KL_RECORD (imported), KL_RECORD (stored));
  if (base != NULL)
    {
      g_hash_table_insert (self->base_of, imported, base);
      g_hash_table_insert (self->stored_base, base, stored);
      know (self, KL_RECORD (base), KL_RECORD (stored));
    }
  match_below (self, KL_RECORD (imported), base != NULL ? KL_RECORD (base) : NULL, KL_RECORD (stored), questions);
  if (base != NULL)
    match_moved (self, imported, base, questions);
  return self;
}
