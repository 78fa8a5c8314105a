/* kl-change.c: what shall be done to the library as one step, and be undone as one */

#include "config.h"

#include "kl-change.h"

struct _KlChange
{
  GObject parent_instance;

  KlChangeKind kind;
  char *title;
  char *sitting;
  gboolean makes_plan;
  GPtrArray *operations;
};

G_DEFINE_FINAL_TYPE (KlChange, kl_change, G_TYPE_OBJECT)

static void
kl_change_finalize (GObject *object)
{
  KlChange *self = KL_CHANGE (object);

  g_free (self->title);
  g_free (self->sitting);
  g_ptr_array_unref (self->operations);

  G_OBJECT_CLASS (kl_change_parent_class)->finalize (object);
}

static void
kl_change_class_init (KlChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_change_finalize;
}

static void
kl_change_init (KlChange *self)
{
  self->operations = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_operation_free);
}

/**
 * kl_change_new:
 * @kind: what the person does
 * @title: the title of what it is done to; both name the change when it is undone
 *
 * Returns: (transfer full): a change without any step yet
 */
KlChange *
kl_change_new (KlChangeKind  kind,
               const char   *title)
{
  KlChange *self = g_object_new (KL_TYPE_CHANGE, NULL);

  self->kind = kind;
  self->title = g_strdup (title != NULL ? title : "");
  return self;
}

/**
 * kl_change_get_kind:
 * @self: a change
 *
 * Returns: what the person does
 */
KlChangeKind
kl_change_get_kind (KlChange *self)
{
  g_return_val_if_fail (KL_IS_CHANGE (self), KL_CHANGE_IMPORT);

  return self->kind;
}

/**
 * kl_change_get_title:
 * @self: a change
 *
 * Returns: (transfer none): the title of what it is done to
 */
const char *
kl_change_get_title (KlChange *self)
{
  g_return_val_if_fail (KL_IS_CHANGE (self), NULL);

  return self->title;
}

/**
 * kl_change_set_sitting:
 * @self: a change
 * @sitting: (nullable): a name that no other sitting has, such as a UUID
 *
 * What is saved again and again while a person writes is one step to undo: a change continues the one before it, if
 * both are of the same sitting and nothing else was done in between.
 */
void
kl_change_set_sitting (KlChange   *self,
                       const char *sitting)
{
  g_return_if_fail (KL_IS_CHANGE (self));

  g_free (self->sitting);
  self->sitting = g_strdup (sitting);
}

/**
 * kl_change_get_sitting:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the sitting that it belongs to
 */
const char *
kl_change_get_sitting (KlChange *self)
{
  g_return_val_if_fail (KL_IS_CHANGE (self), NULL);

  return self->sitting;
}

/**
 * kl_change_insert:
 * @self: a change
 * @record: a new record with its owner set, alone (not what is in its lists)
 */
void
kl_change_insert (KlChange *self,
                  KlRecord *record)
{
  g_return_if_fail (KL_IS_CHANGE (self));
  g_return_if_fail (KL_IS_RECORD (record));

  g_ptr_array_add (self->operations, kl_operation_new_insert (record));
}

/**
 * kl_change_insert_tree:
 * @self: a change
 * @record: a new record with its owner set
 *
 * Like kl_change_insert(), and after it everything in its lists, all the way down.
 */
void
kl_change_insert_tree (KlChange *self,
                       KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  kl_change_insert (self, record);
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *children = kl_record_peek_items (record, &klass->lists[i]);
      guint n_children = g_list_model_get_n_items (children);

      for (guint j = 0; j < n_children; j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (children, j);

          kl_change_insert_tree (self, child);
        }
    }
}

/**
 * kl_change_make_plan:
 * @self: a change that is about nothing else
 * @plan: a new plan
 *
 * Like kl_change_insert(), for a change of which everything belongs to @plan: whoever takes it back only has to remove
 * @plan, and need not know what is in it.
 */
void
kl_change_make_plan (KlChange *self,
                     KlPlan   *plan)
{
  g_return_if_fail (KL_IS_CHANGE (self));
  g_return_if_fail (self->operations->len == 0);

  kl_change_insert (self, KL_RECORD (plan));
  self->makes_plan = TRUE;
}

