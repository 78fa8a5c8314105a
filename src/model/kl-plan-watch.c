/* kl-plan-watch.c: tells once when anything in a plan's lists changed
 *
 * What a list shows is often worked out from all subjects together: groups, counts, an order by score. A change that
 * touches a thousand of them shall make it be worked out once, before the next frame.
 */

#include "config.h"

#include "kl-plan-watch.h"

struct _KlPlanWatch
{
  GObject parent_instance;

  KlPlan *plan;
  GPtrArray *subjects;
  guint idle;
};

G_DEFINE_FINAL_TYPE (KlPlanWatch, kl_plan_watch, G_TYPE_OBJECT)

/* Under which a plan knows its watch. */
#define WATCH_KEY "kl-plan-watch"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
idle_cb (gpointer user_data)
{
  KlPlanWatch *self = user_data;

  self->idle = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
queue (KlPlanWatch *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
notify_cb (KlPlanWatch *self)
{
  queue (self);
}

static void
disconnect_subject (gpointer subject,
                    gpointer self)
{
  g_signal_handlers_disconnect_by_func (subject, notify_cb, self);
}

static void
subjects_changed_cb (KlPlanWatch *self,
                     guint        position,
                     guint        removed,
                     guint        added,
                     GListModel  *subjects)
{
  for (guint i = position; i < position + removed; i++)
    disconnect_subject (self->subjects->pdata[i], self);
  if (removed > 0)
    g_ptr_array_remove_range (self->subjects, position, removed);

  for (guint i = position; i < position + added; i++)
    {
      GObject *subject = g_list_model_get_item (subjects, i);

      g_signal_connect_swapped (subject, "notify", G_CALLBACK (notify_cb), self);
      g_ptr_array_insert (self->subjects, (int) i, subject);
    }

  queue (self);
}

static void
kl_plan_watch_dispose (GObject *object)
{
  KlPlanWatch *self = KL_PLAN_WATCH (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->plan != NULL)
    g_object_set_data (G_OBJECT (self->plan), WATCH_KEY, NULL);
  g_ptr_array_foreach (self->subjects, disconnect_subject, self);
  g_ptr_array_set_size (self->subjects, 0);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (kl_plan_watch_parent_class)->dispose (object);
}

static void
kl_plan_watch_finalize (GObject *object)
{
  g_ptr_array_unref (KL_PLAN_WATCH (object)->subjects);

  G_OBJECT_CLASS (kl_plan_watch_parent_class)->finalize (object);
}

static void
kl_plan_watch_class_init (KlPlanWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kl_plan_watch_dispose;
  object_class->finalize = kl_plan_watch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kl_plan_watch_init (KlPlanWatch *self)
{
  self->subjects = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
watch (KlPlanWatch *self,
       KlPlan      *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  GListModel *others[] = { kl_plan_get_queue (plan), kl_plan_get_bands (plan), kl_plan_get_study_kinds (plan),
                           kl_plan_get_assessments (plan) };

  self->plan = g_object_ref (plan);
  g_object_set_data (G_OBJECT (plan), WATCH_KEY, self);
  subjects_changed_cb (self, 0, 0, g_list_model_get_n_items (subjects), subjects);
  g_clear_handle_id (&self->idle, g_source_remove);

  g_signal_connect_object (subjects, "items-changed", G_CALLBACK (subjects_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_signal_connect_object (others[i], "items-changed", G_CALLBACK (notify_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_plan_watch_for:
 * @plan: a plan
 *
 * Returns: (transfer full): the watch of @plan, which all who ask share; it emits “changed” before the next frame after
 * a subject of @plan, or its queue, bands, study kinds or assessments changed; once, however many there were
 */
KlPlanWatch *
kl_plan_watch_for (KlPlan *plan)
{
  KlPlanWatch *self = g_object_get_data (G_OBJECT (plan), WATCH_KEY);

  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (KL_TYPE_PLAN_WATCH, NULL);
  watch (self, plan);
  return self;
}

/**
 * kl_plan_watch_get_plan:
 * @self: a watch
 *
 * Returns: (transfer none): the plan that it looks at
 */
KlPlan *
kl_plan_watch_get_plan (KlPlanWatch *self)
{
  g_return_val_if_fail (KL_IS_PLAN_WATCH (self), NULL);

  return self->plan;
}

/**
 * kl_plan_watch_get_subjects:
 * @self: a watch
 *
 * Returns: (transfer none) (element-type KlSubject): the plan's, as its list has them now
 */
GPtrArray *
kl_plan_watch_get_subjects (KlPlanWatch *self)
{
  g_return_val_if_fail (KL_IS_PLAN_WATCH (self), NULL);

  return self->subjects;
}
