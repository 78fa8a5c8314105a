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
#include "kl-json-value.h"
#include "model/kl-attempt.h"
#include "model/kl-draft.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

/* Nothing that is written by hand comes near; what walks down the records may call itself this often. */
#define MAX_PARENTS 100

/* Who reads of a hundred unknown names will not read on. */
#define MAX_UNKNOWN 100

/* A position must stay what it is in programs whose numbers are all real ones. */
#define MAX_POSITION (G_GINT64_CONSTANT (1) << 53)

typedef struct
{
  const char *name;
  GHashTable *shapes;
  GHashTable *records;    /* id → record */
  GPtrArray *references;  /* Reference */
  GHashTable *unknown;    /* members that were noted */
  GPtrArray *notes;
  GString *path;
  GCancellable *cancellable;
  GError **error;
} Reading;

/* Whether it points to anything can be said when all is read. */
typedef struct
{
  KlRecord *record;
  const KlField *field;
  KlJsonRule rule;
  char *path;
} Reference;

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

static gboolean read_record (Reading  *self,
                             JsonNode *node,
                             List     *list,
                             KlRecord *parent);

static void
reference_free (gpointer data)
{
  Reference *self = data;

  g_object_unref (self->record);
  g_free (self->path);
  g_free (self);
}

static gboolean
refuse_at (Reading    *self,
           const char *path,
           const char *message)
{
  g_autofree char *shown = g_filename_display_name (self->name != NULL ? self->name : _("The document"));

  g_set_error (self->error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID, _("“%1$s” cannot be imported. %2$s: %3$s"),
               shown, path, message);
  return FALSE;
}

static gboolean
refuse (Reading    *self,
        const char *member,
        const char *message)
{
  g_autofree char *path = g_strdup_printf ("%s%s%s", self->path->str, member != NULL ? "." : "",
                                           member != NULL ? member : "");

  return refuse_at (self, path, message);
}

/* Takes the message. */
static gboolean
refuse_free (Reading    *self,
             const char *member,
             char       *message)
{
  g_autofree char *owned = message;

  return refuse (self, member, owned);
}

static JsonNode *
get_member (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
get_integer (Reading    *self,
             JsonObject *object,
             const char *member,
             gint64     *value)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) > MAX_POSITION || json_node_get_int (node) < -MAX_POSITION)
    return refuse (self, member, _("a whole number is expected here."));
  *value = json_node_get_int (node);
  return TRUE;
}

static const char *
get_id (Reading    *self,
        JsonObject *object)
{
  JsonNode *node = get_member (object, "id");
  const char *id = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                     ? json_node_get_string (node)
                     : NULL;

  if (id == NULL || !g_uuid_string_is_valid (id))
    {
      refuse (self, "id", _("an id such as 3f2b8c1e-9d4a-4c6e-8b1f-2a7d5e9c0b43 is expected here."));
      return NULL;
    }
  if (g_hash_table_contains (self->records, id))
    {
      refuse_free (self, "id", g_strdup_printf (_("%s is the id of something else in this file, too."), id));
      return NULL;
    }
  return id;
}

static gboolean
refer (Reading       *self,
       KlRecord      *record,
       const KlField *field,
       KlJsonRule     rule,
       const char    *member)
{
  Reference *reference;

  if (kl_record_get_string (record, field) == NULL)
    return TRUE;
  reference = g_new0 (Reference, 1);
  reference->record = g_object_ref (record);
  reference->field = field;
  reference->rule = rule;
  reference->path = g_strdup_printf ("%s.%s", self->path->str, member);
  g_ptr_array_add (self->references, reference);
  return TRUE;
}

static gboolean
read_fields (Reading           *self,
             JsonObject        *object,
             const KlJsonShape *shape,
             KlRecord          *record)
{
  char *problem;

  for (guint i = 0; i < shape->klass->n_fields; i++)
    {
      const KlField *field = &shape->klass->fields[i];
      JsonNode *node = get_member (object, shape->names[i]);

      if (shape->rules[i] == KL_JSON_LOCAL)
        continue;
      if (node == NULL && shape->rules[i] == KL_JSON_REQUIRED)
        return refuse (self, shape->names[i], _("a text in quotes is expected here."));
      problem = node != NULL ? kl_json_value_take (record, field, shape->rules[i], node) : NULL;
      if (problem != NULL)
        return refuse_free (self, shape->names[i], problem);
      if (field->kind == KL_FIELD_REFERENCE && field != shape->parent)
        refer (self, record, field, shape->rules[i], shape->names[i]);
    }

  problem = kl_json_value_check (record);
  return problem == NULL || refuse_free (self, NULL, problem);
}

