#pragma once

#include "kl-record.h"

G_BEGIN_DECLS

/**
 * KlOperationKind:
 * @KL_OPERATION_INSERT: @record comes into being
 * @KL_OPERATION_SET: @field of the record of @type with @id becomes @value
 * @KL_OPERATION_REMOVE: the record of @type with @id goes, with all that belongs to it
 */
typedef enum
{
  KL_OPERATION_INSERT,
  KL_OPERATION_SET,
  KL_OPERATION_REMOVE,
} KlOperationKind;

/**
 * KlOperation:
 * @kind: what to do
 * @type: the record's class
 * @id: the record's id
 * @record: for %KL_OPERATION_INSERT only
 * @field: (nullable): for %KL_OPERATION_SET
 * @value: for %KL_OPERATION_SET only
 *
 * One step of a #KlChange.
 */
typedef struct
{
  KlOperationKind  kind;
  GType            type;
  const char      *id;
  const KlField   *field;
  union
  {
    KlRecord      *record;
    GValue         value;
  };
} KlOperation;

KlOperation *kl_operation_new_insert (KlRecord      *record);
KlOperation *kl_operation_new_set    (GType          type,
                                      const char    *id,
                                      const KlField *field,
                                      const GValue  *value);
KlOperation *kl_operation_new_remove (GType          type,
                                      const char    *id);
void         kl_operation_free       (KlOperation   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlOperation, kl_operation_free)

G_END_DECLS
