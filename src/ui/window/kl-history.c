/* kl-history.c: the way that a person came */

#include "config.h"

#include "kl-history.h"

/* Nobody goes back further; the first place of all is kept. */
#define LIMIT 50

struct _KlHistory
{
  GObject parent_instance;

  GPtrArray *places;
};

G_DEFINE_FINAL_TYPE (KlHistory, kl_history, G_TYPE_OBJECT)

static void
kl_history_finalize (GObject *object)
{
  g_ptr_array_unref (KL_HISTORY (object)->places);

  G_OBJECT_CLASS (kl_history_parent_class)->finalize (object);
}

static void
kl_history_class_init (KlHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_history_finalize;
}

static void
kl_history_init (KlHistory *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_place_free);
}

/**
 * kl_history_new:
 *
 * Returns: (transfer full): a way without any step yet
 */
KlHistory *
kl_history_new (void)
{
  return g_object_new (KL_TYPE_HISTORY, NULL);
}

/**
 * kl_history_get_current:
 * @self: a way
 *
 * Returns: (transfer none) (nullable): where it has come to
 */
const KlPlace *
kl_history_get_current (KlHistory *self)
{
  g_return_val_if_fail (KL_IS_HISTORY (self), NULL);

  return self->places->len > 0 ? self->places->pdata[self->places->len - 1] : NULL;
}

/**
 * kl_history_get_previous:
 * @self: a way
 *
 * Returns: (transfer none) (nullable): where going back leads to
 */
const KlPlace *
kl_history_get_previous (KlHistory *self)
{
  g_return_val_if_fail (KL_IS_HISTORY (self), NULL);

  return self->places->len > 1 ? self->places->pdata[self->places->len - 2] : NULL;
}

/* What is done with once the person is at @next: work on the same subject, or an attempt, at its topic. */
static gboolean
is_done_with (const KlPlace *place,
              const KlPlace *next)
{
  gboolean is_at_work = place->kind == KL_PLACE_EXPLAIN || place->kind == KL_PLACE_REVIEW
                        || place->kind == KL_PLACE_STUDY || place->kind == KL_PLACE_RESTUDY;
  gboolean is_left_for_topic = place->kind == KL_PLACE_ATTEMPT && next->kind == KL_PLACE_TOPIC;

  return (is_at_work || is_left_for_topic) && g_strcmp0 (place->subject, next->subject) == 0;
}

static void
add (KlHistory     *self,
     const KlPlace *place)
{
  if (self->places->len == LIMIT)
    g_ptr_array_remove_index (self->places, 1);
  g_ptr_array_add (self->places, kl_place_copy (place));
}

/**
 * kl_history_go:
 * @self: a way
 * @place: where to go
 *
 * An explanation is no detour that one comes back through: after an attempt is recorded, going back from the topic does
 * not lead into the explanation again, and the steps of explaining do not pile up. So it is with a study session. Nor
 * does one come back through an attempt once its topic is there again: as a rule it was deleted.
 *
 * Returns: whether that is a way back
 */
gboolean
kl_history_go (KlHistory     *self,
               const KlPlace *place)
{
  guint n_kept, i;

  g_return_val_if_fail (KL_IS_HISTORY (self), FALSE);

  n_kept = self->places->len;
  while (n_kept > 0 && is_done_with (self->places->pdata[n_kept - 1], place))
    n_kept--;

  for (i = n_kept > 0 ? n_kept - 1 : 0; i < self->places->len; i++)
    {
      if (kl_place_equal (self->places->pdata[i], place))
        {
          g_ptr_array_set_size (self->places, (int) i + 1);
          return TRUE;
        }
    }

  if (place->kind == KL_PLACE_TOPIC)
    g_ptr_array_set_size (self->places, (int) n_kept);
  add (self, place);
  return FALSE;
}

/**
 * kl_history_go_back:
 * @self: a way
 * @place: where to go, a place that was passed
 */
void
kl_history_go_back (KlHistory     *self,
                    const KlPlace *place)
{
  g_return_if_fail (KL_IS_HISTORY (self));

  for (guint i = self->places->len; i > 0; i--)
    {
      if (kl_place_equal (self->places->pdata[i - 1], place))
        {
          g_ptr_array_set_size (self->places, (int) i);
          return;
        }
    }

  add (self, place);
}

/**
 * kl_history_remove_subject:
 * @self: a way
 * @subject: the id of a subject that is gone
 */
void
kl_history_remove_subject (KlHistory  *self,
                           const char *subject)
{
  g_return_if_fail (KL_IS_HISTORY (self));

  for (guint i = self->places->len; i > 0; i--)
    if (g_strcmp0 (((KlPlace *) self->places->pdata[i - 1])->subject, subject) == 0)
      g_ptr_array_remove_index (self->places, i - 1);

  /* Nobody notices a step from a place to itself. */
  for (guint i = self->places->len; i > 1; i--)
    if (kl_place_equal (self->places->pdata[i - 1], self->places->pdata[i - 2]))
      g_ptr_array_remove_index (self->places, i - 1);
}

/**
 * kl_history_clear:
 * @self: a way
 */
void
kl_history_clear (KlHistory *self)
{
  g_return_if_fail (KL_IS_HISTORY (self));

  g_ptr_array_set_size (self->places, 0);
}