/* What a newer KLearn knows, or a person mistyped, is named once a name. */
static void
note_unknown (Reading           *self,
              JsonObject        *object,
              const KlJsonShape *shape)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    {
      g_autofree char *message = NULL;

      if (g_str_equal (member, "id") || g_str_equal (member, "position")
          || g_strv_contains ((const char *const *) shape->names, member)
          || g_strv_contains ((const char *const *) shape->list_names, member)
          || (shape->parent != NULL && g_str_equal (member, "children"))
          || (G_TYPE_FROM_CLASS (shape->klass) == KL_TYPE_PLAN && g_str_equal (member, "documents"))
          || g_hash_table_size (self->unknown) == MAX_UNKNOWN
          || !g_hash_table_add (self->unknown, g_strdup (member)))
        continue;
      message = g_strdup_printf (_("%1$s.%2$s is nothing that this KLearn knows; it was left out."), self->path->str,
                                 member);
      g_ptr_array_add (self->notes, kl_import_note_new (0, message));
    }
}

static gboolean
read_array (Reading    *self,
            JsonObject *object,
            const char *member,
            List       *list,
            KlRecord   *parent)
{
  JsonNode *node = get_member (object, member);
  gsize length = self->path->len;
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, member, _("a list in brackets is expected here."));

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
read_list (Reading    *self,
           JsonObject *object,
           const char *member,
           KlRecord   *owner,
           GListStore *store)
{
  GType type = g_list_model_get_item_type (G_LIST_MODEL (store));
  List list = { owner, kl_json_shapes_get (self->shapes, type), store, 0, 0, NULL };
  gboolean is_read;

  if (type == KL_TYPE_ATTEMPT)
    list.numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  is_read = read_array (self, object, member, &list, NULL);
  g_clear_pointer (&list.numbers, g_hash_table_unref);
  if (is_read && type == KL_TYPE_DRAFT && g_list_model_get_n_items (G_LIST_MODEL (store)) > 1)
    return refuse (self, member, _("a topic has one draft at the most."));
  return is_read;
}

static gboolean
read_lists (Reading           *self,
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
take_number (Reading  *self,
             List     *list,
             KlRecord *record)
{
  gint64 number;

  if (list->numbers == NULL)
    return TRUE;
  number = kl_attempt_get_number (KL_ATTEMPT (record));
  if (number == 0)
    g_object_set (record, "number", number = list->number + 1, NULL);
  list->number = MAX (list->number, number);
  return g_hash_table_add (list->numbers, g_memdup2 (&number, sizeof number))
         || refuse (self, "number", _("another attempt of the same topic has this number."));
}

static guint
count_parents (Reading  *self,
               List     *list,
               KlRecord *record)
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
take_parent (Reading  *self,
             List     *list,
             KlRecord *record,
             KlRecord *parent)
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
    return refuse (self, "parent", _("the parent must stand before it in the same list."));
  if (count_parents (self, list, parent) > MAX_PARENTS)
    return refuse (self, NULL, _("it stands deeper below others than KLearn reads."));
  kl_record_set_string (record, list->shape->parent, kl_record_get_id (parent));
  return TRUE;
}

static gboolean
read_contents (Reading    *self,
               JsonObject *object,
               List       *list,
               KlRecord   *record,
               KlRecord   *parent)
{
  gint64 position = list->position + 1;

  if (!read_fields (self, object, list->shape, record) || !take_parent (self, list, record, parent)
      || !take_number (self, list, record) || !get_integer (self, object, "position", &position))
    return FALSE;
  list->position = position;
  g_object_set (record, "owner", kl_record_get_id (list->owner), "position", position, NULL);
  g_hash_table_insert (self->records, g_strdup (kl_record_get_id (record)), record);
  g_list_store_append (list->list, record);

  note_unknown (self, object, list->shape);
  return read_lists (self, object, list->shape, record)
         && (list->shape->parent == NULL || read_array (self, object, "children", list, record));
}

