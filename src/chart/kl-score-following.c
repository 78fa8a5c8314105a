/* kl-score-following.c: a list that is followed, with what its items say of themselves
 *
 * Items that come and go are heard of, and of each what changes in it, an attempt's amendments too.
 */

#include "config.h"

#include "kl-score-following.h"

#include "model/kl-attempt.h"

/* To hear from each of more items would take more memory than all that is drawn of them. */
#define MOST_FOLLOWED 1000

struct _KlScoreFollowing
{
  KlScoreFollowingFunc changed;
  gpointer user_data;
  GListModel *list;
  GPtrArray *items;
};

static void
changed_cb (KlScoreFollowing *self)
{
  self->changed (self->user_data);
}

static void
forget_items (KlScoreFollowing *self)
{
  for (guint i = 0; kl_score_following_hears_each (self) && i < self->items->len; i++)
    {
      GObject *item = g_ptr_array_index (self->items, i);

      g_signal_handlers_disconnect_by_func (item, changed_cb, self);
      if (KL_IS_ATTEMPT (item))
        g_signal_handlers_disconnect_by_func (kl_attempt_get_amendments (KL_ATTEMPT (item)), changed_cb, self);
    }
  g_ptr_array_set_size (self->items, 0);
}

static void
take_items (KlScoreFollowing *self)
{
  for (guint i = 0; self->list != NULL && i < g_list_model_get_n_items (self->list); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (self->list, i));
  for (guint i = 0; kl_score_following_hears_each (self) && i < self->items->len; i++)
    {
      GObject *item = g_ptr_array_index (self->items, i);

      g_signal_connect_swapped (item, "notify", G_CALLBACK (changed_cb), self);
      if (KL_IS_ATTEMPT (item))
        g_signal_connect_swapped (kl_attempt_get_amendments (KL_ATTEMPT (item)), "items-changed",
                                  G_CALLBACK (changed_cb), self);
    }
}

static void
items_changed_cb (KlScoreFollowing *self)
{
  forget_items (self);
  take_items (self);
  changed_cb (self);
}

/**
 * kl_score_following_new:
 * @changed: what to call after each change
 * @user_data: what to call it with, which outlives this
 *
 * Returns: (transfer full): nothing is followed yet
 */
KlScoreFollowing *
kl_score_following_new (KlScoreFollowingFunc changed,
                        gpointer             user_data)
{
  KlScoreFollowing *self = g_new0 (KlScoreFollowing, 1);

  self->changed = changed;
  self->user_data = user_data;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * kl_score_following_free:
 * @self: (transfer full): what is followed
 */
void
kl_score_following_free (KlScoreFollowing *self)
{
  kl_score_following_set_list (self, NULL);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * kl_score_following_set_list:
 * @self: what is followed
 * @list: (nullable): a list to follow from now on
 *
 * Returns: whether it is another one than before
 */
gboolean
kl_score_following_set_list (KlScoreFollowing *self,
                             GListModel       *list)
{
  if (self->list == list)
    return FALSE;

  forget_items (self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, items_changed_cb, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  take_items (self);
  return TRUE;
}

/**
 * kl_score_following_get_items:
 * @self: what is followed
 *
 * Returns: (transfer none) (element-type GObject): the items, in the order of the list
 */
GPtrArray *
kl_score_following_get_items (KlScoreFollowing *self)
{
  return self->items;
}

/**
 * kl_score_following_hears_each:
 * @self: what is followed
 *
 * Returns: whether each item is followed: of very many only those that come and go are heard of
 */
gboolean
kl_score_following_hears_each (KlScoreFollowing *self)
{
  return self->items->len <= MOST_FOLLOWED;
}
