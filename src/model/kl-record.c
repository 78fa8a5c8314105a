/* kl-record.c: what every stored thing of a plan shares
 *
 * A subclass describes its stored values once, in a table of fields, and the records that belong to it in a table of
 * lists. Properties, notification, comparison and copying follow from the tables here; the library's columns and the
 * JSON document follow from the same tables elsewhere. A new value of a plan is therefore one line in one table.
 */

#include "config.h"

#include "kl-record.h"

#include <math.h>

typedef struct
{
  char     *id;
  char     *owner;
  gint64    position;
  gboolean  is_loading;
} KlRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KlRecord, kl_record, G_TYPE_OBJECT)

/* The common fields lie in the private part, whose offset is known only once the type is registered. */
static KlField common_fields[] = {
  { "id", KL_FIELD_STRING, 0, NULL },
  { "owner", KL_FIELD_REFERENCE, 0, NULL },
  { "position", KL_FIELD_INTEGER, 0, NULL },
};

static gpointer
field_location (KlRecord      *self,
                const KlField *field)
{
  return (char *) self + field->offset;
}

static void
notify_field (KlRecord      *self,
              const KlField *field)
{
  KlRecordPrivate *priv = kl_record_get_instance_private (self);

  if (!priv->is_loading)
    g_object_notify_by_pspec (G_OBJECT (self), kl_record_get_pspec (self, field));
}

static void
kl_record_constructed (GObject *object)
{
  KlRecord *self = KL_RECORD (object);
  KlRecordPrivate *priv = kl_record_get_instance_private (self);

  KlRecordClass *klass = KL_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (kl_record_parent_class)->constructed (object);

  if (priv->id == NULL)
    priv->id = g_uuid_string_random ();

  /* A number is not set until somebody sets it. GObject sets the other properties after this. */
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == KL_FIELD_NUMBER)
      *(double *) field_location (self, &klass->fields[i]) = (double) NAN;
}

static void
kl_record_finalize (GObject *object)
{
  KlRecord *self = KL_RECORD (object);

  for (GType type = G_OBJECT_TYPE (self); type != G_TYPE_OBJECT; type = g_type_parent (type))
    {
      KlRecordClass *klass = g_type_class_peek (type);

      for (guint i = 0; i < klass->n_fields; i++)
        if (kl_field_holds_string (&klass->fields[i]))
          g_clear_pointer ((char **) field_location (self, &klass->fields[i]), g_free);
      if (type != KL_TYPE_RECORD)
        for (guint i = 0; i < klass->n_lists; i++)
          g_clear_object ((GListStore **) ((gpointer) ((char *) self + klass->lists[i].offset)));
    }

  G_OBJECT_CLASS (kl_record_parent_class)->finalize (object);
}

static void
kl_record_class_init (KlRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  gssize private_offset = g_type_class_get_instance_private_offset (klass);

  object_class->constructed = kl_record_constructed;
  object_class->finalize = kl_record_finalize;

  common_fields[0].offset = private_offset + (gssize) G_STRUCT_OFFSET (KlRecordPrivate, id);
  common_fields[1].offset = private_offset + (gssize) G_STRUCT_OFFSET (KlRecordPrivate, owner);
  common_fields[2].offset = private_offset + (gssize) G_STRUCT_OFFSET (KlRecordPrivate, position);
  kl_record_class_install_fields (klass, common_fields, G_N_ELEMENTS (common_fields));
}

static void
kl_record_init (KlRecord *self)
{
}

/**
 * kl_record_get_common_fields:
 * @n_fields: (out): how many
 *
 * Returns: (array length=n_fields) (transfer none): `id`, `owner` and `position`, which every record has
 */
const KlField *
kl_record_get_common_fields (guint *n_fields)
{
  /* The table is complete only once the class exists. */
  g_type_ensure (KL_TYPE_RECORD);
  *n_fields = G_N_ELEMENTS (common_fields);
  return common_fields;
}

/**
 * kl_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its UUID, which never changes
 */
const char *
kl_record_get_id (KlRecord *self)
{
  KlRecordPrivate *priv = kl_record_get_instance_private (self);

  g_return_val_if_fail (KL_IS_RECORD (self), NULL);

  return priv->id;
}

/**
 * kl_record_get_owner:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the id of the record that it belongs to
 */
const char *
kl_record_get_owner (KlRecord *self)
{
  KlRecordPrivate *priv = kl_record_get_instance_private (self);

  g_return_val_if_fail (KL_IS_RECORD (self), NULL);

  return priv->owner;
}

/**
 * kl_record_get_position:
 * @self: a record
 *
 * Returns: its place among its siblings; smaller comes first, gaps are fine
 */
