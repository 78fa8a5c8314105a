/* kl-draft-pace.c: when what is typed is saved: soon after the last key, and never more than a second after the first
 *
 * “due” is the time to save. A save begins, and then it either settles, or fails and is due again later; what is typed
 * meanwhile is due soon after.
 */

#include "config.h"

#include "kl-draft-pace.h"

#define QUIET_MS 300      /* after the last key */
#define LATEST_MS 700     /* after the first key that is not saved; the save itself takes time, too */
#define AGAIN_MS 4000     /* after a failure */

struct _KlDraftPace
{
  GObject parent_instance;

  gint64 dirty_since;    /* monotonic, 0 when nothing waits to be saved */
  gint64 touched;        /* while a save is under way, the first change that is not in it */
  guint source;
  gboolean saving;
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (KlDraftPace, kl_draft_pace, G_TYPE_OBJECT)

enum
{
  SIGNAL_DUE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
due_cb (gpointer user_data)
{
  KlDraftPace *self = user_data;

  self->source = 0;
  g_signal_emit (self, signals[SIGNAL_DUE], 0);
  return G_SOURCE_REMOVE;
}

static void
schedule (KlDraftPace *self,
          guint        milliseconds)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (milliseconds, due_cb, self);
}

static void
schedule_soon (KlDraftPace *self)
{
  gint64 left = LATEST_MS - (g_get_monotonic_time () - self->dirty_since) / 1000;

  schedule (self, (guint) CLAMP (left, 0, QUIET_MS));
}

static void
kl_draft_pace_finalize (GObject *object)
{
  g_clear_handle_id (&KL_DRAFT_PACE (object)->source, g_source_remove);

  G_OBJECT_CLASS (kl_draft_pace_parent_class)->finalize (object);
}

static void
kl_draft_pace_class_init (KlDraftPaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_draft_pace_finalize;

  signals[SIGNAL_DUE] = g_signal_new ("due", KL_TYPE_DRAFT_PACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      0);
}

static void
kl_draft_pace_init (KlDraftPace *self)
{
}

/**
 * kl_draft_pace_new:
 *
 * Returns: (transfer full): a pace with nothing to save
 */
KlDraftPace *
kl_draft_pace_new (void)
{
  return g_object_new (KL_TYPE_DRAFT_PACE, NULL);
}

/**
 * kl_draft_pace_touch:
 * @self: a pace
 *
 * Says that something has changed.
 */
void
kl_draft_pace_touch (KlDraftPace *self)
{
  g_return_if_fail (KL_IS_DRAFT_PACE (self));

  if (self->dirty_since == 0)
    self->dirty_since = g_get_monotonic_time ();
  if (self->saving && self->touched == 0)
    self->touched = g_get_monotonic_time ();
  /* Otherwise it goes with the next try. */
  if (!self->saving && !self->failed)
    schedule_soon (self);
}

/**
 * kl_draft_pace_begin:
 * @self: a pace
 *
 * Says that all changes up to now are being saved.
 */
void
kl_draft_pace_begin (KlDraftPace *self)
{
  g_return_if_fail (KL_IS_DRAFT_PACE (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->saving = TRUE;
  self->touched = 0;
}

/**
 * kl_draft_pace_fail:
 * @self: a pace
 *
 * Says that the save failed: it is due again in a while.
 */
void
kl_draft_pace_fail (KlDraftPace *self)
{
  g_return_if_fail (KL_IS_DRAFT_PACE (self));

  self->saving = FALSE;
  self->failed = TRUE;
  schedule (self, AGAIN_MS);
}

/**
 * kl_draft_pace_settle:
 * @self: a pace
 *
 * Says that what was being saved is saved, or need not be.
 */
void
kl_draft_pace_settle (KlDraftPace *self)
{
  g_return_if_fail (KL_IS_DRAFT_PACE (self));

  self->saving = FALSE;
  self->failed = FALSE;
  self->dirty_since = self->touched;
  self->touched = 0;
  if (self->dirty_since != 0)
    schedule_soon (self);
  else
    g_clear_handle_id (&self->source, g_source_remove);
}

/**
 * kl_draft_pace_get_dirty:
 * @self: a pace
 *
 * Returns: whether something is not saved yet
 */
gboolean
kl_draft_pace_get_dirty (KlDraftPace *self)
{
  g_return_val_if_fail (KL_IS_DRAFT_PACE (self), FALSE);

  return self->dirty_since != 0;
}
