/* kl-agenda.c: what there is to do in a plan today, and what comes then
 *
 * Drafts and exercises follow from how the subjects stand, and are there at once. What is due is known when the
 * schedules are loaded. All of it is brought up to date once, before the next frame, after whatever changed.
 */

#include "config.h"

#include "kl-agenda.h"

#include "model/kl-plan-watch.h"

#include "kl-agenda-lists.h"
#include "kl-day-plan-text.h"
#include "kl-prospect-text.h"
#include "kl-waiting-loads.h"

struct _KlAgenda
{
  GObject parent_instance;

  KlPlanWatch *watch;
  KlLibrary *library;
  KlAgendaFacts *facts;
  KlOutlook *outlook;
  KlAgendaLists *lists;
  gboolean is_loaded;
  gboolean is_loading;
  guint idle;
  GPtrArray *loads; /* of GTask */
  guint count;
};

G_DEFINE_FINAL_TYPE (KlAgenda, kl_agenda, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Under which a plan knows its agenda. */
#define AGENDA_KEY "kl-agenda"

static gint64
find_today (KlAgenda *self)
{
  return kl_schedules_get_today (kl_agenda_facts_get_schedules (self->facts));
}

static void
see_from_today (KlAgenda *self)
{
  KlPlan *plan = kl_plan_watch_get_plan (self->watch);
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (self->library));

  kl_outlook_update (self->outlook, plan, kl_plan_watch_get_subjects (self->watch), self->facts,
                     g_date_time_get_timezone (now));
  kl_agenda_lists_take_outlook (self->lists, plan, self->outlook, self->facts);
}