gint64
kl_record_get_position (KlRecord *self)
{
  KlRecordPrivate *priv = kl_record_get_instance_private (self);

  g_return_val_if_fail (KL_IS_RECORD (self), 0);

  return priv->position;
}

/**
 * kl_record_find_next_position:
 * @records: a list of #KlRecord
 *
 * Returns: the position of one that shall come after all of them
 */
gint64
kl_record_find_next_position (GListModel *records)
{
  guint n_records = g_list_model_get_n_items (records);
  gint64 last = 0;

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (records, i);

      last = MAX (last, kl_record_get_position (record));
    }

  return last + 1;
}

/**
 * kl_record_set_loading:
 * @self: a record that nobody has seen yet
 * @is_loading: whether it is being filled
 *
 * Meanwhile nothing is notified, which takes longer than all else where there are thousands of records.
 */
void
kl_record_set_loading (KlRecord *self,
                       gboolean  is_loading)
{
  KlRecordPrivate *priv = kl_record_get_instance_private (self);

  g_return_if_fail (KL_IS_RECORD (self));

  priv->is_loading = is_loading;
}

/**
 * kl_record_get_string:
 * @self: a record
 * @field: a string or a reference of its class
 *
 * Returns: (nullable) (transfer none): the value
 */
const char *
kl_record_get_string (KlRecord      *self,
                      const KlField *field)
{
  g_return_val_if_fail (kl_field_holds_string (field), NULL);

  return *(char **) field_location (self, field);
}

/**
 * kl_record_get_integer:
 * @self: a record
 * @field: a whole number, a boolean or a choice of its class
 *
 * Returns: the value
 */
gint64
kl_record_get_integer (KlRecord      *self,
                       const KlField *field)
{
  if (field->kind == KL_FIELD_INTEGER)
    return *(gint64 *) field_location (self, field);

  g_return_val_if_fail (field->kind == KL_FIELD_BOOLEAN || field->kind == KL_FIELD_CHOICE, 0);

  return *(int *) field_location (self, field);
}

/**
 * kl_record_get_number:
 * @self: a record
 * @field: a real number of its class
 *
 * Returns: the value, NaN where it is not set
 */
double
kl_record_get_number (KlRecord      *self,
                      const KlField *field)
{
  g_return_val_if_fail (field->kind == KL_FIELD_NUMBER, (double) NAN);

  return *(double *) field_location (self, field);
}

/**
 * kl_record_set_string:
 * @self: a record
 * @field: a string or a reference of its class
 * @value: (nullable): the new value, copied
 *
 * Returns: whether that was a change; only then it is notified
 */
gboolean
kl_record_set_string (KlRecord      *self,
                      const KlField *field,
                      const char    *value)
{
  char **location = field_location (self, field);

  g_return_val_if_fail (kl_field_holds_string (field), FALSE);

  if (g_strcmp0 (*location, value) == 0)
    return FALSE;

  g_free (*location);
  *location = g_strdup (value);
  notify_field (self, field);
  return TRUE;
}

/**
 * kl_record_take_string:
 * @self: a record
 * @field: a string or a reference of its class
 * @value: (transfer full) (nullable): the new value, which may be too long to be copied without need
 *
 * Returns: as kl_record_set_string()
 */
gboolean
kl_record_take_string (KlRecord      *self,
                       const KlField *field,
                       char          *value)
{
  char **location = field_location (self, field);
  g_autofree char *before = NULL;

  g_return_val_if_fail (kl_field_holds_string (field), FALSE);

  before = *location;
  *location = value;
  if (g_strcmp0 (before, value) == 0)
    return FALSE;

  notify_field (self, field);
  return TRUE;
}

/**
 * kl_record_set_integer:
 * @self: a record
 * @field: a whole number, a boolean or a choice of its class
 * @value: the new value
 *
 * Returns: whether that was a change; only then it is notified
 */
gboolean
kl_record_set_integer (KlRecord      *self,
                       const KlField *field,
                       gint64         value)
{
  if (kl_record_get_integer (self, field) == value)
    return FALSE;

  if (field->kind == KL_FIELD_INTEGER)
    *(gint64 *) field_location (self, field) = value;
  else
    *(int *) field_location (self, field) = (int) value;

  notify_field (self, field);
  return TRUE;
}

/**
 * kl_record_set_number:
 * @self: a record
 * @field: a real number of its class
 * @value: the new value, NaN for “not set”
 *
 * Returns: whether that was a change; only then it is notified
 */
