/* kl-operation.c: one step of a change */

#include "config.h"

#include "kl-operation.h"

static KlOperation *
operation_new (KlOperationKind  kind,
               GType            type,
               const char      *id)
{
  KlOperation *self = g_new0 (KlOperation, 1);

  self->kind = kind;
  self->type = type;
  self->id = g_strdup (id);
  return self;
}

/**
 * kl_operation_new_insert:
 * @record: the new record, with its owner and position
 *
 * Returns: (transfer full): the step that stores it
 */
KlOperation *
kl_operation_new_insert (KlRecord *record)
{
  KlOperation *self = operation_new (KL_OPERATION_INSERT, G_OBJECT_TYPE (record), kl_record_get_id (record));

  self->record = g_object_ref (record);
  return self;
}

/**
 * kl_operation_new_set:
 * @type: a record class
 * @id: a record's id
 * @field: a field of the class
 * @value: its new value
 *
 * Returns: (transfer full): the step that sets it
 */
KlOperation *
kl_operation_new_set (GType          type,
                      const char    *id,
                      const KlField *field,
                      const GValue  *value)
{
  KlOperation *self = operation_new (KL_OPERATION_SET, type, id);

  self->field = field;
  g_value_init (&self->value, value->g_type);
  g_value_copy (value, &self->value);
  return self;
}

/**
 * kl_operation_new_remove:
 * @type: a record class
 * @id: a record's id
 *
 * Returns: (transfer full): the step that removes it
 */
KlOperation *
kl_operation_new_remove (GType       type,
                         const char *id)
{
  return operation_new (KL_OPERATION_REMOVE, type, id);
}

/**
 * kl_operation_free:
 * @self: (transfer full): a step
 */
void
kl_operation_free (KlOperation *self)
{
  g_free (self->id);
  g_clear_object (&self->record);
  if (G_IS_VALUE (&self->value))
    g_value_unset (&self->value);
  g_free (self);
}
