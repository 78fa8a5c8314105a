/* kl-json-plan-writer.c: a whole plan as JSON, for other programs and for another library
 *
 * What is not set is left out. Lists stand in order, so that a position is said only where it is not the next one. The
 * same plan always gives the same bytes.
 */

#include "config.h"

#include "kl-json-plan-writer.h"

#include <math.h>
#include <string.h>

#include "kl-json-shape.h"
#include "kl-json-writer.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

typedef struct
{
  KlJsonWriter *json;
  GHashTable *shapes;
  GHashTable *known; /* ids of subjects and points: what can be referred to */
} Writing;

/* A list whose records stand below each other. */
typedef struct
{
  Writing *writing;
  const KlJsonShape *shape;
  GHashTable *below;   /* id → the records right below it, in order */
  GHashTable *written; /* records */
  gint64 position;     /* of the record before */
} Tree;

static void write_record (Writing  *self,
                          KlRecord *record,
                          gint64   *position,
                          Tree     *tree,
                          guint     level,
                          gboolean  says_parent);

static const char *
nick_of (const KlField *field,
         gint64         value)
{
  g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());
  GEnumValue *choice = g_enum_get_value (choices, (int) value);

  return choice != NULL ? choice->value_nick : choices->values[0].value_nick;
}

static void
write_string (Writing       *self,
              KlRecord      *record,
              const KlField *field,
              const char    *name,
              KlJsonRule     rule)
{
  const char *value = kl_record_get_string (record, field);

  /* Without what has to be there nothing could be read back. */
  if (value == NULL && rule == KL_JSON_REQUIRED)
    value = "";
  /* What is gone cannot be referred to any more. */
  if (value != NULL && (field->kind != KL_FIELD_REFERENCE || g_hash_table_contains (self->known, value)))
    kl_json_writer_add_string (self->json, name, value);
}

static void
write_field (Writing       *self,
             KlRecord      *record,
             const KlField *field,
             const char    *name,
             KlJsonRule     rule)
{
  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      write_string (self, record, field, name, rule);
      break;

    case KL_FIELD_NUMBER:
      if (isfinite (kl_record_get_number (record, field)))
        kl_json_writer_add_number (self->json, name, kl_record_get_number (record, field));
      break;

    case KL_FIELD_INTEGER:
      if (kl_record_get_integer (record, field) != 0)
        kl_json_writer_add_integer (self->json, name, kl_record_get_integer (record, field));
      break;

    case KL_FIELD_BOOLEAN:
      kl_json_writer_add_boolean (self->json, name, kl_record_get_integer (record, field) != 0);
      break;

    case KL_FIELD_CHOICE:
      kl_json_writer_add_string (self->json, name, nick_of (field, kl_record_get_integer (record, field)));
      break;

    default:
      g_return_if_reached ();
    }
}

static GPtrArray *
get_below (Tree     *tree,
           KlRecord *record)
{
  return g_hash_table_lookup (tree->below, kl_record_get_id (record));
}

static void
write_below (Tree     *tree,
             KlRecord *record,
             guint     level,
             gboolean  says_parent)
{
  GPtrArray *below = get_below (tree, record);

  for (guint i = 0; below != NULL && i < below->len; i++)
    {
      KlRecord *child = g_ptr_array_index (below, i);

      if (g_hash_table_add (tree->written, child))
        write_record (tree->writing, child, &tree->position, tree, level, says_parent);
    }
}

static void
unref_below (gpointer below)
{
  if (below != NULL)
    g_ptr_array_unref (below);
}

static Tree *
tree_new (Writing           *writing,
          const KlJsonShape *shape,
          GListModel        *list)
{
  Tree *tree = g_new0 (Tree, 1);
  guint n = g_list_model_get_n_items (list);

  tree->writing = writing;
  tree->shape = shape;
  tree->written = g_hash_table_new (NULL, NULL);
  tree->below = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_below);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);

      /* Most have nothing below them. The list holds the record, and that the id. */
      g_hash_table_insert (tree->below, (gpointer) (guintptr) kl_record_get_id (record), NULL);
    }
  return tree;
}

static void
tree_free (Tree *tree)
{
  g_hash_table_unref (tree->below);
  g_hash_table_unref (tree->written);
  g_free (tree);
}

/* Those that stand below the same record, or NULL where there is no such record. */
static GPtrArray *
get_siblings (Tree     *tree,
              KlRecord *record)
{
  const char *parent = kl_record_get_string (record, tree->shape->parent);
  gpointer id;
  gpointer siblings;

  if (parent == NULL || !g_hash_table_lookup_extended (tree->below, parent, &id, &siblings))
    return NULL;
  if (siblings == NULL)
    {
      siblings = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (tree->below, id, siblings);
    }
  return siblings;
}