gboolean
kl_record_set_number (KlRecord      *self,
                      const KlField *field,
                      double         value)
{
  double *location = field_location (self, field);

  g_return_val_if_fail (field->kind == KL_FIELD_NUMBER, FALSE);

  if (kl_field_numbers_are_equal (*location, value))
    return FALSE;

  *location = value;
  notify_field (self, field);
  return TRUE;
}

/**
 * kl_record_get_list:
 * @self: a record
 * @list: a list of its class
 *
 * Returns: (transfer none): the records in it, by position
 */
GListStore *
kl_record_get_list (KlRecord     *self,
                    const KlList *list)
{
  GListStore **location = (GListStore **) ((gpointer) ((char *) self + list->offset));

  if (*location == NULL)
    *location = g_list_store_new (list->item_type ());

  return *location;
}

/**
 * kl_record_peek_list:
 * @self: a record
 * @list: a list of its class
 *
 * Returns: (transfer none) (nullable): the records in it, %NULL where nobody has asked for them or filled them in
 */
GListStore *
kl_record_peek_list (KlRecord     *self,
                     const KlList *list)
{
  return *(GListStore **) ((gpointer) ((char *) self + list->offset));
}

/**
 * kl_record_peek_items:
 * @self: a record
 * @list: a list of its class
 *
 * Most records have lists that stay empty, and whoever goes through a whole plan would otherwise make them all.
 *
 * Returns: (transfer none): the records in it, to look at now and not to watch: where nobody has asked for the list or
 *   filled it in, it is one without any that many records share
 */
GListModel *
kl_record_peek_items (KlRecord     *self,
                      const KlList *list)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (self);
  GListStore *store = kl_record_peek_list (self, list);

  return store != NULL ? G_LIST_MODEL (store) : klass->no_items[list - klass->lists];
}

/**
 * kl_record_share_lists:
 * @self: a record whose lists nobody has asked for
 * @source: a record of the same class
 *
 * Lets the lists of @source be those of @self too, with the records in them as they are.
 */
void
kl_record_share_lists (KlRecord *self,
                       KlRecord *source)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (source));

  for (guint i = 0; i < klass->n_lists; i++)
    g_set_object ((GListStore **) ((gpointer) ((char *) self + klass->lists[i].offset)),
                  kl_record_peek_list (source, &klass->lists[i]));
}

/**
 * kl_record_get_list_of:
 * @self: a record
 * @item_type: a record class
 *
 * Returns: (transfer none): the list of @self that holds such records; it is an error if there is none
 */
GListStore *
kl_record_get_list_of (KlRecord *self,
                       GType     item_type)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_lists; i++)
    if (klass->lists[i].item_type () == item_type)
      return kl_record_get_list (self, &klass->lists[i]);

  g_return_val_if_reached (NULL);
}

/**
 * kl_record_append:
 * @self: a record
 * @child: a record of the item type of one of @self's lists
 *
 * Puts @child at the end of the list for its type, as belonging to @self. This is for building a plan that is not in
 * the library yet; what is in the library changes through the library.
 */
void
kl_record_append (KlRecord *self,
                  KlRecord *child)
{
  GListStore *store = kl_record_get_list_of (self, G_OBJECT_TYPE (child));

  kl_record_set_string (child, &common_fields[1], kl_record_get_id (self));
  kl_record_set_integer (child, &common_fields[2], g_list_model_get_n_items (G_LIST_MODEL (store)) + 1);
  g_list_store_append (store, child);
}

static void
assign_fields (KlRecord      *self,
               KlRecord      *source,
               const KlField *fields,
               guint          n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const KlField *field = &fields[i];

      if (kl_field_holds_string (field))
        kl_record_set_string (self, field, kl_record_get_string (source, field));
      else if (field->kind == KL_FIELD_NUMBER)
        kl_record_set_number (self, field, kl_record_get_number (source, field));
      else
        kl_record_set_integer (self, field, kl_record_get_integer (source, field));
    }
}

/**
 * kl_record_assign:
 * @self: a record
 * @source: a record of the same class
 *
 * Takes over every value of @source but its id, and notifies those that differ. The lists stay.
 */
void
kl_record_assign (KlRecord *self,
                  KlRecord *source)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (source));

  g_object_freeze_notify (G_OBJECT (self));
  assign_fields (self, source, common_fields + 1, G_N_ELEMENTS (common_fields) - 1);
  assign_fields (self, source, klass->fields, klass->n_fields);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * kl_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a record with the same id and values, and empty lists
 */
KlRecord *
kl_record_copy (KlRecord *self)
{
  KlRecord *copy = g_object_new (G_OBJECT_TYPE (self), "id", kl_record_get_id (self), NULL);

  kl_record_assign (copy, self);
  return copy;
}
