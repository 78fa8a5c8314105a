/* kl-json-plan-reader.c: a whole plan out of JSON, as kl-json-plan-writer writes it
 *
 * All of it is looked at before anything is done with it: each value by the rule of its field, each id, and what refers
 * to what. What is wrong is named with its place, as in “$.plan.subjects[3].points[0].depth”.
 */

#include "config.h"

#include "kl-json-plan-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-json-document.h"
#include "kl-json-reading.h"
#include "kl-json-value.h"
#include "model/kl-attempt.h"
#include "model/kl-draft.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

/* Nothing that is written by hand comes near; what walks down the records may call itself this often. */
#define MAX_PARENTS 100

/* A list that is being read. */
typedef struct
{
  KlRecord *owner;
  const KlJsonShape *shape;
  GListStore *list;
  gint64 position;     /* of the record before */
  gint64 number;       /* the same, where the class has one */
  GHashTable *numbers; /* (nullable): those that are taken */
} List;

static gboolean read_record (KlJsonReading *self,
                             JsonNode      *node,
                             List          *list,
                             KlRecord      *parent);

/* Takes the message. */
static gboolean
refuse_free (KlJsonReading *self,
             const char    *member,
             char          *message)
{
  g_autofree char *owned = message;

  return kl_json_reading_refuse (self, member, owned);
}

static gboolean
read_fields (KlJsonReading     *self,
             JsonObject        *object,
             const KlJsonShape *shape,
             KlRecord          *record)
{
  char *problem;

  for (guint i = 0; i < shape->klass->n_fields; i++)
    {
      const KlField *field = &shape->klass->fields[i];
      JsonNode *node = kl_json_reading_get_member (object, shape->names[i]);

      if (shape->rules[i] == KL_JSON_LOCAL)
        continue;
      if (node == NULL && shape->rules[i] == KL_JSON_REQUIRED)
        return kl_json_reading_refuse (self, shape->names[i], _("a text in quotes is expected here."));
      problem = node != NULL ? kl_json_value_take (record, field, shape->rules[i], node) : NULL;
      if (problem != NULL)
        return refuse_free (self, shape->names[i], problem);
      if (field->kind == KL_FIELD_REFERENCE && field != shape->parent)
        kl_json_reading_refer (self, record, field, shape->rules[i], shape->names[i]);
    }

  problem = kl_json_value_check (record);
  return problem == NULL || refuse_free (self, NULL, problem);
}

static gboolean
read_array (KlJsonReading *self,
            JsonObject    *object,
            const char    *member,
            List          *list,
            KlRecord      *parent)
{
  JsonNode *node = kl_json_reading_get_member (object, member);
  gsize length = self->path->len;
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return kl_json_reading_refuse (self, member, _("a list in brackets is expected here."));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_string_append_printf (self->path, ".%s[%u]", member, i);
      if (!read_record (self, json_array_get_element (array, i), list, parent))
        return FALSE;
      g_string_truncate (self->path, length);
    }
  return TRUE;
}

static gboolean
read_list (KlJsonReading *self,
           JsonObject    *object,
           const char    *member,
           KlRecord      *owner,
           GListStore    *store)
{
  GType type = g_list_model_get_item_type (G_LIST_MODEL (store));
  List list = { owner, kl_json_shapes_get (self->shapes, type), store, 0, 0, NULL };
  gboolean is_read;

  if (type == KL_TYPE_ATTEMPT)
    list.numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  is_read = read_array (self, object, member, &list, NULL);
  g_clear_pointer (&list.numbers, g_hash_table_unref);
  if (is_read && type == KL_TYPE_DRAFT && g_list_model_get_n_items (G_LIST_MODEL (store)) > 1)
    return kl_json_reading_refuse (self, member, _("a topic has one draft at the most."));
  return is_read;
}

static gboolean
read_lists (KlJsonReading     *self,
            JsonObject        *object,
            const KlJsonShape *shape,
            KlRecord          *record)
{
  for (guint i = 0; i < shape->klass->n_lists; i++)
    if (!read_list (self, object, shape->list_names[i], record,
                    kl_record_get_list (record, &shape->klass->lists[i])))
      return FALSE;
  return TRUE;
}