static void
update (KlAgenda *self)
{
  guint count;

  g_clear_handle_id (&self->idle, g_source_remove);
  kl_agenda_lists_take_standings (self->lists, kl_plan_watch_get_subjects (self->watch));
  if (self->is_loaded)
    see_from_today (self);

  count = kl_agenda_lists_get_count (self->lists);
  if (self->count != count)
    {
      self->count = count;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
idle_cb (gpointer user_data)
{
  KlAgenda *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (KlAgenda *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
facts_changed_cb (KlAgenda  *self,
                  char     **subject_ids)
{
  kl_outlook_forget (self->outlook, (const char *const *) (gconstpointer) subject_ids);
  queue_update (self);
}

/* The schedules tell what follows from the other wishes. */
static void
plan_notify_cb (KlAgenda   *self,
                GParamSpec *pspec)
{
  static const char *const names[] = { "daily", "event-date", "event-title", NULL };

  if (self->is_loaded && g_strv_contains (names, pspec->name))
    queue_update (self);
}

/* The clock tells each hour: a day begins when the person says so. */
static void
hour_cb (KlAgenda *self)
{
  if (self->is_loaded && find_today (self) != self->outlook->today)
    queue_update (self);
}

static void
kl_agenda_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (prop_id == PROP_COUNT)
    g_value_set_uint (value, KL_AGENDA (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_agenda_dispose (GObject *object)
{
  KlAgenda *self = KL_AGENDA (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->watch != NULL)
    g_object_set_data (G_OBJECT (kl_plan_watch_get_plan (self->watch)), AGENDA_KEY, NULL);
  g_clear_object (&self->watch);
  g_clear_object (&self->facts);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kl_agenda_parent_class)->dispose (object);
}

static void
kl_agenda_finalize (GObject *object)
{
  KlAgenda *self = KL_AGENDA (object);

  kl_outlook_free (self->outlook);
  kl_agenda_lists_free (self->lists);
  g_ptr_array_unref (self->loads);

  G_OBJECT_CLASS (kl_agenda_parent_class)->finalize (object);
}

static void
kl_agenda_class_init (KlAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_agenda_get_property;
  object_class->dispose = kl_agenda_dispose;
  object_class->finalize = kl_agenda_finalize;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KlAgenda::changed:
   * @self: the agenda
   *
   * Anything that it says may be another thing than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_agenda_init (KlAgenda *self)
{
  self->outlook = kl_outlook_new ();
  self->lists = kl_agenda_lists_new ();
  self->loads = kl_waiting_loads_new ();
}

/**
 * kl_agenda_for:
 * @plan: a plan, loaded
 *
 * Returns: (transfer full): what there is to do in @plan, which all who ask share; kept up to date. It knows what is
 *   due from kl_agenda_load_async() on
 */
KlAgenda *
kl_agenda_for (KlPlan *plan)
{
  KlAgenda *self = g_object_get_data (G_OBJECT (plan), AGENDA_KEY);

  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (KL_TYPE_AGENDA, NULL);
  g_object_set_data (G_OBJECT (plan), AGENDA_KEY, self);
  self->watch = kl_plan_watch_for (plan);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "notify", G_CALLBACK (plan_notify_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/* Those that wait are told when all is up to date; one of them may let go of the agenda. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(KlAgenda) self = data;
  g_autoptr(GError) error = NULL;

  self->is_loading = FALSE;
  if (kl_agenda_facts_load_finish (KL_AGENDA_FACTS (source), result, &error))
    {
      self->is_loaded = TRUE;
      kl_outlook_forget (self->outlook, NULL);
      if (self->watch != NULL)
        update (self);
    }
  kl_waiting_loads_finish (self->loads, error);
}

/**
 * kl_agenda_load_async:
 * @self: an agenda
 * @library: the library of its plan, open
 * @cancellable: (nullable): stops it
 * @callback: called when it knows what is due
 * @user_data: for @callback
 *
 * Works out what is due, and keeps that up to date from now on.
 */
void
kl_agenda_load_async (KlAgenda            *self,
                      KlLibrary           *library,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) load = g_task_new (self, cancellable, callback, user_data);
  KlClock *clock = kl_library_get_clock (library);

  g_task_set_source_tag (load, kl_agenda_load_async);
  if (self->is_loaded)
    {
      g_task_return_boolean (load, TRUE);
      return;
    }

  g_ptr_array_add (self->loads, g_steal_pointer (&load));
  if (self->is_loading)
    return;

  self->is_loading = TRUE;
  if (self->facts == NULL)
    {
      self->library = g_object_ref (library);
      self->facts = kl_agenda_facts_new (library, kl_plan_watch_get_plan (self->watch));
      g_signal_connect_object (self->facts, "changed", G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (clock, "day-changed", G_CALLBACK (hour_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (clock, "hour-changed", G_CALLBACK (hour_cb), self, G_CONNECT_SWAPPED);
    }
  kl_agenda_facts_load_async (self->facts, cancellable, loaded_cb, g_object_ref (self));
}

/**
 * kl_agenda_load_finish:
 * @self: an agenda
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it knows what is due
 */
gboolean
kl_agenda_load_finish (KlAgenda      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kl_agenda_is_loaded:
 * @self: an agenda
 *
 * Returns: whether it knows what is due
 */
gboolean
kl_agenda_is_loaded (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), FALSE);

  return self->is_loaded;
}

/**
 * kl_agenda_get_schedules:
 * @self: an agenda
 *
 * Returns: (transfer none) (nullable): the schedules of the plan's subjects, %NULL before it is loaded
 */
KlSchedules *
kl_agenda_get_schedules (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return self->is_loaded ? kl_agenda_facts_get_schedules (self->facts) : NULL;
}

/**
 * kl_agenda_get_needs:
 * @self: an agenda
 *
 * Returns: (transfer none) (nullable) (element-type utf8 KlSubjectNeeds): what the plan's subjects need, until
 * “changed”; %NULL before it is loaded
 */
GHashTable *
kl_agenda_get_needs (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return self->is_loaded ? kl_agenda_facts_get_needs (self->facts) : NULL;
}

/**
 * kl_agenda_get_today:
 * @self: an agenda, loaded
 *
 * Returns: the number of the day that it is about
 */
gint64
kl_agenda_get_today (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), 0);

  return self->outlook->today;
}

/**
 * kl_agenda_get_n_looked:
 * @self: an agenda
 *
 * Returns: how many subjects had to be worked out anew when it was brought up to date last
 */
guint
kl_agenda_get_n_looked (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), 0);

  return self->outlook->n_looked;
}

/**
 * kl_agenda_get_prospect:
 * @self: an agenda
 * @subject_id: a subject's id
 *
 * Returns: (transfer none) (nullable): how it goes on with it, until “changed”; %NULL before it is loaded
 */
const KlProspect *
kl_agenda_get_prospect (KlAgenda   *self,
                        const char *subject_id)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return self->is_loaded ? kl_prospects_find (self->outlook->prospects, subject_id) : NULL;
}

/**
 * kl_agenda_is_due:
 * @self: an agenda
 * @subject: a subject of its plan
 *
 * Returns: whether it is to be explained today or should have been before; %FALSE before it is loaded
 */
gboolean
kl_agenda_is_due (KlAgenda  *self,
                  KlSubject *subject)
{
  const KlProspect *prospect = kl_agenda_get_prospect (self, kl_record_get_id (KL_RECORD (subject)));

  return prospect != NULL && prospect->due > 0 && prospect->due <= self->outlook->today;
}

/**
 * kl_agenda_dup_why:
 * @self: an agenda
 * @subject_id: a subject's id
 *
 * Returns: (transfer full) (nullable): why it is due when it is, in one sentence; %NULL where it has no day
 */
char *
kl_agenda_dup_why (KlAgenda   *self,
                   const char *subject_id)
{
  const KlProspect *prospect = kl_agenda_get_prospect (self, subject_id);

  if (prospect == NULL || prospect->due == 0)
    return NULL;
  return kl_prospect_explain_due (prospect, kl_agenda_facts_get_schedules (self->facts), self->outlook->today);
}

/**
 * kl_agenda_dup_later:
 * @self: an agenda
 *
 * Returns: (transfer full) (nullable): how many have to wait for another day and how long, in one sentence; %NULL where
 *   none has
 */
char *
kl_agenda_dup_later (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  if (self->outlook->day_plan == NULL)
    return NULL;
  return kl_day_plan_text_later (self->outlook->day_plan, self->outlook->today);
}

/**
 * kl_agenda_has_date:
 * @self: an agenda
 *
 * Returns: whether anything that was explained is to be explained again, on whatever day; %FALSE before it is loaded
 */
gboolean
kl_agenda_has_date (KlAgenda *self)
{
  GPtrArray *prospects;

  g_return_val_if_fail (KL_IS_AGENDA (self), FALSE);

  if (!self->is_loaded)
    return FALSE;

  prospects = kl_prospects_get_all (self->outlook->prospects);
  for (guint i = 0; i < prospects->len; i++)
    {
      const KlProspect *prospect = prospects->pdata[i];

      if (prospect->is_assessed && prospect->due > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kl_agenda_dup_next:
 * @self: an agenda
 *
 * Returns: (transfer full) (nullable): what is due next after today, when, and why then, in one sentence; %NULL
 *   where nothing is
 */
char *
kl_agenda_dup_next (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  if (self->outlook->day_plan == NULL)
    return NULL;
  return kl_day_plan_text_next (self->outlook->day_plan, kl_agenda_facts_get_schedules (self->facts),
                                self->outlook->today);
}

/**
 * kl_agenda_get_forecast:
 * @self: an agenda
 *
 * Returns: (transfer none) (nullable): what is expected on the day that is learned for, until “changed”; %NULL where
 *   there is no such day to come
 */
const KlForecast *
kl_agenda_get_forecast (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return self->outlook->forecast;
}

/**
 * kl_agenda_get_duties:
 * @self: an agenda
 *
 * Returns: (transfer none): each #KlDuty of today: what to explain, most needed first, no more than a day has room for
 */
GListModel *
kl_agenda_get_duties (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->lists->duties);
}

/**
 * kl_agenda_get_unbegun:
 * @self: an agenda
 *
 * Returns: (transfer none): those of kl_agenda_get_duties() that are not among the drafts
 */
GListModel *
kl_agenda_get_unbegun (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->lists->unbegun);
}

/**
 * kl_agenda_get_restudies:
 * @self: an agenda
 *
 * Returns: (transfer none): each #KlDuty of what was missed and is worth a restudy today
 */
GListModel *
kl_agenda_get_restudies (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->lists->restudies);
}

/**
 * kl_agenda_get_dives:
 * @self: an agenda
 *
 * Returns: (transfer none): each #KlDive that is next, best first
 */
GListModel *
kl_agenda_get_dives (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->lists->dives);
}

/**
 * kl_agenda_get_drafts:
 * @self: an agenda
 *
 * Returns: (transfer none): the subjects with an explanation that was begun and not recorded
 */
GListModel *
kl_agenda_get_drafts (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->lists->drafts);
}

/**
 * kl_agenda_get_exercises:
 * @self: an agenda
 *
 * Returns: (transfer none): the exercises, those never tried first
 */
GListModel *
kl_agenda_get_exercises (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->lists->exercises);
}

/**
 * kl_agenda_get_untried:
 * @self: an agenda
 *
 * Returns: (transfer none): the exercises that were never tried nor begun
 */
GListModel *
kl_agenda_get_untried (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->lists->untried);
}

/**
 * kl_agenda_get_count:
 * @self: an agenda
 *
 * Returns: how many things wait today: drafts, and what is to be explained
 */
guint
kl_agenda_get_count (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), 0);

  return self->count;
}
