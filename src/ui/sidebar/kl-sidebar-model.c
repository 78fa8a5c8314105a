/* kl-sidebar-model.c: the rows of the list: pages of the plan, then the topics by depth, each under a heading */

#include "config.h"

#include "kl-sidebar-model.h"

#include <glib/gi18n.h>

#include "model/kl-list-update.h"
#include "model/kl-plan-watch.h"
#include "recall/kl-agenda.h"

#include "kl-sidebar-block.h"
#include "kl-sidebar-place.h"

enum
{
  PLACE_TODAY,
  PLACE_EXERCISES,
  PLACE_INSIGHTS,
  N_PLACES,
};

#define N_SECTIONS 3

struct _KlSidebarModel
{
  GObject parent_instance;

  KlPlanWatch *watch;
  KlAgenda *agenda;
  GListStore *items;
  GHashTable *levels;
  KlSidebarPlace *places[N_PLACES];
  KlSidebarPlace *headings[N_SECTIONS];
  KlSidebarSort sort;
  KlSidebarFilter filter;
  guint limit;
};

static const KlDepth section_depths[N_SECTIONS] = { KL_DEPTH_DEEP, KL_DEPTH_SURFACE, KL_DEPTH_NONE };

static gint
compare_blocks (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const KlSidebarBlock *first = *(const KlSidebarBlock *const *) a;
  const KlSidebarBlock *second = *(const KlSidebarBlock *const *) b;
  const KlSidebarModel *self = user_data;
  int order = 0;

  if (self->sort == KL_SIDEBAR_SORT_DUE)
    {
      /* Those without a day come last. */
      guint64 first_due = first->due > 0 ? (guint64) first->due : G_MAXUINT64;
      guint64 second_due = second->due > 0 ? (guint64) second->due : G_MAXUINT64;

      order = (first_due > second_due) - (first_due < second_due);
    }
  if (self->sort == KL_SIDEBAR_SORT_NAME)
    order = strcmp (first->key, second->key);
  else if (self->sort == KL_SIDEBAR_SORT_SCORE && (isnan (first->lowest) || isnan (second->lowest)))
    order = (isnan (first->lowest) ? 1 : 0) - (isnan (second->lowest) ? 1 : 0);
  else if (self->sort == KL_SIDEBAR_SORT_SCORE)
    order = (first->lowest > second->lowest) - (first->lowest < second->lowest);

  return order != 0 ? order : (first->index > second->index) - (first->index < second->index);
}

static gboolean
is_shown (KlSidebarModel       *self,
          const KlSidebarBlock *block)
{
  switch (self->filter)
    {
    case KL_SIDEBAR_FILTER_UNASSESSED:
      return isnan (block->lowest);
    case KL_SIDEBAR_FILTER_DRAFTS:
      return block->has_draft;
    case KL_SIDEBAR_FILTER_DUE:
      return block->due > 0 && block->due <= kl_agenda_get_today (self->agenda);
    case KL_SIDEBAR_FILTER_ALL:
    default:
      return TRUE;
    }
}

static void
add_block (const KlSidebarBlock *block,
           GPtrArray            *items,
           GHashTable           *levels)
{
  guint n_under = block->under != NULL ? block->under->len : 0;

  g_ptr_array_add (items, block->first);
  for (guint i = 0; i < n_under; i++)
    {
      const KlSidebarUnder *under = &g_array_index (block->under, KlSidebarUnder, i);

      g_ptr_array_add (items, under->subject);
      g_hash_table_insert (levels, under->subject, GUINT_TO_POINTER (under->level));
    }
}

static gboolean
levels_differ (GHashTable *old,
               GHashTable *new)
{
  GHashTableIter iter;
  gpointer subject, level;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &subject, &level))
    if (g_hash_table_lookup (new, subject) != level)
      return TRUE;

  return FALSE;
}

static gboolean
is_by_due (KlSidebarModel *self)
{
  return self->sort == KL_SIDEBAR_SORT_DUE || self->filter == KL_SIDEBAR_FILTER_DUE;
}

static void
take_due (KlSidebarModel *self,
          KlSidebarBlock *block,
          KlSubject      *subject)
{
  const KlProspect *prospect = kl_agenda_get_prospect (self->agenda, kl_record_get_id (KL_RECORD (subject)));

  if (prospect != NULL && prospect->due > 0 && (block->due == 0 || prospect->due < block->due))
    block->due = prospect->due;
}