/* Attempts are told apart by their number. */
static gboolean
take_number (KlJsonReading *self,
             List          *list,
             KlRecord      *record)
{
  gint64 number;

  if (list->numbers == NULL)
    return TRUE;
  number = kl_attempt_get_number (KL_ATTEMPT (record));
  if (number == 0)
    g_object_set (record, "number", number = list->number + 1, NULL);
  list->number = MAX (list->number, number);
  return g_hash_table_add (list->numbers, g_memdup2 (&number, sizeof number))
         || kl_json_reading_refuse (self, "number", _("another attempt of the same topic has this number."));
}

static guint
count_parents (KlJsonReading *self,
               List          *list,
               KlRecord      *record)
{
  guint n_parents = 0;

  while (record != NULL && n_parents <= MAX_PARENTS)
    {
      const char *parent = kl_record_get_string (record, list->shape->parent);

      record = parent != NULL ? g_hash_table_lookup (self->records, parent) : NULL;
      n_parents++;
    }
  return n_parents;
}

/* The parent is what stands around the record, or an earlier one of the same list: so there are no circles. */
static gboolean
take_parent (KlJsonReading *self,
             List          *list,
             KlRecord      *record,
             KlRecord      *parent)
{
  const char *named;

  if (list->shape->parent == NULL)
    return TRUE;
  named = kl_record_get_string (record, list->shape->parent);
  if (named == NULL && parent == NULL)
    return TRUE;
  if (named != NULL)
    parent = g_hash_table_lookup (self->records, named);
  if (parent == NULL || G_OBJECT_TYPE (parent) != G_OBJECT_TYPE (record)
      || g_strcmp0 (kl_record_get_owner (parent), kl_record_get_id (list->owner)) != 0)
    return kl_json_reading_refuse (self, "parent", _("the parent must stand before it in the same list."));
  if (count_parents (self, list, parent) > MAX_PARENTS)
    return kl_json_reading_refuse (self, NULL, _("it stands deeper below others than KLearn reads."));
  kl_record_set_string (record, list->shape->parent, kl_record_get_id (parent));
  return TRUE;
}

static gboolean
read_contents (KlJsonReading *self,
               JsonObject    *object,
               List          *list,
               KlRecord      *record,
               KlRecord      *parent)
{
  gint64 position = list->position + 1;

  if (!read_fields (self, object, list->shape, record) || !take_parent (self, list, record, parent)
      || !take_number (self, list, record) || !kl_json_reading_get_integer (self, object, "position", &position))
    return FALSE;
  list->position = position;
  g_object_set (record, "owner", kl_record_get_id (list->owner), "position", position, NULL);
  g_hash_table_insert (self->records, (gpointer) (guintptr) kl_record_get_id (record), record);
  g_list_store_append (list->list, record);

  kl_json_reading_note_unknown (self, object, list->shape);
  return read_lists (self, object, list->shape, record)
         && (list->shape->parent == NULL || read_array (self, object, "children", list, record));
}

static gboolean
read_record (KlJsonReading *self,
             JsonNode      *node,
             List          *list,
             KlRecord      *parent)
{
  g_autoptr(KlRecord) record = NULL;
  const char *id;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kl_json_reading_refuse (self, NULL, _("an object in braces is expected here."));
  id = kl_json_reading_get_id (self, json_node_get_object (node));
  if (id == NULL)
    return FALSE;
  record = g_object_new (G_TYPE_FROM_CLASS (list->shape->klass), "id", id, NULL);
  return read_contents (self, json_node_get_object (node), list, record, parent);
}

