/* kl-operation.c: one step of a change */

#include "config.h"

#include "kl-operation.h"

#include <string.h>

static KlOperation *
operation_new (KlOperationKind  kind,
               GType            type,
               const char      *copied_id)
{
  gsize id_size = copied_id != NULL ? strlen (copied_id) + 1 : 0;
  KlOperation *self = g_malloc0 (sizeof *self + id_size);

  self->kind = kind;
  self->type = type;
  /* The copy lies behind the step. */
  if (id_size > 0)
    self->id = memcpy (self + 1, copied_id, id_size);
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
  KlOperation *self = operation_new (KL_OPERATION_INSERT, G_OBJECT_TYPE (record), NULL);

  /* An import has as many of these as records, and a record keeps its id. */
  self->record = g_object_ref (record);
  self->id = kl_record_get_id (record);
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
  if (self->kind == KL_OPERATION_INSERT)
    g_object_unref (self->record);
  else if (self->kind == KL_OPERATION_SET)
    g_value_unset (&self->value);
  g_free (self);
}