static void
find_due (KlSidebarModel *self,
          GPtrArray      *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      KlSidebarBlock *block = blocks->pdata[i];

      take_due (self, block, block->first);
      for (guint j = 0; block->under != NULL && j < block->under->len; j++)
        take_due (self, block, g_array_index (block->under, KlSidebarUnder, j).subject);
    }
}

static void
rebuild (KlSidebarModel *self)
{
  g_autoptr(GPtrArray) blocks = kl_sidebar_blocks_new (kl_plan_watch_get_subjects (self->watch));
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GHashTable) levels = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) old_levels = NULL;

  if (is_by_due (self))
    find_due (self, blocks);
  if (self->sort == KL_SIDEBAR_SORT_NAME)
    g_ptr_array_foreach (blocks, kl_sidebar_block_make_key, NULL);
  if (self->sort != KL_SIDEBAR_SORT_PLAN)
    g_ptr_array_sort_with_data (blocks, compare_blocks, self);

  for (guint i = 0; i < N_PLACES; i++)
    g_ptr_array_add (items, self->places[i]);

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      guint n_before = items->len;

      for (guint j = 0; j < blocks->len; j++)
        {
          KlSidebarBlock *block = blocks->pdata[j];

          if (block->depth != section_depths[i] || !is_shown (self, block))
            continue;
          if (items->len == n_before)
            g_ptr_array_add (items, self->headings[i]);
          add_block (block, items, levels);
        }
    }

  old_levels = g_steal_pointer (&self->levels);
  self->levels = g_hash_table_ref (levels);
  kl_list_update (self->items, items, levels_differ (old_levels, levels) || levels_differ (levels, old_levels));
}

static void
count_cb (KlSidebarModel *self)
{
  kl_sidebar_place_set_count (self->places[PLACE_TODAY], kl_agenda_get_count (self->agenda));
  kl_sidebar_place_set_count (self->places[PLACE_EXERCISES],
                              g_list_model_get_n_items (kl_agenda_get_exercises (self->agenda)));
}

static void
agenda_cb (KlSidebarModel *self)
{
  if (is_by_due (self))
    rebuild (self);
}

static void
items_changed_cb (KlSidebarModel *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_shown = MIN (self->limit, n_items - added + removed);

  /* A change while only the beginning is shown: what comes after it is shown from now on. */
  if (self->limit != G_MAXUINT)
    {
      self->limit = G_MAXUINT;
      position = MIN (position, n_shown);
      removed = n_shown - position;
      added = n_items - position;
    }

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
kl_sidebar_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
kl_sidebar_model_get_n_items (GListModel *model)
{
  KlSidebarModel *self = KL_SIDEBAR_MODEL (model);

  return MIN (g_list_model_get_n_items (G_LIST_MODEL (self->items)), self->limit);
}

static gpointer
kl_sidebar_model_get_item (GListModel *model,
                           guint       position)
{
  KlSidebarModel *self = KL_SIDEBAR_MODEL (model);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->items), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kl_sidebar_model_get_item_type;
  iface->get_n_items = kl_sidebar_model_get_n_items;
  iface->get_item = kl_sidebar_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KlSidebarModel, kl_sidebar_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
kl_sidebar_model_dispose (GObject *object)
{
  KlSidebarModel *self = KL_SIDEBAR_MODEL (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->agenda);
  g_clear_object (&self->items);
  g_clear_pointer (&self->levels, g_hash_table_unref);
  for (guint i = 0; i < N_PLACES; i++)
    g_clear_object (&self->places[i]);
  for (guint i = 0; i < N_SECTIONS; i++)
    g_clear_object (&self->headings[i]);

  G_OBJECT_CLASS (kl_sidebar_model_parent_class)->dispose (object);
}

static void
kl_sidebar_model_class_init (KlSidebarModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_sidebar_model_dispose;
}

static void
kl_sidebar_model_init (KlSidebarModel *self)
{
  self->limit = G_MAXUINT;
  self->items = g_list_store_new (G_TYPE_OBJECT);
  self->levels = g_hash_table_new (NULL, NULL);
  self->places[PLACE_TODAY] = kl_sidebar_place_new (_("Today"), "document-open-recent-symbolic", "win.show-today");
  self->places[PLACE_EXERCISES] = kl_sidebar_place_new (_("Exercises"), "view-list-symbolic",
                                                        "win.show-exercises");
  self->places[PLACE_INSIGHTS] = kl_sidebar_place_new (_("Insights"), "emoji-objects-symbolic", "win.show-insights");
  self->headings[0] = kl_sidebar_place_new (_("Deep Dives"), NULL, NULL);
  self->headings[1] = kl_sidebar_place_new (_("Surface"), NULL, NULL);
  self->headings[2] = kl_sidebar_place_new (_("Not Covered"), NULL, NULL);
}

/**
 * kl_sidebar_model_new:
 * @plan: a plan, loaded
 *
 * Returns: (transfer full): its rows: #KlSidebarPlace and #KlSubject, kept up to date
 */
KlSidebarModel *
kl_sidebar_model_new (KlPlan *plan)
{
  KlSidebarModel *self = g_object_new (KL_TYPE_SIDEBAR_MODEL, NULL);

  self->watch = kl_plan_watch_for (plan);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  self->agenda = kl_agenda_for (plan);
  g_signal_connect_object (self->agenda, "notify::count", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_agenda_get_exercises (self->agenda), "items-changed", G_CALLBACK (count_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (agenda_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);

  rebuild (self);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kl_sidebar_model_get_agenda:
 * @self: the rows
 *
 * Returns: (transfer none): what there is to do in the plan
 */
KlAgenda *
kl_sidebar_model_get_agenda (KlSidebarModel *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_MODEL (self), NULL);

  return self->agenda;
}

/**
 * kl_sidebar_model_get_level:
 * @self: the rows
 * @subject: one of them
 *
 * Returns: how far in it stands: 0 for a topic, 1 for its subtopics
 */
guint
kl_sidebar_model_get_level (KlSidebarModel *self,
                            KlSubject      *subject)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_MODEL (self), 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->levels, subject));
}