/**
 * kl_change_makes_plan:
 * @self: a change
 *
 * Returns: whether it was begun with kl_change_make_plan()
 */
gboolean
kl_change_makes_plan (KlChange *self)
{
  g_return_val_if_fail (KL_IS_CHANGE (self), FALSE);

  return self->makes_plan;
}

/**
 * kl_change_set_value:
 * @self: a change
 * @type: a record class
 * @id: a record's id
 * @field: the name of one of its fields
 * @value: the new value, of the property's type
 */
void
kl_change_set_value (KlChange     *self,
                     GType         type,
                     const char   *id,
                     const char   *field,
                     const GValue *value)
{
  g_autoptr(KlRecordClass) klass = g_type_class_ref (type);
  const KlField *description = kl_record_class_find_field (klass, field);

  g_return_if_fail (description != NULL);

  g_ptr_array_add (self->operations, kl_operation_new_set (type, id, description, value));
}

/**
 * kl_change_set_string:
 * @self: a change
 * @record: a record; it changes only once the library has stored the change
 * @field: the name of a string or reference of it
 * @value: (nullable): the new value
 */
void
kl_change_set_string (KlChange   *self,
                      KlRecord   *record,
                      const char *field,
                      const char *value)
{
  g_auto(GValue) boxed = G_VALUE_INIT;

  g_value_init (&boxed, G_TYPE_STRING);
  g_value_set_static_string (&boxed, value);
  kl_change_set_value (self, G_OBJECT_TYPE (record), kl_record_get_id (record), field, &boxed);
}

/**
 * kl_change_set_integer:
 * @self: a change
 * @record: a record; it changes only once the library has stored the change
 * @field: the name of a whole number, boolean or choice of it
 * @value: the new value
 */
void
kl_change_set_integer (KlChange   *self,
                       KlRecord   *record,
                       const char *field,
                       gint64      value)
{
  g_auto(GValue) boxed = G_VALUE_INIT;

  g_value_init (&boxed, G_TYPE_INT64);
  g_value_set_int64 (&boxed, value);
  kl_change_set_value (self, G_OBJECT_TYPE (record), kl_record_get_id (record), field, &boxed);
}

/**
 * kl_change_set_number:
 * @self: a change
 * @record: a record; it changes only once the library has stored the change
 * @field: the name of a real number of it
 * @value: the new value, NaN for “not set”
 */
void
kl_change_set_number (KlChange   *self,
                      KlRecord   *record,
                      const char *field,
                      double      value)
{
  g_auto(GValue) boxed = G_VALUE_INIT;

  g_value_init (&boxed, G_TYPE_DOUBLE);
  g_value_set_double (&boxed, value);
  kl_change_set_value (self, G_OBJECT_TYPE (record), kl_record_get_id (record), field, &boxed);
}

/**
 * kl_change_remove:
 * @self: a change
 * @type: a record class
 * @id: the id of the record to remove, with all that belongs to it
 */
void
kl_change_remove (KlChange   *self,
                  GType       type,
                  const char *id)
{
  g_return_if_fail (KL_IS_CHANGE (self));

  g_ptr_array_add (self->operations, kl_operation_new_remove (type, id));
}

/**
 * kl_change_get_n_operations:
 * @self: a change
 *
 * Returns: how many steps it has
 */
guint
kl_change_get_n_operations (KlChange *self)
{
  g_return_val_if_fail (KL_IS_CHANGE (self), 0);

  return self->operations->len;
}

/**
 * kl_change_get_operation:
 * @self: a change
 * @index: below kl_change_get_n_operations()
 *
 * Returns: (transfer none): the step, in the order in which they are carried out
 */
const KlOperation *
kl_change_get_operation (KlChange *self,
                         guint     index)
{
  g_return_val_if_fail (KL_IS_CHANGE (self), NULL);
  g_return_val_if_fail (index < self->operations->len, NULL);

  return g_ptr_array_index (self->operations, index);
}
