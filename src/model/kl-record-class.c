/* kl-record-class.c: a record class's table of fields becomes its properties */

#include "config.h"

#include "kl-record.h"

/* Lists follow the fields of the same class in its numbering of properties. */
#define PROP_FIRST_FIELD 1u

/**
 * kl_record_get_pspec:
 * @self: a record
 * @field: a field of its class, own or common
 *
 * Returns: (transfer none): the property that the field became
 */
GParamSpec *
kl_record_get_pspec (KlRecord      *self,
                     const KlField *field)
{
  for (GType type = G_OBJECT_TYPE (self); type != G_TYPE_OBJECT; type = g_type_parent (type))
    {
      KlRecordClass *klass = g_type_class_peek (type);

      if (klass->fields != NULL && field >= klass->fields && field < klass->fields + klass->n_fields)
        return klass->field_pspecs[field - klass->fields];
    }

  g_return_val_if_reached (NULL);
}

static GParamSpec *
create_field_pspec (const KlField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /* An id never changes. */
  if (g_str_equal (field->name, "id"))
    flags |= G_PARAM_CONSTRUCT_ONLY;

  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);

    case KL_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

    case KL_FIELD_NUMBER:
      /* A strict validation takes NaN for a value out of range. */
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                  flags | G_PARAM_LAX_VALIDATION);

    case KL_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);

    case KL_FIELD_CHOICE:
      {
        g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());

        return g_param_spec_enum (field->name, NULL, NULL, field->choice_type (), choices->values[0].value, flags);
      }

    default:
      g_return_val_if_reached (NULL);
    }
}

static void
kl_record_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  KlRecord *self = KL_RECORD (object);
  KlRecordClass *klass = g_type_class_peek (pspec->owner_type);
  guint index = prop_id - PROP_FIRST_FIELD;
  const KlField *field;

  if (index >= klass->n_fields)
    {
      g_value_set_object (value, kl_record_get_list (self, &klass->lists[index - klass->n_fields]));
      return;
    }

  field = &klass->fields[index];
  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      g_value_set_string (value, kl_record_get_string (self, field));
      break;

    case KL_FIELD_INTEGER:
      g_value_set_int64 (value, kl_record_get_integer (self, field));
      break;

    case KL_FIELD_NUMBER:
      g_value_set_double (value, kl_record_get_number (self, field));
      break;

    case KL_FIELD_BOOLEAN:
      g_value_set_boolean (value, kl_record_get_integer (self, field) != 0);
      break;

    case KL_FIELD_CHOICE:
      g_value_set_enum (value, (int) kl_record_get_integer (self, field));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_record_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  KlRecord *self = KL_RECORD (object);
  KlRecordClass *klass = g_type_class_peek (pspec->owner_type);
  const KlField *field = &klass->fields[prop_id - PROP_FIRST_FIELD];

  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      kl_record_set_string (self, field, g_value_get_string (value));
      break;

    case KL_FIELD_INTEGER:
      kl_record_set_integer (self, field, g_value_get_int64 (value));
      break;

    case KL_FIELD_NUMBER:
      kl_record_set_number (self, field, g_value_get_double (value));
      break;

    case KL_FIELD_BOOLEAN:
      kl_record_set_integer (self, field, g_value_get_boolean (value));
      break;

    case KL_FIELD_CHOICE:
      kl_record_set_integer (self, field, g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/**
 * kl_record_class_install_fields:
 * @klass: the class, in its class_init
 * @fields: (array length=n_fields): a static table
 * @n_fields: how many
 *
 * Gives the class one property a field. Called at most once a class, before kl_record_class_install_lists().
 */
void
kl_record_class_install_fields (KlRecordClass *klass,
                                const KlField *fields,
                                guint          n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject does not inherit these two: every class starts without them. */
  if (object_class->get_property == NULL)
    object_class->get_property = kl_record_get_property;
  if (object_class->set_property == NULL)
    object_class->set_property = kl_record_set_property;

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->field_pspecs = g_new (GParamSpec *, n_fields);
  klass->lists = NULL;
  klass->n_lists = 0;
  klass->no_items = NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      klass->field_pspecs[i] = create_field_pspec (&fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIRST_FIELD + i, klass->field_pspecs[i]);
    }
}

/**
 * kl_record_class_install_lists:
 * @klass: the class, in its class_init
 * @lists: (array length=n_lists): a static table
 * @n_lists: how many
 *
 * Gives the class one read-only property a list.
 */
void
kl_record_class_install_lists (KlRecordClass *klass,
                               const KlList  *lists,
                               guint          n_lists)
{
  klass->lists = lists;
  klass->n_lists = n_lists;
  klass->no_items = g_new (GListModel *, n_lists);

  for (guint i = 0; i < n_lists; i++)
    {
      klass->no_items[i] = G_LIST_MODEL (g_list_store_new (lists[i].item_type ()));
      g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIRST_FIELD + klass->n_fields + i,
                                       g_param_spec_object (lists[i].name, NULL, NULL, G_TYPE_LIST_STORE,
                                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
    }
}

/**
 * kl_record_class_find_field:
 * @klass: a class
 * @name: a field's name
 *
 * Returns: (nullable) (transfer none): the field of that name, own or common
 */
const KlField *
kl_record_class_find_field (KlRecordClass *klass,
                            const char    *name)
{
  const KlField *common;
  guint n_common;

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];

  common = kl_record_get_common_fields (&n_common);
  for (guint i = 0; i < n_common; i++)
    if (g_str_equal (common[i].name, name))
      return &common[i];

  return NULL;
}
