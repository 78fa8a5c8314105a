/* kl-plan-map.c: the map of a plan, kept up to date while somebody looks
 *
 * The plan's agenda knows how every topic stands and what it needs. From that the main loop copies what the map shows,
 * a thread lays it out, and the main loop takes it. Where only scores are others than before, nothing is laid out.
 */

#include "config.h"

#include "kl-plan-map.h"

#include "chart/kl-chart-bands.h"
#include "recall/kl-agenda.h"
#include "recall/kl-waiting-loads.h"
#include "storage/kl-subject-needs.h"

struct _KlPlanMap
{
  GObject parent_instance;

  KlLibrary *library;
  KlPlan *plan;
  KlAgenda *agenda;
  KlMapChart *chart;

  gboolean is_loaded;
  gboolean is_reading;
  gboolean is_following;
  gboolean is_stale;
  gboolean is_working;
  GCancellable *cancellable; /* of the work */
  GPtrArray *loads; /* of GTask: what waits until nothing is to be worked out */
  GError *failure;
};

/* What a thread is given, and what it makes of it. */
typedef struct
{
  KlMapGraph *graph;
  KlMapGraph *shown;
  KlMapLayout *layout;
} Work;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlPlanMap, kl_plan_map, G_TYPE_OBJECT)

static void
work_free (gpointer data)
{
  Work *work = data;

  kl_map_graph_unref (work->graph);
  kl_map_graph_unref (work->shown);
  kl_map_layout_unref (work->layout);
  g_free (work);
}

static void
add_subject (KlPlanMap    *self,
             KlMapGraph   *graph,
             const GArray *bands,
             KlSubject    *subject)
{
  const char *id = kl_record_get_id (KL_RECORD (subject));
  KlStanding *standing = kl_subject_get_standing (subject);
  KlMapNode *node = kl_map_graph_add (graph, id, kl_subject_get_title (subject), kl_subject_get_parent (subject));
  const KlChartBand *band;

  node->is_group = kl_subject_get_kind (subject) == KL_SUBJECT_GROUP;
  if (standing != NULL && kl_standing_get_n_attempts (standing) > 0)
    node->score = kl_standing_get_score (standing);
  node->is_due = !node->is_group && kl_agenda_is_due (self->agenda, subject);
  if (!kl_score_is_set (node->score))
    return;

  node->rank = kl_chart_bands_find (bands, kl_score_get_value (node->score));
  band = kl_chart_bands_get (bands, node->rank);
  node->hue = kl_chart_bands_find_hue (bands, kl_score_get_value (node->score));
  node->band = band != NULL ? g_strdup (band->name) : NULL;
}

static void
add_needs (KlPlanMap  *self,
           KlMapGraph *graph)
{
  GHashTable *needs = kl_agenda_get_needs (self->agenda);
  GHashTableIter iterator;
  gpointer id, value;

  if (needs == NULL)
    return;

  g_hash_table_iter_init (&iterator, needs);
  while (g_hash_table_iter_next (&iterator, &id, &value))
    {
      GPtrArray *prerequisites = ((const KlSubjectNeeds *) value)->prerequisites;

      for (guint i = 0; i < prerequisites->len; i++)
        kl_map_graph_need (graph, id, prerequisites->pdata[i]);
    }
}

/* The exercises are no topics: what they span is no prerequisite. */
static KlMapGraph *
copy_plan (KlPlanMap *self)
{
  KlMapGraph *graph = kl_map_graph_new ();
  g_autoptr(GArray) bands = kl_chart_bands_new (kl_plan_get_bands (self->plan));
  GListModel *subjects = kl_plan_get_subjects (self->plan);
  guint n_subjects = g_list_model_get_n_items (subjects);

  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (kl_subject_get_kind (subject) != KL_SUBJECT_EXERCISE)
        add_subject (self, graph, bands, subject);
    }
  add_needs (self, graph);
  return graph;
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;
  KlMapLayout *layout;
  GError *error = NULL;

  kl_map_graph_seal (work->graph);
  if (kl_map_graph_is_alike (work->graph, work->shown))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  layout = kl_map_layout_new (work->graph, cancellable, &error);
  if (layout == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  kl_map_layout_unref (work->layout);
  work->layout = layout;
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_wanted (KlPlanMap *self)
{
  return self->is_following || self->loads->len > 0;
}

static void start_working (KlPlanMap *self);

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(KlPlanMap) self = data;
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean is_done = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_working = FALSE;
  self->is_stale = self->is_stale || !is_done;
  if (is_done)
    {
      self->is_loaded = TRUE;
      g_clear_error (&self->failure);
      kl_map_chart_set_map (self->chart, work->graph, work->layout);
    }
  if (self->is_stale && is_wanted (self))
    start_working (self);
  if (is_done)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (!self->is_working)
    kl_waiting_loads_finish (self->loads, error);
}

static void
start_working (KlPlanMap *self)
{
  GTask *task;
  Work *work;

  self->is_stale = TRUE;
  if (self->is_working || self->plan == NULL || !kl_agenda_is_loaded (self->agenda))
    return;

  self->is_stale = FALSE;
  self->is_working = TRUE;
  work = g_new0 (Work, 1);
  work->graph = copy_plan (self);
  work->shown = kl_map_graph_ref (kl_map_layout_get_graph (kl_map_chart_get_layout (self->chart)));
  work->layout = kl_map_layout_ref (kl_map_chart_get_layout (self->chart));
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Without a source: the thread may be the last to let go of it. */
  task = g_task_new (NULL, self->cancellable, worked_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_working);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_in_thread);
  g_object_unref (task);
}

