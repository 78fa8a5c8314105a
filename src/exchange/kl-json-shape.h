#pragma once

#include "model/kl-record.h"

G_BEGIN_DECLS

/* What the first member of the document says; what was added since can be read by an older KLearn. */
#define KL_JSON_VERSION 1

/* How deep records are nested into each other; those below lie beside each other, and name their parent. */
#define KL_JSON_MAX_NESTING 12u

/**
 * KlJsonRule:
 * @KL_JSON_ANY: no more than the kind of the field says
 * @KL_JSON_LOCAL: of this computer, neither written nor read: no file from elsewhere may say what is written where
 * @KL_JSON_REQUIRED: a string that has to be there
 * @KL_JSON_DATE: a day, or a moment of one, of the years 1 to 9999
 * @KL_JSON_PERCENT: 0 to 100
 * @KL_JSON_WISH: what a plan may wish, as kl_wish_find_range() says
 * @KL_JSON_COUNT: 0 or more
 * @KL_JSON_ORDINAL: 1 or more, once in its list
 * @KL_JSON_SUBJECT: the id of a subject of the plan
 * @KL_JSON_POINT: the id of a point of the plan
 * @KL_JSON_PARENT: the id of a record of the same list; said by nesting
 */
typedef enum
{
  KL_JSON_ANY,
  KL_JSON_LOCAL,
  KL_JSON_REQUIRED,
  KL_JSON_DATE,
  KL_JSON_PERCENT,
  KL_JSON_WISH,
  KL_JSON_COUNT,
  KL_JSON_ORDINAL,
  KL_JSON_SUBJECT,
  KL_JSON_POINT,
  KL_JSON_PARENT,
} KlJsonRule;

/**
 * KlJsonShape:
 * @klass: a record class
 * @names: the member of each field of @klass
 * @rules: what holds of each field of @klass
 * @list_names: the member of each list of @klass
 * @parent: (nullable): the field that says below which record of the same list a record stands
 *
 * How the records of a class look in JSON. It follows from the class's table of fields.
 */
typedef struct
{
  KlRecordClass  *klass;
  char          **names;
  KlJsonRule     *rules;
  char          **list_names;
  const KlField  *parent;
} KlJsonShape;

GHashTable        *kl_json_shapes_new (void);
const KlJsonShape *kl_json_shapes_get (GHashTable *shapes,
                                       GType       type);

G_END_DECLS
