/* kl-json-reading.c: where a reading of JSON is, what it has seen, and how it says what is wrong */

#include "config.h"

#include "kl-json-reading.h"

#include <glib/gi18n.h>

#include "kl-exchange-error.h"
#include "kl-import-note.h"
#include "model/kl-plan.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

/* Who reads of a hundred unknown names will not read on. */
#define MAX_UNKNOWN 100

/* A position must stay what it is in programs whose numbers are all real ones. */
#define MAX_INTEGER (G_GINT64_CONSTANT (1) << 53)

/* Whether it points to anything can be said when all is read. */
typedef struct
{
  KlRecord *record;
  const KlField *field;
  KlJsonRule rule;
  char *path;
} Reference;

static void
reference_free (gpointer data)
{
  Reference *self = data;

  g_object_unref (self->record);
  g_free (self->path);
  g_free (self);
}

/**
 * kl_json_reading_init:
 * @self: a reading
 * @name: (nullable): what the document is called
 * @cancellable: (nullable): stops between records
 * @error: takes what is wrong
 */
void
kl_json_reading_init (KlJsonReading  *self,
                      const char     *name,
                      GCancellable   *cancellable,
                      GError        **error)
{
  self->name = name;
  self->shapes = kl_json_shapes_new ();
  self->records = g_hash_table_new (g_str_hash, g_str_equal);
  self->references = g_ptr_array_new_with_free_func (reference_free);
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_import_note_free);
  self->path = g_string_new ("$");
  self->cancellable = cancellable;
  self->error = error;
}

/**
 * kl_json_reading_clear:
 * @self: a reading
 *
 * Frees what it holds.
 */
void
kl_json_reading_clear (KlJsonReading *self)
{
  g_hash_table_unref (self->shapes);
  g_hash_table_unref (self->records);
  g_ptr_array_unref (self->references);
  g_hash_table_unref (self->unknown);
  g_ptr_array_unref (self->notes);
  g_string_free (self->path, TRUE);
}

static gboolean
refuse_at (KlJsonReading *self,
           const char    *path,
           const char    *message)
{
  g_autofree char *shown = g_filename_display_name (self->name != NULL ? self->name : _("The document"));

  g_set_error (self->error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID, _("“%1$s” cannot be imported. %2$s: %3$s"),
               shown, path, message);
  return FALSE;
}

/**
 * kl_json_reading_refuse:
 * @self: a reading
 * @member: (nullable): of the object that it is at, %NULL for the whole of it
 * @message: what is wrong, as the rest of a sentence that names the place
 *
 * Sets the error.
 *
 * Returns: %FALSE
 */
gboolean
kl_json_reading_refuse (KlJsonReading *self,
                        const char    *member,
                        const char    *message)
{
  g_autofree char *path = g_strdup_printf ("%s%s%s", self->path->str, member != NULL ? "." : "",
                                           member != NULL ? member : "");

  return refuse_at (self, path, message);
}

/**
 * kl_json_reading_get_member:
 * @object: an object
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the member's value; %NULL where it is not there or null
 */
JsonNode *
kl_json_reading_get_member (JsonObject *object,
                            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * kl_json_reading_get_integer:
 * @self: a reading
 * @object: an object
 * @member: a name
 * @value: (inout): stays where there is no such member
 *
 * Returns: %FALSE with the error set where the member is no whole number
 */
gboolean
kl_json_reading_get_integer (KlJsonReading *self,
                             JsonObject    *object,
                             const char    *member,
                             gint64        *value)
{
  JsonNode *node = kl_json_reading_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) > MAX_INTEGER || json_node_get_int (node) < -MAX_INTEGER)
    return kl_json_reading_refuse (self, member, _("a whole number is expected here."));
  *value = json_node_get_int (node);
  return TRUE;
}

/**
 * kl_json_reading_get_id:
 * @self: a reading
 * @object: an object
 *
 * Returns: (transfer none) (nullable): its id; %NULL with the error set where it is none, or that of something else
 */
const char *
kl_json_reading_get_id (KlJsonReading *self,
                        JsonObject    *object)
{
  JsonNode *node = kl_json_reading_get_member (object, "id");
  gboolean is_text = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
  const char *id = is_text ? json_node_get_string (node) : NULL;

  if (id == NULL || !g_uuid_string_is_valid (id))
    {
      kl_json_reading_refuse (self, "id", _("an id such as 3f2b8c1e-9d4a-4c6e-8b1f-2a7d5e9c0b43 is expected here."));
      return NULL;
    }
  if (g_hash_table_contains (self->records, id))
    {
      g_autofree char *message = g_strdup_printf (_("%s is the id of something else in this file, too."), id);

      kl_json_reading_refuse (self, "id", message);
      return NULL;
    }
  return id;
}

static gboolean
is_known (const KlJsonShape *shape,
          const char        *member)
{
  return g_str_equal (member, "id") || g_str_equal (member, "position")
         || g_strv_contains ((const char *const *) shape->names, member)
         || g_strv_contains ((const char *const *) shape->list_names, member)
         || (shape->parent != NULL && g_str_equal (member, "children"))
         || (G_TYPE_FROM_CLASS (shape->klass) == KL_TYPE_PLAN && g_str_equal (member, "documents"));
}

/**
 * kl_json_reading_note_unknown:
 * @self: a reading
 * @object: the object that it is at
 * @shape: what @object should be
 *
 * Notes what a newer KLearn knows or a person mistyped, once a name.
 */
void
kl_json_reading_note_unknown (KlJsonReading     *self,
                              JsonObject        *object,
                              const KlJsonShape *shape)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    {
      g_autofree char *message = NULL;

      if (is_known (shape, member) || g_hash_table_size (self->unknown) == MAX_UNKNOWN
          || !g_hash_table_add (self->unknown, g_strdup (member)))
        continue;
      message = g_strdup_printf (_("%1$s.%2$s is nothing that this KLearn knows; it was left out."), self->path->str,
                                 member);
      g_ptr_array_add (self->notes, kl_import_note_new (0, message));
    }
}

/**
 * kl_json_reading_refer:
 * @self: a reading
 * @record: the record that it is at
 * @field: a reference of it
 * @rule: %KL_JSON_SUBJECT or %KL_JSON_POINT
 * @member: the name of @field
 *
 * Remembers to look whether what the reference names is there.
 */
void
kl_json_reading_refer (KlJsonReading *self,
                       KlRecord      *record,
                       const KlField *field,
                       KlJsonRule     rule,
                       const char    *member)
{
  Reference *reference;

  if (kl_record_get_string (record, field) == NULL)
    return;
  reference = g_new0 (Reference, 1);
  reference->record = g_object_ref (record);
  reference->field = field;
  reference->rule = rule;
  reference->path = g_strdup_printf ("%s.%s", self->path->str, member);
  g_ptr_array_add (self->references, reference);
}

/**
 * kl_json_reading_check_references:
 * @self: a reading that is through
 *
 * Returns: %FALSE with the error set where something named is not there, or another kind of thing
 */
gboolean
kl_json_reading_check_references (KlJsonReading *self)
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