static gboolean
read_record (Reading  *self,
             JsonNode *node,
             List     *list,
             KlRecord *parent)
{
  g_autoptr(KlRecord) record = NULL;
  const char *id;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (self, NULL, _("an object in braces is expected here."));
  id = get_id (self, json_node_get_object (node));
  if (id == NULL)
    return FALSE;
  record = g_object_new (G_TYPE_FROM_CLASS (list->shape->klass), "id", id, NULL);
  return read_contents (self, json_node_get_object (node), list, record, parent);
}

static gboolean
check_references (Reading *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      Reference *reference = g_ptr_array_index (self->references, i);
      const char *id = kl_record_get_string (reference->record, reference->field);
      KlRecord *found = g_hash_table_lookup (self->records, id);

      if (found != NULL && (reference->rule == KL_JSON_POINT ? KL_IS_POINT (found) : KL_IS_SUBJECT (found)))
        continue;
      return refuse_at (self, reference->path,
                        reference->rule == KL_JSON_POINT ? _("there is no point with this id in the file.")
                                                         : _("there is no topic with this id in the file."));
    }
  return TRUE;
}

static KlPlan *
read_plan (Reading    *self,
           JsonNode   *node,
           GListStore *documents)
{
  const KlJsonShape *shape = kl_json_shapes_get (self->shapes, KL_TYPE_PLAN);
  g_autoptr(KlPlan) plan = NULL;
  JsonObject *object;
  const char *id;
  gint64 position = 0;

  g_string_append (self->path, ".plan");
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (self, NULL, _("an object in braces is expected here."));
      return NULL;
    }
  object = json_node_get_object (node);
  id = get_id (self, object);
  if (id == NULL)
    return NULL;

  plan = g_object_new (KL_TYPE_PLAN, "id", id, NULL);
  g_hash_table_insert (self->records, g_strdup (id), plan);
  note_unknown (self, object, shape);
  if (!read_fields (self, object, shape, KL_RECORD (plan)) || !get_integer (self, object, "position", &position)
      || !read_lists (self, object, shape, KL_RECORD (plan))
      || !read_list (self, object, "documents", KL_RECORD (plan), documents) || !check_references (self))
    return NULL;
  if (g_list_model_get_n_items (G_LIST_MODEL (documents)) > 1)
    {
      refuse (self, "documents", _("a plan has one document at the most."));
      return NULL;
    }
  g_object_set (plan, "position", position, NULL);
  return g_steal_pointer (&plan);
}

static gboolean
check_version (Reading    *self,
               JsonNode   *root)
{
  JsonNode *node = JSON_NODE_HOLDS_OBJECT (root) ? get_member (json_node_get_object (root), "klearn") : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 1)
    return refuse (self, NULL, _("this is no plan that KLearn exported: it does not begin with “klearn”."));
  if (json_node_get_int (node) > KL_JSON_VERSION)
    return refuse (self, "klearn", _("a newer KLearn wrote this. Update KLearn to import it."));
  return TRUE;
}

static KlImport *
read_all (Reading  *self,
          JsonNode *root)
{
  g_autoptr(GListStore) documents = g_list_store_new (KL_TYPE_DOCUMENT);
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = NULL;

  if (!check_version (self, root))
    return NULL;
  plan = read_plan (self, get_member (json_node_get_object (root), "plan"), documents);
  if (plan == NULL)
    return NULL;
  document = g_list_model_get_item (G_LIST_MODEL (documents), 0);
  return kl_import_new_exact (plan, document, self->notes);
}

/**
 * kl_json_plan_reader_is_json:
 * @bytes: a document
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
  const char *at = g_bytes_get_data (bytes, &length);
  const char *end = at + length;

  if (folded != NULL && g_str_has_suffix (folded, ".json"))
    return TRUE;
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
  g_autoptr(GHashTable) shapes = NULL;
  g_autoptr(GHashTable) records = NULL;
  g_autoptr(GHashTable) unknown = NULL;
  g_autoptr(GPtrArray) references = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GString) path = NULL;

  if (root == NULL)
    return NULL;
  shapes = kl_json_shapes_new ();
  records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  references = g_ptr_array_new_with_free_func (reference_free);
  notes = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_import_note_free);
  path = g_string_new ("$");
  return read_all (&(Reading) { name, shapes, records, references, unknown, notes, path, cancellable, error }, root);
}
