/* kl-list-update.c: gives a list new contents and says no more than what differs */

#include "config.h"

#include "kl-list-update.h"

static gboolean
is_item (GListModel *model,
         guint       position,
         gpointer    item)
{
  g_autoptr(GObject) other = g_list_model_get_item (model, position);

  return other == item;
}

/**
 * kl_list_update:
 * @store: a list
 * @items: (element-type GObject): what it shall hold
 * @rebind: whether also items that stay where they are shall be announced, because something beside them changed
 *
 * Replaces what lies between the common beginning and the common end, in one step: a row that stays keeps its focus and
 * the list its place.
 */
void
kl_list_update (GListStore *store,
                GPtrArray  *items,
                gboolean    rebind)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model);
  guint n_shared = MIN (n_old, items->len);
  guint before = 0, after = 0;

  while (!rebind && before < n_shared && is_item (model, before, items->pdata[before]))
    before++;
  while (!rebind && after < n_shared - before
         && is_item (model, n_old - 1 - after, items->pdata[items->len - 1 - after]))
    after++;

  if (before + after < MAX (n_old, items->len))
    g_list_store_splice (store, before, n_old - before - after, items->pdata + before, items->len - before - after);
}
