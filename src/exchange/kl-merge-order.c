/* kl-merge-order.c: where new and moved records go among those that the library has
 *
 * The order of the library's records is the person's; they move only if the document moved them. A new record follows
 * the one that it follows in the document.
 */

#include "config.h"

#include "kl-merge-order.h"

#include "model/kl-subject.h"

typedef struct
{
  KlRecord *record;
  gboolean is_new;
} Placed;

struct _KlMergeOrder
{
  GHashTable *moved;     /* stored records that the document moved */
  GHashTable *followers; /* stored record, or the order itself for the beginning → GArray of Placed */
  GHashTable *positions; /* record → gint64 */
  GPtrArray *changed;    /* stored records whose position changes */
};

static void
place_after (KlMergeOrder *self,
             gpointer      anchor,
             KlRecord     *record,
             gboolean      is_new)
{
  GArray *followers = g_hash_table_lookup (self->followers, anchor);
  Placed placed = { record, is_new };

  if (followers == NULL)
    {
      followers = g_array_new (FALSE, FALSE, sizeof (Placed));
      g_hash_table_insert (self->followers, anchor, followers);
    }
  g_array_append_val (followers, placed);
}

/* A record that comes before one that it used to follow was moved. */
static void
find_moved (KlMergeOrder *self,
            GListModel   *imported,
            GListModel   *base,
            GHashTable   *base_of,
            GHashTable   *stored_of)
{
  g_autoptr(GHashTable) indices = g_hash_table_new (NULL, NULL);
  guint n_base = g_list_model_get_n_items (base);
  guint n = g_list_model_get_n_items (imported);
  guint furthest = 0;

  for (guint i = 0; i < n_base; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (base, i);

      g_hash_table_insert (indices, record, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (imported, i);
      KlRecord *before = g_hash_table_lookup (base_of, record);
      KlRecord *stored = g_hash_table_lookup (stored_of, record);
      guint index = before != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (indices, before)) : 0;

      if (index == 0 || stored == NULL)
        continue;
      if (index < furthest)
        g_hash_table_add (self->moved, stored);
      else
        furthest = index;
    }
}

static gboolean
place_all (KlMergeOrder *self,
           GListModel   *imported,
           GHashTable   *base_of,
           GHashTable   *stored_of)
{
  guint n = g_list_model_get_n_items (imported);
  gpointer anchor = self;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (imported, i);
      KlRecord *stored = g_hash_table_lookup (stored_of, record);

      if (stored != NULL && !g_hash_table_contains (self->moved, stored))
        {
          anchor = stored;
          continue;
        }
      if (stored == NULL && g_hash_table_lookup (base_of, record) != NULL)
        continue;
      place_after (self, anchor, stored != NULL ? stored : record, stored == NULL);
      any = TRUE;
    }
  return any;
}

static void
assign (KlMergeOrder *self,
        KlRecord     *record,
        gboolean      is_new,
        gboolean      is_fixed,
        gint64       *last)
{
  gint64 own = is_new ? 0 : kl_record_get_position (record);
  gint64 *position = g_new (gint64, 1);

  *position = is_fixed && own > *last ? own : *last + 1;
  *last = *position;
  g_hash_table_insert (self->positions, record, position);
  if (!is_new && *position != own)
    g_ptr_array_add (self->changed, record);
}

static void
assign_followers (KlMergeOrder *self,
                  gpointer      anchor,
                  gint64       *last)
{
  GArray *followers = g_hash_table_lookup (self->followers, anchor);

  for (guint i = 0; followers != NULL && i < followers->len; i++)
    assign (self, g_array_index (followers, Placed, i).record, g_array_index (followers, Placed, i).is_new, FALSE,
            last);
}

/**
 * kl_merge_order_new:
 * @imported: records of a document
 * @base: (nullable): the same list of the document before
 * @stored: the same list of the library
 * @base_of: (element-type KlRecord KlRecord): imported → base
 * @stored_of: (element-type KlRecord KlRecord): imported → stored
 *
 * Returns: (transfer full): the positions of all records that will be in the list
 */
KlMergeOrder *
kl_merge_order_new (GListModel *imported,
                    GListModel *base,
                    GListModel *stored,
                    GHashTable *base_of,
                    GHashTable *stored_of)
{
  KlMergeOrder *self = g_new0 (KlMergeOrder, 1);
  guint n = g_list_model_get_n_items (stored);
  gpointer waiting = self;
  gint64 last = 0;

  self->moved = g_hash_table_new (NULL, NULL);
  self->followers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->positions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->changed = g_ptr_array_new ();

  if (base != NULL)
    find_moved (self, imported, base, base_of, stored_of);
  if (!place_all (self, imported, base_of, stored_of))
    return self;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (stored, i);
      gboolean is_subtopic = KL_IS_SUBJECT (record) && kl_subject_get_parent (KL_SUBJECT (record)) != NULL;

      if (g_hash_table_contains (self->moved, record))
        continue;
      /* Subtopics that were made in KLearn stay with their topic: what is new in the document follows them. */
      if (waiting != NULL && !(is_subtopic && !g_hash_table_contains (self->followers, record)))
        {
          assign_followers (self, waiting, &last);
          waiting = NULL;
        }
      assign (self, record, FALSE, TRUE, &last);
      if (g_hash_table_contains (self->followers, record))
        {
          if (waiting != NULL)
            assign_followers (self, waiting, &last);
          waiting = record;
        }
    }
  if (waiting != NULL)
    assign_followers (self, waiting, &last);
  return self;
}

/**
 * kl_merge_order_free:
 * @self: (transfer full): an order
 */
void
kl_merge_order_free (KlMergeOrder *self)
{
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->followers);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->changed);
  g_free (self);
}

/**
 * kl_merge_order_get:
 * @self: an order
 * @imported: a record that is new to the library
 *
 * Returns: its position
 */
gint64
kl_merge_order_get (KlMergeOrder *self,
                    KlRecord     *imported)
{
  gint64 *position = g_hash_table_lookup (self->positions, imported);

  g_return_val_if_fail (position != NULL, 0);

  return *position;
}

/**
 * kl_merge_order_emit:
 * @self: an order
 * @change: takes the new positions of the library's records
 */
void
kl_merge_order_emit (KlMergeOrder *self,
                     KlChange     *change)
{
  for (guint i = 0; i < self->changed->len; i++)
    {
      KlRecord *record = g_ptr_array_index (self->changed, i);

      kl_change_set_integer (change, record, "position", *(gint64 *) g_hash_table_lookup (self->positions, record));
    }
}
