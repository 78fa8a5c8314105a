/* kl-insight-report.c: how it goes with a plan on the whole, worked out from what the library knows */

#include "config.h"

#include "kl-insight-report.h"

#include "coach/kl-learning-calendar.h"

static gint32
get_day (KlLearningCalendar *calendar,
         const KlIsoDate    *date)
{
  gint64 second;

  if (date->day <= 0)
    return 0;
  return (gint32) CLAMP (kl_learning_calendar_get_day (calendar, date, &second), 0, G_MAXINT32);
}

static gint32 *
find_attempt_days (const KlInsightRows *rows,
                   KlLearningCalendar  *calendar)
{
  gint32 *days = g_new (gint32, rows->attempts->len);

  for (guint i = 0; i < rows->attempts->len; i++)
    days[i] = get_day (calendar, &g_array_index (rows->attempts, KlInsightAttempt, i).date);
  return days;
}

static gint32 *
find_session_days (const KlInsightRows *rows,
                   KlLearningCalendar  *calendar)
{
  gint32 *days = g_new (gint32, rows->sessions->len);

  for (guint i = 0; i < rows->sessions->len; i++)
    days[i] = get_day (calendar, &g_array_index (rows->sessions, KlInsightSession, i).started);
  return days;
}

static void
find_agreement (KlInsightReport     *self,
                const KlInsightRows *rows)
{
  self->agreement.n_judged = rows->n_judged;
  self->agreement.n_kept = rows->n_kept;
  self->agreement.n_scored = self->suggestions->n;
  if (self->suggestions->n > 0)
    self->agreement.difference = -self->suggestions->bias * self->suggestions->n;
}

/**
 * kl_insight_report_new:
 * @rows: (transfer full): what the library knows
 * @setting: what it is seen by
 * @cancellable: (nullable): stops what takes long; what is then returned is not whole
 *
 * Returns: (transfer full): how it goes on the whole
 */
KlInsightReport *
kl_insight_report_new (KlInsightRows          *rows,
                       const KlInsightSetting *setting,
                       GCancellable           *cancellable)
{
  g_autoptr(KlInsightRows) owned = rows;
  g_autoptr(KlLearningCalendar) calendar = kl_learning_calendar_new (setting->zone, setting->rollover);
  g_autofree gint32 *attempt_days = find_attempt_days (rows, calendar);
  g_autofree gint32 *session_days = find_session_days (rows, calendar);
  g_autoptr(KlInsightHistory) history = kl_insight_history_new (rows, attempt_days);
  KlInsightReport *self = g_new0 (KlInsightReport, 1);

  self->today = setting->today;
  self->bands = g_array_ref (setting->bands);
  self->retained_attempts = setting->retained_attempts;
  self->subject_ids = g_ptr_array_ref (rows->subject_ids);
  self->n_attempts = rows->attempts->len;
  self->spread = kl_insight_spread_new (history, setting);
  self->days = kl_insight_days_new (rows, attempt_days, session_days);
  self->weeks = kl_insight_weeks_new (self->days, setting->today, KL_INSIGHT_REPORT_WEEKS);
  self->calibration = kl_insight_calibration_new (rows, KL_INSIGHT_SOURCE_PERSON);
  self->suggestions = kl_insight_calibration_new (rows, KL_INSIGHT_SOURCE_READING);
  find_agreement (self, rows);
  self->journeys = kl_insight_journeys_new (history, rows, setting);
  self->missed = kl_insight_missed_new (rows);
  self->returns = kl_insight_returns_new (rows, setting, cancellable);
  self->spans = kl_insight_spans_new (rows);
  return self;
}

/**
 * kl_insight_report_free:
 * @self: (transfer full): a report
 */
void
kl_insight_report_free (KlInsightReport *self)
{
  g_array_unref (self->bands);
  g_ptr_array_unref (self->subject_ids);
  kl_insight_spread_free (self->spread);
  g_array_unref (self->days);
  g_array_unref (self->weeks);
  kl_insight_calibration_free (self->calibration);
  kl_insight_calibration_free (self->suggestions);
  g_ptr_array_unref (self->missed);
  g_ptr_array_unref (self->returns);
  g_array_unref (self->spans);
  g_array_unref (self->journeys);
  g_free (self);
}

/**
 * kl_insight_report_get_time_begin:
 * @self: a report
 *
 * Returns: the first of its weeks where it is about how much time it took, for a sentence and a chart alike
 */
guint
kl_insight_report_get_time_begin (const KlInsightReport *self)
{
  return self->weeks->len - MIN (self->weeks->len, KL_INSIGHT_REPORT_TIME_WEEKS);
}

/**
 * kl_insight_report_get_id:
 * @self: a report
 * @subject: the number of a subject
 *
 * Returns: (transfer none): its id
 */
const char *
kl_insight_report_get_id (const KlInsightReport *self,
                          guint                  subject)
{
  return g_ptr_array_index (self->subject_ids, subject);
}
