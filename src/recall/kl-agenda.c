/* kl-agenda.c: what there is to do in a plan today, and what comes then
 *
 * Drafts and exercises follow from how the subjects stand, and are there at once. What is due is known when the
 * schedules are loaded. All of it is brought up to date once, before the next frame, after whatever changed.
 */

#include "config.h"

#include "kl-agenda.h"

#include <glib/gi18n.h>

#include "coach/kl-day-number.h"
#include "model/kl-list-update.h"
#include "model/kl-plan-watch.h"

#include "kl-agenda-facts.h"
#include "kl-day-text.h"
#include "kl-dive-order.h"
#include "kl-plan-scheduler.h"
#include "kl-prospect-text.h"
#include "kl-prospects.h"

/* So many things to dive into are named. */
#define MAX_DIVES 3

struct _KlAgenda
{
  GObject parent_instance;

  KlPlanWatch *watch;
  KlLibrary *library;
  KlAgendaFacts *facts;
  KlProspects *prospects;
  KlDayPlan *day_plan;
  KlForecast *forecast;
  gint64 today;
  gint64 event;
  gboolean is_loaded;
  gboolean is_loading;
  guint n_looked;
  guint idle;
  GPtrArray *loads; /* of GTask */

  GListStore *duties;
  GListStore *unbegun;
  GListStore *restudies;
  GListStore *dives;
  GListStore *drafts;
  GListStore *exercises;
  GListStore *untried;
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

static gboolean
has_draft (KlSubject *subject)
{
  KlStanding *standing = kl_subject_get_standing (subject);

  return standing != NULL && kl_standing_get_has_draft (standing);
}

/* What waits is known as soon as it is known how the subjects stand. */
static void
update_standing (KlAgenda *self)
{
  GPtrArray *subjects = kl_plan_watch_get_subjects (self->watch);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();
  g_autoptr(GPtrArray) exercises = g_ptr_array_new ();
  g_autoptr(GPtrArray) untried = g_ptr_array_new ();
  g_autoptr(GPtrArray) tried = g_ptr_array_new ();

  for (guint i = 0; i < subjects->len; i++)
    {
      KlSubject *subject = subjects->pdata[i];
      KlStanding *standing = kl_subject_get_standing (subject);
      gboolean is_exercise = kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE;

      if (standing == NULL)
        continue;
      if (kl_standing_get_has_draft (standing))
        g_ptr_array_add (drafts, subject);
      if (is_exercise)
        g_ptr_array_add (kl_standing_get_n_attempts (standing) == 0 ? exercises : tried, subject);
      if (is_exercise && kl_standing_get_n_attempts (standing) == 0 && !kl_standing_get_has_draft (standing))
        g_ptr_array_add (untried, subject);
    }
  g_ptr_array_extend (exercises, tried, NULL, NULL);

  kl_list_update (self->drafts, drafts, FALSE);
  kl_list_update (self->exercises, exercises, FALSE);
  kl_list_update (self->untried, untried, FALSE);
}

static gint64
find_today (KlAgenda *self)
{
  return kl_schedules_get_today (kl_agenda_facts_get_schedules (self->facts));
}

/* The day that is learned for, where it is still to come. */
static gint64
find_event (KlAgenda  *self,
            GTimeZone *zone,
            guint      rollover)
{
  const char *text = kl_plan_get_event_date (kl_plan_watch_get_plan (self->watch));
  KlIsoDate date;
  gint64 day;

  if (text == NULL || !kl_iso_date_parse (text, &date))
    return 0;

  day = kl_day_number_of_date (&date, zone, rollover, NULL);
  return day >= self->today ? day : 0;
}

/* Another day changes what is expected of each, and another event what is expected on it. */
static void
look (KlAgenda *self)
{
  KlSchedules *schedules = kl_agenda_facts_get_schedules (self->facts);
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (self->library));
  GTimeZone *zone = g_date_time_get_timezone (now);
  KlProspectDay day = { kl_schedules_get_scheduler (schedules), zone, 0, 0, 0 };
  gint64 today_before = self->today;
  gint64 event_before = self->event;

