/* kl-insight-strengths.c: what lasts, what became better and what is well judged, in sentences with their evidence
 *
 * Of each kind two at most, in this order:
 * 1. What lasts: the latest attempts without help, on as many days as the plan asks for, all have the score that it
 * asks for; most attempts first.
 * 2. What rose by 15 points or more from the first attempt without help to the latest, and did not fall again; the
 * highest rise first. What lasts was named already.
 * 3. Points, two or more of a subject, that were missed or partly covered at first and covered the last time; most
 * first.
 * 4. The scores that were expected, where ten attempts or more are less than 10 points off on average,
 *    as it is said, in whole points.
 */

#include "config.h"

#include "kl-insight-strengths.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-text.h"

#include "kl-day-text.h"
#include "kl-insight-choice.h"

#define RISE_MIN 15.0
/* From one explanation to the next, scores differ by some points without a reason; more below the best is a fall. */
#define FALL_MAX 5.0
#define TURNED_MIN 2
#define JUDGED_MIN 10
#define DISTANCE_MAX 10

static double
measure_run (const KlInsightReport  *report,
             const KlInsightJourney *journey)
{
  return journey->n_run_days >= report->retained_attempts ? journey->n_run : 0;
}

static double
measure_rise (const KlInsightReport  *report,
              const KlInsightJourney *journey)
{
  double rise = journey->last.score - journey->first.score;

  if (journey->n_run_days >= report->retained_attempts || journey->best.score - journey->last.score > FALL_MAX)
    return 0;
  return rise >= RISE_MIN ? rise : 0;
}

static double
measure_turned (const KlInsightReport  *report,
                const KlInsightJourney *journey)
{
  return journey->n_turned >= TURNED_MIN ? journey->n_turned : 0;
}

static char *
say_run (const KlInsightReport  *report,
         const KlInsightJourney *journey,
         const char             *title)
{
  g_autofree char *low = kl_chart_text_percent (journey->run_low);
  g_autofree char *since = kl_day_text_date (journey->run_since, report->today);

  /* Translators: %1$s is a topic, %2$s a score, %3$u how many attempts, %4$s a date */
  return g_strdup_printf (ngettext ("“%1$s” had %2$s or more in its latest %3$u attempt, since %4$s.",
                                    "“%1$s” had %2$s or more in its latest %3$u attempts, since %4$s.", journey->n_run),
                          title, low, journey->n_run, since);
}

static char *
say_rise (const KlInsightReport  *report,
          const KlInsightJourney *journey,
          const char             *title)
{
  g_autofree char *first = kl_chart_text_percent (journey->first.score);
  g_autofree char *last = kl_chart_text_percent (journey->last.score);

  /* Translators: %1$s is a topic, %2$s its first score, %3$s its latest, %4$u how many attempts there are */
  return g_strdup_printf (ngettext ("“%1$s” went from %2$s to %3$s over %4$u attempt.",
                                    "“%1$s” went from %2$s to %3$s over %4$u attempts.", journey->n),
                          title, first, last, journey->n);
}

static char *
say_turned (const KlInsightReport  *report,
            const KlInsightJourney *journey,
            const char             *title)
{
  /* Translators: %1$u is how many points, %2$s a topic */
  return g_strdup_printf (
    ngettext ("%1$u point of “%2$s” that was missed or partly covered at first was covered the last time.",
              "%1$u points of “%2$s” that were missed or partly covered at first were covered the last time.",
              journey->n_turned),
    journey->n_turned, title);
}

static void
add_well_judged (GPtrArray             *statements,
                 const KlInsightReport *report)
{
  const KlInsightCalibration *calibration = report->calibration;
  guint distance = (guint) round (calibration->n > 0 ? calibration->distance : 0);
  g_autofree char *text = NULL;

  if (calibration->n < JUDGED_MIN || distance >= DISTANCE_MAX)
    return;

  /* Translators: the points are percentage points */
  text = g_strdup_printf (ngettext ("Over %2$u attempts, the score you expected was %1$u point off on average.",
                                    "Over %2$u attempts, the score you expected was %1$u points off on average.",
                                    distance),
                          distance, calibration->n);
  g_ptr_array_add (statements, kl_insight_statement_new (text, NULL, NULL));
}

/**
 * kl_insight_strengths_new:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Returns: (transfer full) (element-type KlInsightStatement): the strengths, always in the same order
 */
GPtrArray *
kl_insight_strengths_new (const KlInsightReport *report,
                          const KlInsightTopics *topics)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);

  kl_insight_choice_add (statements, report, topics, measure_run, say_run);
  kl_insight_choice_add (statements, report, topics, measure_rise, say_rise);
  kl_insight_choice_add (statements, report, topics, measure_turned, say_turned);
  add_well_judged (statements, report);
  return statements;
}
