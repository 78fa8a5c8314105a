/* kl-progress.c: how far long work is, told by a thread and heard by the window */

#include "config.h"

#include "kl-progress.h"

/* A percent at a time: nobody sees less, and a worker must not flood the main loop. */
#define STEPS 100

struct _KlProgress
{
  gatomicrefcount ref_count;
  GMainContext *context;
  KlProgressFunc func;
  gpointer user_data;

  int step;     /* what the worker said last; atomic */
  int told;     /* what @func was told last; only in @context's thread */
  int underway; /* whether a call of tell_cb is on its way; atomic */
};

static gboolean
tell_cb (gpointer user_data)
{
  KlProgress *self = user_data;
  int step;

  g_atomic_int_set (&self->underway, 0);
  step = g_atomic_int_get (&self->step);
  if (self->func != NULL && step > self->told)
    {
      self->told = step;
      self->func ((double) step / STEPS, self->user_data);
    }

  return G_SOURCE_REMOVE;
}

static void
unref_cb (gpointer user_data)
{
  kl_progress_unref (user_data);
}

/**
 * kl_progress_new:
 * @func: (nullable): to be told of the progress, in this thread
 * @user_data: for @func
 *
 * Returns: (transfer full): a progress that can be reported from any thread
 */
KlProgress *
kl_progress_new (KlProgressFunc func,
                 gpointer       user_data)
{
  KlProgress *self = g_new0 (KlProgress, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  return self;
}

/**
 * kl_progress_ref:
 * @self: a progress
 *
 * Returns: (transfer full): it
 */
KlProgress *
kl_progress_ref (KlProgress *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * kl_progress_unref:
 * @self: (transfer full): a progress
 */
void
kl_progress_unref (KlProgress *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_main_context_unref (self->context);
  g_free (self);
}

/**
 * kl_progress_stop:
 * @self: a progress, in the thread that made it
 *
 * From now on its function is not called any more.
 */
void
kl_progress_stop (KlProgress *self)
{
  self->func = NULL;
}

/**
 * kl_progress_report:
 * @fraction: how much is done, 0–1
 * @user_data: (type KlProgress): a progress
 *
 * Says in any thread how far it is.
 */
void
kl_progress_report (double   fraction,
                    gpointer user_data)
{
  KlProgress *self = user_data;
  int step = (int) (CLAMP (fraction, 0.0, 1.0) * STEPS);
  GSource *source;

  if (step <= g_atomic_int_get (&self->step))
    return;

  g_atomic_int_set (&self->step, step);
  if (!g_atomic_int_compare_and_exchange (&self->underway, 0, 1))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[klearn] progress");
  g_source_set_callback (source, tell_cb, kl_progress_ref (self), unref_cb);
  g_source_attach (source, self->context);
  g_source_unref (source);
}