  day.rollover = kl_plan_scheduler_get_day_start (kl_plan_watch_get_plan (self->watch));
  day.today = self->today = find_today (self);
  day.event = self->event = find_event (self, zone, day.rollover);
  if (self->today != today_before || self->event != event_before)
    kl_prospects_forget (self->prospects, NULL);
  self->n_looked = kl_prospects_update (self->prospects, kl_plan_watch_get_subjects (self->watch), schedules,
                                        kl_agenda_facts_get_needs (self->facts), &day);
}

/* None of these ever changes; one that says the same as before stays. */
static void
update_list (GListStore *store,
             GPtrArray  *items,
             GEqualFunc  equal)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (store));

  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < n_before; j++)
      {
        g_autoptr(GObject) before = g_list_model_get_item (G_LIST_MODEL (store), j);

        if (equal (before, items->pdata[i]))
          {
            g_object_unref (items->pdata[i]);
            items->pdata[i] = g_steal_pointer (&before);
          }
      }
  kl_list_update (store, items, FALSE);
}

static void
update_duties (KlAgenda   *self,
               GListStore *store,
               GPtrArray  *prospects,
               gboolean    is_restudy)
{
  KlSchedules *schedules = kl_agenda_facts_get_schedules (self->facts);
  g_autoptr(GPtrArray) duties = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < prospects->len; i++)
    {
      const KlProspect *prospect = prospects->pdata[i];
      g_autofree char *why = is_restudy ? kl_prospect_explain_restudy (prospect, schedules, self->today)
                                        : kl_prospect_explain_due (prospect, schedules, self->today);

      g_ptr_array_add (duties, kl_duty_new (prospect, is_restudy ? KL_DUTY_RESTUDY : prospect->kind, why));
    }
  update_list (store, duties, (GEqualFunc) kl_duty_equal);
}

/* An explanation that was begun is gone on with. */
static void
update_unbegun (KlAgenda *self)
{
  g_autoptr(GPtrArray) unbegun = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->duties)); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (G_LIST_MODEL (self->duties), i);

      if (!has_draft (kl_duty_get_subject (duty)))
        g_ptr_array_add (unbegun, g_steal_pointer (&duty));
    }
  kl_list_update (self->unbegun, unbegun, FALSE);
}

static void
update_dives (KlAgenda *self)
{
  g_autoptr(GPtrArray) dives
    = kl_dive_order_new (kl_plan_watch_get_plan (self->watch), self->prospects,
                         kl_agenda_facts_get_needs (self->facts), MAX_DIVES);

  update_list (self->dives, dives, (GEqualFunc) kl_dive_equal);
}

static void
update_schedule (KlAgenda *self)
{
  KlPlan *plan = kl_plan_watch_get_plan (self->watch);

  look (self);
  g_clear_pointer (&self->day_plan, kl_day_plan_free);
  self->day_plan = kl_prospects_plan_day (self->prospects, kl_agenda_facts_get_needs (self->facts), self->today,
                                          (guint) kl_plan_get_wish (plan, KL_WISH_DAILY));
  g_clear_pointer (&self->forecast, kl_forecast_free);
  if (self->event > 0)
    self->forecast = kl_forecast_new (kl_prospects_get_all (self->prospects), self->event,
                                      kl_plan_get_wish (plan, KL_WISH_TARGET));

  update_duties (self, self->duties, self->day_plan->today, FALSE);
  update_unbegun (self);
  update_duties (self, self->restudies, self->day_plan->restudies, TRUE);
  update_dives (self);
}

static void
update (KlAgenda *self)
{
  guint count;

  g_clear_handle_id (&self->idle, g_source_remove);
  update_standing (self);
  if (self->is_loaded)
    update_schedule (self);

  count = g_list_model_get_n_items (G_LIST_MODEL (self->drafts))
          + g_list_model_get_n_items (G_LIST_MODEL (self->unbegun));
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
  if (subject_ids == NULL)
    kl_prospects_forget (self->prospects, NULL);
  for (guint i = 0; subject_ids != NULL && subject_ids[i] != NULL; i++)
    kl_prospects_forget (self->prospects, subject_ids[i]);
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
  if (self->is_loaded && find_today (self) != self->today)
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
  g_clear_pointer (&self->forecast, kl_forecast_free);
  g_clear_pointer (&self->day_plan, kl_day_plan_free);
  g_clear_object (&self->watch);
  g_clear_object (&self->facts);
  g_clear_object (&self->library);
  g_clear_object (&self->duties);
  g_clear_object (&self->unbegun);
  g_clear_object (&self->restudies);
  g_clear_object (&self->dives);
  g_clear_object (&self->drafts);
  g_clear_object (&self->exercises);
  g_clear_object (&self->untried);

  G_OBJECT_CLASS (kl_agenda_parent_class)->dispose (object);
}

