#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlFieldKind:
 * @KL_FIELD_STRING: a UTF-8 string or %NULL; `char *`
 * @KL_FIELD_INTEGER: a whole number; `gint64`
 * @KL_FIELD_NUMBER: a real number, NaN where it is not set; `double`
 * @KL_FIELD_BOOLEAN: yes or no; `gboolean`
 * @KL_FIELD_CHOICE: one of a registered enumeration; `int`
 * @KL_FIELD_REFERENCE: the id of another record, or %NULL; `char *`
 */
typedef enum
{
  KL_FIELD_STRING,
  KL_FIELD_INTEGER,
  KL_FIELD_NUMBER,
  KL_FIELD_BOOLEAN,
  KL_FIELD_CHOICE,
  KL_FIELD_REFERENCE,
} KlFieldKind;

/**
 * KlField:
 * @name: the property's name; with `_` for `-` also the name of its column
 * @kind: what it holds
 * @offset: where it lies, from the start of the instance
 * @choice_type: the enumeration, for %KL_FIELD_CHOICE only
 *
 * One stored value of a record. The table of a class's fields is the single description that its properties, the
 * library's columns and the JSON document are made from.
 */
typedef struct
{
  const char  *name;
  KlFieldKind  kind;
  gssize       offset;
  GType      (*choice_type) (void);
} KlField;

/**
 * KlList:
 * @name: the property's name
 * @item_type: the type of the records in it
 * @offset: where the `GListStore *` lies, from the start of the instance
 *
 * The records that belong to a record, sorted by position.
 */
typedef struct
{
  const char  *name;
  GType      (*item_type) (void);
  gssize       offset;
} KlList;

gboolean kl_field_holds_string      (const KlField *self);
gboolean kl_field_numbers_are_equal (double         a,
                                     double         b);

G_END_DECLS