static void
write_tree (Writing           *self,
            const KlJsonShape *shape,
            GListModel        *list)
{
  Tree *tree = tree_new (self, shape, list);
  guint n = g_list_model_get_n_items (list);
  g_autoptr(GPtrArray) first = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      KlRecord *record = g_list_model_get_item (list, i);
      GPtrArray *siblings = get_siblings (tree, record);

      g_ptr_array_add (siblings != NULL ? siblings : first, record);
    }
  for (guint i = 0; i < first->len; i++)
    if (g_hash_table_add (tree->written, g_ptr_array_index (first, i)))
      write_record (self, g_ptr_array_index (first, i), &tree->position, tree, 1, FALSE);

  /* Records that stand below each other in a circle are nobody's, and there all the same. */
  for (guint i = 0; g_hash_table_size (tree->written) < n && i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);

      if (g_hash_table_add (tree->written, record))
        write_record (self, record, &tree->position, tree, 1, FALSE);
    }
  tree_free (tree);
}

static void
write_list (Writing    *self,
            const char *name,
            GListModel *list)
{
  const KlJsonShape *shape = kl_json_shapes_get (self->shapes, g_list_model_get_item_type (list));
  guint n = g_list_model_get_n_items (list);
  gint64 position = 0;

  if (n == 0)
    return;
  kl_json_writer_begin_array (self->json, name);
  if (shape->parent != NULL)
    write_tree (self, shape, list);
  else
    for (guint i = 0; i < n; i++)
      {
        g_autoptr(KlRecord) record = g_list_model_get_item (list, i);

        write_record (self, record, &position, NULL, 1, FALSE);
      }
  kl_json_writer_end_array (self->json);
}

static void
write_members (Writing  *self,
               KlRecord *record,
               gboolean  says_parent)
{
  const KlJsonShape *shape = kl_json_shapes_get (self->shapes, G_OBJECT_TYPE (record));

  for (guint i = 0; i < shape->klass->n_fields; i++)
    if (shape->rules[i] != KL_JSON_LOCAL && (shape->rules[i] != KL_JSON_PARENT || says_parent))
      write_field (self, record, &shape->klass->fields[i], shape->names[i], shape->rules[i]);
  for (guint i = 0; i < shape->klass->n_lists; i++)
    write_list (self, shape->list_names[i], kl_record_peek_items (record, &shape->klass->lists[i]));
}

static void
write_record (Writing  *self,
              KlRecord *record,
              gint64   *position,
              Tree     *tree,
              guint     level,
              gboolean  says_parent)
{
  gboolean is_deepest = level == KL_JSON_MAX_NESTING;
  GPtrArray *below = tree != NULL ? get_below (tree, record) : NULL;

  kl_json_writer_begin_object (self->json, NULL);
  kl_json_writer_add_string (self->json, "id", kl_record_get_id (record));
  if ((guint64) kl_record_get_position (record) != (guint64) *position + 1)
    kl_json_writer_add_integer (self->json, "position", kl_record_get_position (record));
  *position = kl_record_get_position (record);
  write_members (self, record, says_parent);

  if (below != NULL && below->len > 0 && !is_deepest)
    {
      kl_json_writer_begin_array (self->json, "children");
      write_below (tree, record, level + 1, FALSE);
      kl_json_writer_end_array (self->json);
    }
  kl_json_writer_end_object (self->json);
  if (is_deepest && below != NULL)
    write_below (tree, record, level, TRUE);
}

static void
know_all (Writing    *self,
          GListModel *list)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);

      g_hash_table_add (self->known, g_strdup (kl_record_get_id (record)));
      if (KL_IS_SUBJECT (record))
        know_all (self, kl_subject_get_points (KL_SUBJECT (record)));
    }
}

static void
write_plan (Writing    *self,
            KlPlan     *plan,
            KlDocument *document)
{
  kl_json_writer_begin_object (self->json, NULL);
  kl_json_writer_add_integer (self->json, "klearn", KL_JSON_VERSION);
  kl_json_writer_begin_object (self->json, "plan");
  kl_json_writer_add_string (self->json, "id", kl_record_get_id (KL_RECORD (plan)));
  if (kl_record_get_position (KL_RECORD (plan)) != 0)
    kl_json_writer_add_integer (self->json, "position", kl_record_get_position (KL_RECORD (plan)));
  write_members (self, KL_RECORD (plan), FALSE);
  if (document != NULL)
    {
      g_autoptr(GListStore) documents = g_list_store_new (KL_TYPE_DOCUMENT);

      g_list_store_append (documents, document);
      write_list (self, "documents", G_LIST_MODEL (documents));
    }
  kl_json_writer_end_object (self->json);
  kl_json_writer_end_object (self->json);
}

/**
 * kl_json_plan_writer_write:
 * @plan: a plan with all its lists
 * @document: (nullable): what it was imported from last
 * @error: never set; it is there so that all writers are alike
 *
 * Returns: (transfer full): the plan as JSON, which kl_json_plan_reader_read() makes the same plan of
 */
GBytes *
kl_json_plan_writer_write (KlPlan      *plan,
                           KlDocument  *document,
                           GError     **error)
{
  Writing self = { kl_json_writer_new (), kl_json_shapes_new (), NULL };

  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  know_all (&self, kl_plan_get_subjects (plan));
  write_plan (&self, plan, document);
  g_hash_table_unref (self.known);
  g_hash_table_unref (self.shapes);
  return kl_json_writer_free_to_bytes (self.json);
}