static void
kl_agenda_finalize (GObject *object)
{
  KlAgenda *self = KL_AGENDA (object);

  kl_prospects_free (self->prospects);
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
  self->prospects = kl_prospects_new ();
  self->loads = g_ptr_array_new_with_free_func (g_object_unref);
  self->duties = g_list_store_new (KL_TYPE_DUTY);
  self->unbegun = g_list_store_new (KL_TYPE_DUTY);
  self->restudies = g_list_store_new (KL_TYPE_DUTY);
  self->dives = g_list_store_new (KL_TYPE_DIVE);
  self->drafts = g_list_store_new (KL_TYPE_SUBJECT);
  self->exercises = g_list_store_new (KL_TYPE_SUBJECT);
  self->untried = g_list_store_new (KL_TYPE_SUBJECT);
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
  g_autoptr(GPtrArray) loads = g_steal_pointer (&self->loads);

  self->loads = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_loading = FALSE;
  if (kl_agenda_facts_load_finish (KL_AGENDA_FACTS (source), result, &error))
    {
      self->is_loaded = TRUE;
      kl_prospects_forget (self->prospects, NULL);
      if (self->watch != NULL)
        update (self);
    }
  for (guint i = 0; i < loads->len; i++)
    if (error != NULL)
      g_task_return_error (loads->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (loads->pdata[i], TRUE);
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
 * kl_agenda_get_today:
 * @self: an agenda, loaded
 *
 * Returns: the number of the day that it is about
 */
gint64
kl_agenda_get_today (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), 0);

  return self->today;
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

  return self->n_looked;
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

  return self->is_loaded ? kl_prospects_find (self->prospects, subject_id) : NULL;
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

  return prospect != NULL && prospect->due > 0 && prospect->due <= self->today;
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
  return kl_prospect_explain_due (prospect, kl_agenda_facts_get_schedules (self->facts), self->today);
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
  const KlProspect *last;
  g_autofree char *day = NULL;
  guint n_later;

  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  n_later = self->day_plan != NULL ? self->day_plan->later->len : 0;
  if (n_later == 0)
    return NULL;

  last = self->day_plan->later->pdata[n_later - 1];
  day = kl_day_text_weekday (last->planned, self->today);
  /* Translators: what is due and does not fit today; %2$s is the day of the last of them. */
  return g_strdup_printf (ngettext ("%1$u more is due and waits until %2$s.",
                                    "%1$u more are due and spread over the days until %2$s, most needed first.",
                                    n_later),
                          n_later, day);
}

/**
 * kl_agenda_dup_next:
 * @self: an agenda
 *
 * Returns: (transfer full) (nullable): what is due next after today and when, in one sentence; %NULL where nothing is
 */
char *
kl_agenda_dup_next (KlAgenda *self)
{
  const KlProspect *next;
  g_autofree char *day = NULL;
  const char *title;

  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  next = self->day_plan != NULL ? self->day_plan->next : NULL;
  if (next == NULL)
    return NULL;

  day = kl_day_text_weekday (next->due, self->today);
  title = kl_subject_get_title (next->subject);
  /* Translators: %1$s is the title of a topic, %2$s a day */
  return g_strdup_printf (_("Next is “%1$s” on %2$s."), title != NULL ? title : "", day);
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

  return self->forecast;
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

  return G_LIST_MODEL (self->duties);
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

  return G_LIST_MODEL (self->unbegun);
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

  return G_LIST_MODEL (self->restudies);
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

  return G_LIST_MODEL (self->dives);
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

  return G_LIST_MODEL (self->drafts);
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

  return G_LIST_MODEL (self->exercises);
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

  return G_LIST_MODEL (self->untried);
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
