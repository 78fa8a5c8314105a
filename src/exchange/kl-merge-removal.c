/* kl-merge-removal.c: what the document no longer has
 *
 * It goes from the library only if nobody touched it there. Attempts stay, and topics that have attempts, sessions or
 * anything else that was made in KLearn stay whole.
 */

#include "config.h"

#include "kl-merge-removal.h"

#include <glib/gi18n.h>

#include "kl-import-note.h"
#include "kl-merge-values.h"
#include "model/kl-attempt.h"
#include "model/kl-plan.h"
#include "model/kl-subject.h"

typedef struct
{
  KlChange *change;
  KlPlan *plan;
  GHashTable *kept;        /* base records that the document still has */
  GHashTable *stored_base;
  GHashTable *from_base;   /* stored → base */
  GHashTable *needed;      /* ids of subjects that a subject which stays is a part of */
  GHashTable *leaving;     /* stored attempts that go to another subject */
  GHashTable *ids;
  GPtrArray *notes;
  guint n_removed;
} Removal;

static GListModel *
list_of (KlRecord *record,
         guint     index)
{
  return kl_record_peek_items (record, &KL_RECORD_GET_CLASS (record)->lists[index]);
}

static void
note_kept (Removal  *self,
           KlRecord *record,
           gboolean  is_needed)
{
  g_autofree char *title = KL_IS_ATTEMPT (record) ? kl_merge_values_dup_attempt (self->plan, record)
                                                  : kl_merge_values_dup_title (record);
  g_autofree char *message = NULL;

  if (KL_IS_ATTEMPT (record))
    message = g_strdup_printf (_("The attempt of %s is no longer in the document: it was kept."), title);
  else if (KL_IS_SUBJECT (record) && g_list_model_get_n_items (kl_subject_get_attempts (KL_SUBJECT (record))) > 0)
    message
      = g_strdup_printf (_("“%s” is no longer in the document, but there are attempts on it: it was kept."), title);
  else if (is_needed)
    message = g_strdup_printf (_("“%s” is no longer in the document, but topics under it stay: it was kept."), title);
  else
    message = g_strdup_printf (_("“%s” is no longer in the document, but has changed in KLearn: it was kept."), title);
  g_ptr_array_add (self->notes, kl_import_note_new (0, message));
}

/* Whether everything in @stored came from the document, is still as it came, and may go. Subjects, attempts and
 * feedback are as deep as it goes. */
static gboolean
is_untouched (Removal  *self,
              KlRecord *base,
              KlRecord *stored)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (stored);

  if (KL_IS_ATTEMPT (stored) || !kl_merge_values_are_equal (base, stored, self->ids))
    return FALSE;
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = list_of (stored, i);
      guint n = g_list_model_get_n_items (list);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);
          KlRecord *child_base = g_hash_table_lookup (self->from_base, child);

          if (g_hash_table_contains (self->leaving, child))
            continue;
          if (child_base == NULL || !is_untouched (self, child_base, child))
            return FALSE;
        }
    }
  return TRUE;
}

static void
remove_from_list (Removal    *self,
                  GListModel *base_list)
{
  guint n = g_list_model_get_n_items (base_list);

  /* From the end, so that the parts of a topic come before it. */
  for (guint i = n; i > 0; i--)
    {
      g_autoptr(KlRecord) base = g_list_model_get_item (base_list, i - 1);
      KlRecord *stored = g_hash_table_lookup (self->stored_base, base);
      gboolean needed = stored != NULL && g_hash_table_contains (self->needed, kl_record_get_id (stored));

      if (stored == NULL || g_hash_table_contains (self->kept, base))
        continue;
      if (KL_IS_ATTEMPT (stored))
        {
          note_kept (self, stored, FALSE);
          continue;
        }
      if (needed || !is_untouched (self, base, stored))
        {
          note_kept (self, stored, needed);
          if (KL_IS_SUBJECT (stored) && kl_subject_get_parent (KL_SUBJECT (stored)) != NULL)
            g_hash_table_add (self->needed, g_strdup (kl_subject_get_parent (KL_SUBJECT (stored))));
          continue;
        }
      kl_change_remove (self->change, G_OBJECT_TYPE (stored), kl_record_get_id (stored));
      self->n_removed++;
    }
}

/* Below a record that the document no longer has, all stays or all goes with it. */
static void
remove_below (Removal  *self,
              KlRecord *base)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (base);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = list_of (base, i);
      guint n = g_list_model_get_n_items (list);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          if (KL_RECORD_GET_CLASS (child)->n_lists > 0 && g_hash_table_contains (self->kept, child))
            remove_below (self, child);
        }
      remove_from_list (self, list);
    }
}

/* Ids of subjects → what they will be a part of, where that changes. */
static GHashTable *
find_new_parents (KlChange *change)
{
  GHashTable *parents = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      if (operation->kind == KL_OPERATION_SET && operation->type == KL_TYPE_SUBJECT
          && g_str_equal (operation->field->name, "parent"))
        g_hash_table_insert (parents, (gpointer) (guintptr) operation->id,
                             (gpointer) (guintptr) g_value_get_string (&operation->value));
    }
  return parents;
}

static void
find_needed (Removal    *self,
             GListModel *stored_subjects)
{
  g_autoptr(GHashTable) new_parents = find_new_parents (self->change);
  guint n = g_list_model_get_n_items (stored_subjects);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (stored_subjects, i);
      KlRecord *base = g_hash_table_lookup (self->from_base, subject);
      gpointer parent = (gpointer) (guintptr) kl_subject_get_parent (subject);

      g_hash_table_lookup_extended (new_parents, kl_record_get_id (KL_RECORD (subject)), NULL, &parent);
      if (parent != NULL && (base == NULL || g_hash_table_contains (self->kept, base)))
        g_hash_table_add (self->needed, g_strdup (parent));
    }
}

/**
 * kl_merge_removal_emit:
 * @change: takes what has to go
 * @base_plan: the document before
 * @stored_plan: the library's plan
 * @base_of: (element-type KlRecord KlRecord): records of the document → what they were before
 * @stored_base: (element-type KlRecord KlRecord): records of the document before → records of the library
 * @leaving: (element-type KlRecord): attempts of the library that go to another subject
 * @ids: (element-type utf8 utf8): ids of the documents → ids of the library
 * @notes: (element-type KlImportNote): takes what was kept and why
 *
 * Returns: how many records go
 */
guint
kl_merge_removal_emit (KlChange   *change,
                       KlRecord   *base_plan,
                       KlRecord   *stored_plan,
                       GHashTable *base_of,
                       GHashTable *stored_base,
                       GHashTable *leaving,
                       GHashTable *ids,
                       GPtrArray  *notes)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) from_base = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Removal self = { change, KL_PLAN (stored_plan), kept, stored_base, from_base, needed, leaving, ids, notes, 0 };
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, base_of);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_add (kept, value);
  g_hash_table_iter_init (&iter, stored_base);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (from_base, value, key);

  find_needed (&self, kl_plan_get_subjects (KL_PLAN (stored_plan)));
  remove_below (&self, base_plan);
  return self.n_removed;
}
