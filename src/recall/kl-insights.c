/* kl-insights.c: how it goes with a plan on the whole, kept up to date while somebody looks
 *
 * The library's reader reads what there is to know, a thread works it out, and the main loop only takes it. It is done
 * anew when something changes; as long as nobody looks, nothing is done.
 */

#include "config.h"

#include "kl-insights.h"

#include "kl-waiting-loads.h"

struct _KlInsights
{
  GObject parent_instance;

  KlLibrary *library;
  KlPlan *plan;
  KlInsightReport *report;
  GError *error; /* of the latest reading that came to an end */

  gboolean is_following;
  gboolean wants_reading;
  gboolean is_reading;
  GCancellable *cancellable; /* of the reading */
  GPtrArray *loads; /* of GTask: what waits until nothing is to be read */
};

/* A reading on its way. */
typedef struct
{
  KlInsightRows *rows;
  KlInsightSetting setting;
} Reading;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlInsights, kl_insights, G_TYPE_OBJECT)

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->rows, kl_insight_rows_free);
  kl_insight_setting_clear (&reading->setting);
  g_free (reading);
}

static Reading *
reading_new (KlInsights *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (self->library));
  Reading *reading = g_new0 (Reading, 1);

  kl_insight_setting_init (&reading->setting, self->plan, now);
  return reading;
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  KlInsightReport *report
    = kl_insight_report_new (g_steal_pointer (&reading->rows), &reading->setting, cancellable);

  g_task_return_pointer (task, report, (GDestroyNotify) kl_insight_report_free);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->rows = kl_library_read_insights_finish (KL_LIBRARY (source), result, &error);
  if (reading->rows != NULL)
    g_task_run_in_thread (task, work_in_thread);
  else
    g_task_return_error (task, error);
}

static void start_reading (KlInsights *self);

/* What was known before stays where nothing better is. Returns whether this reading says anything. */
static gboolean
take (KlInsights      *self,
      KlInsightReport *report,
      const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  g_clear_error (&self->error);
  if (report == NULL)
    {
      self->error = g_error_copy (error);
      return TRUE;
    }
  g_clear_pointer (&self->report, kl_insight_report_free);
  self->report = report;
  return TRUE;
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(KlInsights) self = data;
  g_autoptr(GError) error = NULL;
  KlInsightReport *report = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_known;

  self->is_reading = FALSE;
  is_known = take (self, report, error);
  if (self->wants_reading && (self->is_following || self->loads->len > 0))
    start_reading (self);
  if (is_known)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (!self->is_reading)
    kl_waiting_loads_finish (self->loads, error);
}

static void
start_reading (KlInsights *self)
{
  GTask *task;

  self->wants_reading = TRUE;
  if (self->is_reading)
    return;

  self->wants_reading = FALSE;
  self->is_reading = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Without a source: the thread may be the last to let go of it. */
  task = g_task_new (NULL, self->cancellable, worked_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading_new (self), reading_free);
  kl_library_read_insights_async (self->library, kl_record_get_id (KL_RECORD (self->plan)), self->cancellable, read_cb,
                                  task);
}

static void
kl_insights_dispose (GObject *object)
{
  KlInsights *self = KL_INSIGHTS (object);

  if (self->library != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->library, self);
      g_signal_handlers_disconnect_by_data (kl_library_get_clock (self->library), self);
    }
  if (self->plan != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->plan, self);
      g_signal_handlers_disconnect_by_data (kl_plan_get_bands (self->plan), self);
    }
  g_clear_object (&self->library);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (kl_insights_parent_class)->dispose (object);
}

static void
kl_insights_finalize (GObject *object)
{
  KlInsights *self = KL_INSIGHTS (object);

  g_clear_pointer (&self->report, kl_insight_report_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->loads);

  G_OBJECT_CLASS (kl_insights_parent_class)->finalize (object);
}

static void
kl_insights_class_init (KlInsightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kl_insights_dispose;
  object_class->finalize = kl_insights_finalize;

  /**
   * KlInsights::changed:
   * @self: insights
   *
   * There is another report, or the library could not be read.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_INSIGHTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_insights_init (KlInsights *self)
{
  self->loads = kl_waiting_loads_new ();
}

/**
 * kl_insights_new:
 * @library: an open library
 * @plan: a plan of it
 *
 * Returns: (transfer full): how it goes with the plan, of which nothing is known yet
 */
KlInsights *
kl_insights_new (KlLibrary *library,
                 KlPlan    *plan)
{
  KlInsights *self = g_object_new (KL_TYPE_INSIGHTS, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  g_signal_connect_swapped (library, "touched", G_CALLBACK (kl_insights_refresh), self);
  g_signal_connect_swapped (kl_library_get_clock (library), "day-changed", G_CALLBACK (kl_insights_refresh), self);
  g_signal_connect_swapped (plan, "notify", G_CALLBACK (kl_insights_refresh), self);
  g_signal_connect_swapped (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (kl_insights_refresh), self);
  return self;
}

/**
 * kl_insights_set_following:
 * @self: insights
 * @following: whether somebody looks
 *
 * From now on it is worked out, again and again when something changes; or not any more, and what is under way is
 * stopped unless kl_insights_load_async() waits for it.
 */
void
kl_insights_set_following (KlInsights *self,
                           gboolean    following)
{
  g_return_if_fail (KL_IS_INSIGHTS (self));

  if (self->is_following == following)
    return;

  self->is_following = following;
  if (following)
    start_reading (self);
  else if (self->loads->len == 0)
    g_cancellable_cancel (self->cancellable);
}

/**
 * kl_insights_refresh:
 * @self: insights
 *
 * Works it out anew while somebody looks: something changed, another day began, or the reading before failed.
 */
void
kl_insights_refresh (KlInsights *self)
{
  g_return_if_fail (KL_IS_INSIGHTS (self));

  if (self->is_following)
    start_reading (self);
}

/**
 * kl_insights_load_async:
 * @self: insights
 * @cancellable: (nullable): ends the waiting
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Works it out from what the library holds by now.
 */
void
kl_insights_load_async (KlInsights          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *load = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (KL_IS_INSIGHTS (self));

  g_task_set_source_tag (load, kl_insights_load_async);
  g_ptr_array_add (self->loads, load);
  start_reading (self);
}

/**
 * kl_insights_load_finish:
 * @self: insights
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is known
 */
gboolean
kl_insights_load_finish (KlInsights    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kl_insights_get_report:
 * @self: insights
 *
 * Returns: (transfer none) (nullable): the report, until “changed” is emitted; %NULL where there is none yet
 */
const KlInsightReport *
kl_insights_get_report (KlInsights *self)
{
  g_return_val_if_fail (KL_IS_INSIGHTS (self), NULL);

  return self->report;
}

/**
 * kl_insights_get_error:
 * @self: insights
 *
 * Returns: (transfer none) (nullable): why the library could not be read the last time, until “changed” is emitted; the
 *   report is an earlier one then
 */
const GError *
kl_insights_get_error (KlInsights *self)
{
  g_return_val_if_fail (KL_IS_INSIGHTS (self), NULL);

  return self->error;
}