/**
 * kl_sidebar_model_set_order:
 * @self: the rows
 * @sort: in which order topics stand in their section; subtopics stay with their topic
 * @filter: which of them are shown
 */
void
kl_sidebar_model_set_order (KlSidebarModel  *self,
                            KlSidebarSort    sort,
                            KlSidebarFilter  filter)
{
  g_return_if_fail (KL_IS_SIDEBAR_MODEL (self));

  if (self->sort == sort && self->filter == filter)
    return;

  self->sort = sort;
  self->filter = filter;
  rebuild (self);
}

/**
 * kl_sidebar_model_set_limit:
 * @self: the rows
 * @limit: how many of them there are at most, %G_MAXUINT for all
 *
 * A list view makes two hundred rows whether or not they fit, which a window that opens has no time for. A change of
 * the rows ends the limit.
 */
void
kl_sidebar_model_set_limit (KlSidebarModel *self,
                            guint           limit)
{
  guint before, after;

  g_return_if_fail (KL_IS_SIDEBAR_MODEL (self));

  before = g_list_model_get_n_items (G_LIST_MODEL (self));
  self->limit = limit;
  after = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (before < after)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
  else if (before > after)
    g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
}

static gboolean
is_at (GObject    *item,
       const char *action_name,
       const char *subject_id)
{
  if (KL_IS_SUBJECT (item))
    return subject_id != NULL && g_str_equal (kl_record_get_id (KL_RECORD (item)), subject_id);

  return action_name != NULL
         && g_strcmp0 (kl_sidebar_place_get_action (KL_SIDEBAR_PLACE (item)), action_name) == 0;
}

/**
 * kl_sidebar_model_find:
 * @self: the rows
 * @action_name: (nullable): the action that shows a page of the whole plan
 * @subject_id: (nullable): or the id of a subject
 * @item: (out) (optional) (nullable): the #KlSidebarPlace or #KlSubject
 *
 * Returns: where its row is, behind the limit, too, or %GTK_INVALID_LIST_POSITION
 */
guint
kl_sidebar_model_find (KlSidebarModel  *self,
                       const char      *action_name,
                       const char      *subject_id,
                       GObject        **item)
{
  guint n_items;

  g_return_val_if_fail (KL_IS_SIDEBAR_MODEL (self), GTK_INVALID_LIST_POSITION);

  n_items = action_name != NULL || subject_id != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->items)) : 0;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) each = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!is_at (each, action_name, subject_id))
        continue;

      if (item != NULL)
        *item = g_steal_pointer (&each);
      return i;
    }

  if (item != NULL)
    *item = NULL;
  return GTK_INVALID_LIST_POSITION;
}
