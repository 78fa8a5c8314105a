/* kl-plan-copy.c: a plan once more, with all that belongs to it, under ids of its own */

#include "config.h"

#include "kl-plan-copy.h"

typedef struct
{
  KlChange *change;
  GHashTable *copies;   /* id → the copy's id */
  GHashTable *inserted; /* ids of copies that the change inserts so far */
  GPtrArray *late;      /* of KlRecord: copies that name one which comes after them */
} Copying;

static void
collect (Copying  *self,
         KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  g_hash_table_insert (self->copies, g_strdup (kl_record_get_id (record)), g_uuid_string_random ());
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *children = kl_record_peek_items (record, &klass->lists[i]);
      guint n_children = g_list_model_get_n_items (children);

      for (guint j = 0; j < n_children; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (children, j);

          collect (self, child);
        }
    }
}

/* What a copy names is a copy, where there is one. */
static const char *
translate (Copying    *self,
           const char *id)
{
  const char *copy = id != NULL ? g_hash_table_lookup (self->copies, id) : NULL;

  return copy != NULL ? copy : id;
}

static KlRecord *
copy_record (Copying    *self,
             KlRecord   *record,
             const char *id,
             const char *owner)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  KlRecord *copy = g_object_new (G_OBJECT_TYPE (record), "id", id, NULL);

  kl_record_assign (copy, record);
  g_object_set (copy, "owner", owner, NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == KL_FIELD_REFERENCE)
      kl_record_set_string (copy, &klass->fields[i],
                            translate (self, kl_record_get_string (record, &klass->fields[i])));
  return copy;
}

/* The library wants a parent to be there before what is in it; in a list it may come after. */
static void
insert (Copying  *self,
        KlRecord *copy)
{
  const KlField *parent = kl_record_class_find_field (KL_RECORD_GET_CLASS (copy), "parent");
  g_autoptr(KlRecord) orphan = NULL;

  g_hash_table_add (self->inserted, g_strdup (kl_record_get_id (copy)));
  if (parent == NULL || kl_record_get_string (copy, parent) == NULL
      || g_hash_table_contains (self->inserted, kl_record_get_string (copy, parent)))
    {
      kl_change_insert (self->change, copy);
      return;
    }

  orphan = kl_record_copy (copy);
  kl_record_set_string (orphan, parent, NULL);
  kl_change_insert (self->change, orphan);
  g_ptr_array_add (self->late, g_object_ref (copy));
}

static void
insert_children (Copying  *self,
                 KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *children = kl_record_peek_items (record, &klass->lists[i]);
      guint n_children = g_list_model_get_n_items (children);

      for (guint j = 0; j < n_children; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (children, j);
          g_autoptr(KlRecord) copy = copy_record (self, child, translate (self, kl_record_get_id (child)),
                                                  translate (self, kl_record_get_id (record)));

          insert (self, copy);
          insert_children (self, child);
        }
    }
}

/* The copy has the document's words, and the file stays that of the plan itself. */
static void
insert_document (Copying    *self,
                 KlDocument *document,
                 const char *plan)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(KlRecord) copy = copy_record (self, KL_RECORD (document), id, plan);

  g_object_set (copy, "path", NULL, "follow", 0, NULL);
  kl_change_insert (self->change, copy);
}

/**
 * kl_plan_copy_new_change:
 * @plan: a whole plan, with all its lists
 * @document: (nullable): the document that it came from
 * @title: the title of the copy
 * @position: its place among the plans
 * @id: (out) (transfer full): the copy's id
 *
 * Returns: (transfer full): the change that makes a copy, attempts and all, which shares nothing with @plan
 */
KlChange *
kl_plan_copy_new_change (KlPlan      *plan,
                         KlDocument  *document,
                         const char  *title,
                         gint64       position,
                         char       **id)
{
  Copying self = { kl_change_new (KL_CHANGE_CREATE_PLAN, title),
                   g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                   g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                   g_ptr_array_new_with_free_func (g_object_unref) };
  g_autoptr(KlRecord) copy = NULL;

  g_return_val_if_fail (KL_IS_PLAN (plan), NULL);

  collect (&self, KL_RECORD (plan));
  *id = g_strdup (translate (&self, kl_record_get_id (KL_RECORD (plan))));
  copy = copy_record (&self, KL_RECORD (plan), *id, NULL);
  g_object_set (copy, "title", title, "position", position, NULL);
  kl_change_make_plan (self.change, KL_PLAN (copy));
  insert_children (&self, KL_RECORD (plan));
  for (guint i = 0; i < self.late->len; i++)
    {
      KlRecord *record = self.late->pdata[i];
      const KlField *parent = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), "parent");

      kl_change_set_string (self.change, record, "parent", kl_record_get_string (record, parent));
    }
  if (document != NULL)
    insert_document (&self, document, *id);

  g_hash_table_unref (self.copies);
  g_hash_table_unref (self.inserted);
  g_ptr_array_unref (self.late);
  return self.change;
}