/* What the agenda tells while it is read is worked out once, when all of it has been read. */
static void
changed_cb (KlPlanMap *self)
{
  self->is_stale = TRUE;
  if (is_wanted (self) && !self->is_reading)
    start_working (self);
}

static void
fail (KlPlanMap    *self,
      const GError *error)
{
  self->is_reading = FALSE;
  g_clear_error (&self->failure);
  self->failure = g_error_copy (error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  kl_waiting_loads_finish (self->loads, error);
}

/* What is shown is what there is, though it could not be read for a while. */
static void
tell_nothing_new (KlPlanMap *self)
{
  if (self->failure != NULL)
    {
      g_clear_error (&self->failure);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  kl_waiting_loads_finish (self->loads, NULL);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(KlPlanMap) self = data;
  g_autoptr(GError) error = NULL;

  if (!kl_agenda_load_finish (KL_AGENDA (source), result, &error))
    {
      fail (self, error);
      return;
    }

  self->is_reading = FALSE;
  if (self->is_stale && is_wanted (self))
    start_working (self);
  else if (!self->is_working)
    tell_nothing_new (self);
}

static void
standings_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(KlPlanMap) self = data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_load_standings_finish (KL_LIBRARY (source), result, &error))
    fail (self, error);
  else if (self->agenda != NULL)
    kl_agenda_load_async (self->agenda, self->library, NULL, loaded_cb, g_object_ref (self));
}

static void
read_plan (KlPlanMap *self)
{
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  kl_library_load_standings_async (self->library, self->plan, NULL, standings_cb, g_object_ref (self));
}

static void
title_cb (KlPlanMap *self)
{
  kl_chart_set_title (KL_CHART (self->chart), kl_plan_get_title (self->plan));
}

static void
kl_plan_map_dispose (GObject *object)
{
  KlPlanMap *self = KL_PLAN_MAP (object);

  g_clear_object (&self->agenda);
  g_clear_object (&self->library);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (kl_plan_map_parent_class)->dispose (object);
}

static void
kl_plan_map_finalize (GObject *object)
{
  KlPlanMap *self = KL_PLAN_MAP (object);

  g_clear_object (&self->chart);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_ptr_array_unref (self->loads);

  G_OBJECT_CLASS (kl_plan_map_parent_class)->finalize (object);
}

static void
kl_plan_map_class_init (KlPlanMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kl_plan_map_dispose;
  object_class->finalize = kl_plan_map_finalize;

  /**
   * KlPlanMap::changed:
   * @self: a map
   *
   * The chart shows the plan as it is now, or kl_plan_map_get_failure() tells why it does not.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_PLAN_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_plan_map_init (KlPlanMap *self)
{
  self->chart = kl_map_chart_new ();
  self->is_stale = TRUE;
  self->loads = kl_waiting_loads_new ();
}

/**
 * kl_plan_map_new:
 * @library: an open library
 * @plan: a plan of it, loaded
 *
 * Returns: (transfer full): its map, which shows nothing yet
 */
KlPlanMap *
kl_plan_map_new (KlLibrary *library,
                 KlPlan    *plan)
{
  KlPlanMap *self = g_object_new (KL_TYPE_PLAN_MAP, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  self->agenda = kl_agenda_for (plan);
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "notify::title", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  title_cb (self);
  return self;
}

/**
 * kl_plan_map_set_following:
 * @self: a map
 * @following: whether somebody looks
 *
 * From now on the map follows the plan, or not any more; what is under way then is stopped unless
 * kl_plan_map_load_async() waits for it.
 */
void
kl_plan_map_set_following (KlPlanMap *self,
                           gboolean   following)
{
  g_return_if_fail (KL_IS_PLAN_MAP (self));

  if (self->is_following == following)
    return;

  self->is_following = following;
  if (!is_wanted (self) && self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else if (following && self->is_stale)
    read_plan (self);
}

/**
 * kl_plan_map_try_again:
 * @self: a map
 *
 * Reads the plan anew, after kl_plan_map_get_failure(); “changed” tells when that is known.
 */
void
kl_plan_map_try_again (KlPlanMap *self)
{
  g_return_if_fail (KL_IS_PLAN_MAP (self));

  read_plan (self);
}

/**
 * kl_plan_map_load_async:
 * @self: a map
 * @cancellable: (nullable): ends the waiting
 * @callback: called when the chart shows the plan
 * @user_data: for @callback
 */
void
kl_plan_map_load_async (KlPlanMap           *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *load = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (KL_IS_PLAN_MAP (self));

  g_task_set_source_tag (load, kl_plan_map_load_async);
  g_ptr_array_add (self->loads, load);
  read_plan (self);
}

/**
 * kl_plan_map_load_finish:
 * @self: a map
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the chart shows the plan
 */
gboolean
kl_plan_map_load_finish (KlPlanMap     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kl_plan_map_is_loaded:
 * @self: a map
 *
 * Returns: whether the chart shows the plan
 */
gboolean
kl_plan_map_is_loaded (KlPlanMap *self)
{
  g_return_val_if_fail (KL_IS_PLAN_MAP (self), FALSE);

  return self->is_loaded;
}

/**
 * kl_plan_map_get_failure:
 * @self: a map
 *
 * Returns: (nullable) (transfer none): why the plan could not be read, in words for a person
 */
const GError *
kl_plan_map_get_failure (KlPlanMap *self)
{
  g_return_val_if_fail (KL_IS_PLAN_MAP (self), NULL);

  return self->failure;
}

/**
 * kl_plan_map_get_chart:
 * @self: a map
 *
 * Returns: (transfer none): the map as a chart, always the same
 */
KlMapChart *
kl_plan_map_get_chart (KlPlanMap *self)
{
  g_return_val_if_fail (KL_IS_PLAN_MAP (self), NULL);

  return self->chart;
}