static KlPlan *
read_plan (KlJsonReading *self,
           JsonNode      *node,
           GListStore    *documents)
{
  const KlJsonShape *shape = kl_json_shapes_get (self->shapes, KL_TYPE_PLAN);
  g_autoptr(KlPlan) plan = NULL;
  JsonObject *object;
  const char *id;
  gint64 position = 0;

  g_string_append (self->path, ".plan");
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      kl_json_reading_refuse (self, NULL, _("an object in braces is expected here."));
      return NULL;
    }
  object = json_node_get_object (node);
  id = kl_json_reading_get_id (self, object);
  if (id == NULL)
    return NULL;

  plan = g_object_new (KL_TYPE_PLAN, "id", id, NULL);
  g_hash_table_insert (self->records, (gpointer) (guintptr) kl_record_get_id (KL_RECORD (plan)), plan);
  kl_json_reading_note_unknown (self, object, shape);
  if (!read_fields (self, object, shape, KL_RECORD (plan))
      || !kl_json_reading_get_integer (self, object, "position", &position)
      || !read_lists (self, object, shape, KL_RECORD (plan))
      || !read_list (self, object, "documents", KL_RECORD (plan), documents)
      || !kl_json_reading_check_references (self))
    return NULL;
  if (g_list_model_get_n_items (G_LIST_MODEL (documents)) > 1)
    {
      kl_json_reading_refuse (self, "documents", _("a plan has one document at the most."));
      return NULL;
    }
  g_object_set (plan, "position", position, NULL);
  return g_steal_pointer (&plan);
}

static gboolean
check_version (KlJsonReading *self,
               JsonNode      *root)
{
  JsonNode *node
    = JSON_NODE_HOLDS_OBJECT (root) ? kl_json_reading_get_member (json_node_get_object (root), "klearn") : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 1)
    return kl_json_reading_refuse (self, NULL,
                                   _("this is no plan that KLearn exported: it does not begin with “klearn”."));
  if (json_node_get_int (node) > KL_JSON_VERSION)
    return kl_json_reading_refuse (self, "klearn", _("a newer KLearn wrote this. Update KLearn to import it."));
  return TRUE;
}

static KlImport *
read_all (KlJsonReading *self,
          JsonNode      *root)
{
  g_autoptr(GListStore) documents = g_list_store_new (KL_TYPE_DOCUMENT);
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = NULL;

  if (!check_version (self, root))
    return NULL;
  plan = read_plan (self, kl_json_reading_get_member (json_node_get_object (root), "plan"), documents);
  if (plan == NULL)
    return NULL;
  document = g_list_model_get_item (G_LIST_MODEL (documents), 0);
  return kl_import_new_exact (plan, document, self->notes);
}

/**
 * kl_json_plan_reader_is_json:
 * @bytes: (nullable): a document, %NULL while there is only its name
 * @name: (nullable): its path
 *
 * Returns: whether @bytes should be read as JSON: by its name, or by what it begins with
 */
gboolean
kl_json_plan_reader_is_json (GBytes     *bytes,
                             const char *name)
{
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;
  gsize length;
  const char *at;
  const char *end;

  if (folded != NULL && g_str_has_suffix (folded, ".json"))
    return TRUE;
  if (bytes == NULL)
    return FALSE;
  at = g_bytes_get_data (bytes, &length);
  end = at + length;
  while (at < end && (g_ascii_isspace (*at) || *at == '{'))
    at++;
  return end - at > (gssize) strlen ("\"klearn\"") && memcmp (at, "\"klearn\"", strlen ("\"klearn\"")) == 0;
}

/**
 * kl_json_plan_reader_read:
 * @bytes: a JSON document
 * @name: (nullable): its path, to name it in the error
 * @cancellable: (nullable): stops between records
 * @error: %KL_EXCHANGE_ERROR with the line or the place, or %G_IO_ERROR_CANCELLED
 *
 * Reads a plan, in any thread.
 *
 * Returns: (transfer full) (nullable): the plan, with the ids that the file says
 */
KlImport *
kl_json_plan_reader_read (GBytes        *bytes,
                          const char    *name,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(JsonNode) root = kl_json_document_read (bytes, name, error);
  g_auto(KlJsonReading) reading = { 0 };

  kl_json_reading_init (&reading, name, cancellable, error);
  return root != NULL ? read_all (&reading, root) : NULL;
}
