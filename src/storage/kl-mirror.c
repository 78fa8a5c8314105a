/* kl-mirror.c: brings the models that people look at up to date with what was read from the disk
 *
 * For each id of a class there is one object, for as long as anybody holds it. Another class may have the same id: no
 * KLearn makes that, but it may stand in a file. A fresh reading is merged into the objects that are
 * there: values that differ are notified, and lists change just where they differ, so that a page loses neither its
 * place nor what is being typed in it.
 */

#include "config.h"

#include "kl-mirror.h"

#include "model/kl-subject.h"

struct _KlMirror
{
  GObject parent_instance;

  GHashTable *live; /* class → (id → record, both the record's, and gone with it) */
};

G_DEFINE_FINAL_TYPE (KlMirror, kl_mirror, G_TYPE_OBJECT)

static GHashTable *
get_live (KlMirror *self,
          GType     type)
{
  GHashTable *live = g_hash_table_lookup (self->live, GSIZE_TO_POINTER (type));

  if (live == NULL)
    {
      live = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->live, GSIZE_TO_POINTER (type), live);
    }

  return live;
}

/* The record is being disposed of: its id is still there. Another one may have come for that id. */
static void
record_gone_cb (gpointer  data,
                GObject  *where_the_record_was)
{
  g_autoptr(KlMirror) self = data;
  GHashTable *live = get_live (self, G_OBJECT_TYPE (where_the_record_was));
  const char *id = kl_record_get_id (KL_RECORD (where_the_record_was));

  if (g_hash_table_lookup (live, id) == (gpointer) where_the_record_was)
    g_hash_table_remove (live, id);
}

static void
kl_mirror_finalize (GObject *object)
{
  KlMirror *self = KL_MIRROR (object);

  g_hash_table_unref (self->live);

  G_OBJECT_CLASS (kl_mirror_parent_class)->finalize (object);
}

static void
kl_mirror_class_init (KlMirrorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_mirror_finalize;
}

static void
kl_mirror_init (KlMirror *self)
{
  self->live = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
}

/**
 * kl_mirror_new:
 *
 * Returns: (transfer full): a mirror that shows nothing yet
 */
KlMirror *
kl_mirror_new (void)
{
  return g_object_new (KL_TYPE_MIRROR, NULL);
}

/**
 * kl_mirror_find:
 * @self: a mirror
 * @type: a record class
 * @id: a record's id
 *
 * Returns: (transfer none) (nullable): the object of that class for that id, if anybody holds it
 */
KlRecord *
kl_mirror_find (KlMirror   *self,
                GType       type,
                const char *id)
{
  return g_hash_table_lookup (get_live (self, type), id);
}

static void
keep_track (KlMirror *self,
            KlRecord *record)
{
  GHashTable *live = get_live (self, G_OBJECT_TYPE (record));
  const char *id = kl_record_get_id (record);

  if (g_hash_table_lookup (live, id) == record)
    return;

  /* The key is replaced as well: that of a record that was there before goes with it. Each record holds the mirror, so
   * that it is there when the record goes. */
  g_hash_table_replace (live, (gpointer) (guintptr) id, record);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, g_object_ref (self));
}

static void
track_tree (KlMirror *self,
            KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  keep_track (self, record);
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListStore *list = kl_record_peek_list (record, &klass->lists[i]);
      guint n_items = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

      for (guint j = 0; j < n_items; j++)
        {
          g_autoptr(KlRecord) item = g_list_model_get_item (G_LIST_MODEL (list), j);

          track_tree (self, item);
        }
    }
}

/**
 * kl_mirror_update:
 * @self: a mirror
 * @live: the object that people look at
 * @fresh: the same record as it was read just now; only the lists that were read are there, and so is the standing
 *
 * Makes @live say what @fresh says.
 */
void
kl_mirror_update (KlMirror *self,
                  KlRecord *live,
                  KlRecord *fresh)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (live);

  keep_track (self, live);
  if (live == fresh)
    return;

  kl_record_assign (live, fresh);
  if (KL_IS_SUBJECT (live) && kl_subject_get_standing (KL_SUBJECT (fresh)) != NULL)
    kl_subject_set_standing (KL_SUBJECT (live), kl_subject_get_standing (KL_SUBJECT (fresh)));

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListStore *list = kl_record_peek_list (fresh, &klass->lists[i]);

      if (list != NULL)
        kl_mirror_merge (self, kl_record_get_list (live, &klass->lists[i]), G_LIST_MODEL (list));
    }
}

static KlRecord *
take_over (KlMirror *self,
           KlRecord *fresh)
{
  KlRecord *live = kl_mirror_find (self, G_OBJECT_TYPE (fresh), kl_record_get_id (fresh));

  if (live == NULL)
    {
      track_tree (self, fresh);
      return g_object_ref (fresh);
    }

  g_object_ref (live);
  kl_mirror_update (self, live, fresh);
  return live;
}

/**
 * kl_mirror_merge:
 * @self: a mirror
 * @live: the list that people look at
 * @fresh: the records that it should hold, as they were read just now
 *
 * Makes @live hold the same records in the same order, with at most one change of the list.
 */
void
kl_mirror_merge (KlMirror   *self,
                 GListStore *live,
                 GListModel *fresh)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_live = g_list_model_get_n_items (G_LIST_MODEL (live));
  guint n_fresh = g_list_model_get_n_items (fresh);
  guint same_head = 0;
  guint same_tail = 0;

  for (guint i = 0; i < n_fresh; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (fresh, i);

      g_ptr_array_add (wanted, take_over (self, record));
    }

  while (same_head < MIN (n_live, n_fresh))
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (G_LIST_MODEL (live), same_head);

      if (record != g_ptr_array_index (wanted, same_head))
        break;
      same_head++;
    }

  while (same_tail < MIN (n_live, n_fresh) - same_head)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (G_LIST_MODEL (live), n_live - 1 - same_tail);

      if (record != g_ptr_array_index (wanted, n_fresh - 1 - same_tail))
        break;
      same_tail++;
    }

  if (same_head < n_live || same_head < n_fresh)
    {
      guint n_removed = n_live - same_head - same_tail;
      guint n_added = n_fresh - same_head - same_tail;

      if (n_removed > 0 || n_added > 0)
        g_list_store_splice (live, same_head, n_removed, wanted->pdata + same_head, n_added);
    }
}
