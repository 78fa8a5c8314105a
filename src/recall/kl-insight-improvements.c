/* kl-insight-improvements.c: what comes back, is missed, stays low, fell or is misjudged, in sentences with their
 * evidence
 *
 * Of each kind two at most, in this order:
 * 1. Corrections that came back; most often first.
 * 2. Points that were missed, or partly covered, in half of three verdicts or more, and were not covered the last time;
 *    most often first.
 * 3. Subjects whose latest two attempts without help were in the lowest band, or below all of them; the lowest first.
 * 4. Subjects that fell by 15 points or more to the latest attempt, from the one before or else from the best since the
 *    first; the deepest first. What is low was named already.
 * 5. Subjects where what was expected is 8 points or more beside what it was, on average of three attempts or more.
 * 6. The same of all subjects together: 5 points or more, of five attempts or more.
 */

#include "config.h"

#include "kl-insight-improvements.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-bands.h"
#include "chart/kl-chart-text.h"

#include "kl-day-text.h"
#include "kl-insight-choice.h"

#define FALL_MIN 15.0
#define JUDGED_MIN 3
#define BIAS_MIN 8.0
#define BIAS_MIN_ALL 5.0

static void
add (GPtrArray             *statements,
     const KlInsightReport *report,
     guint                  subject,
     const char            *attempt_id,
     const char            *text)
{
  g_ptr_array_add (statements, kl_insight_statement_new (text, kl_insight_report_get_id (report, subject), attempt_id));
}

/* What the coach finds it may find wrongly. */
static char *
say_return (const KlInsightReturn *came_back,
            const char            *title)
{
  if (came_back->n_noted > 0)
    /* Translators: %1$s is what somebody said that is wrong, %2$s a topic, %3$u how many attempts */
    return g_strdup_printf (ngettext ("“%1$s” was corrected in “%2$s” and came back in %3$u later attempt.",
                                      "“%1$s” was corrected in “%2$s” and came back in %3$u later attempts.",
                                      came_back->n_noted),
                            came_back->wrong, title, came_back->n_noted);
  /* Translators: %1$s is what somebody said that is wrong, %2$s a topic, %3$u how many attempts */
  return g_strdup_printf (ngettext ("“%1$s” was corrected in “%2$s” and seems to come back in %3$u later attempt.",
                                    "“%1$s” was corrected in “%2$s” and seems to come back in %3$u later attempts.",
                                    came_back->n_found),
                          came_back->wrong, title, came_back->n_found);
}

static void
add_returns (GPtrArray             *statements,
             const KlInsightReport *report,
             const KlInsightTopics *topics,
             guint                  limit)
{
  guint n_added = 0;

  for (guint i = 0; i < report->returns->len && n_added < limit; i++)
    {
      const KlInsightReturn *came_back = g_ptr_array_index (report->returns, i);
      const char *title = kl_insight_topics_get_title (topics, came_back->subject);
      g_autofree char *text = NULL;

      if (title == NULL)
        continue;
      text = say_return (came_back, title);
      add (statements, report, came_back->subject, came_back->attempt_id, text);
      n_added++;
    }
}

static gboolean
is_often_missed (const KlInsightPoint *point)
{
  return point->n_judged >= JUDGED_MIN && 2 * kl_insight_missed_get (point) >= point->n_judged
         && point->last.value != KL_VERDICT_COVERED;
}

static char *
say_missed (const KlInsightPoint *point,
            const char           *title)
{
  guint n_missed = point->n_missed + point->n_partly;

  if (point->n_partly == 0)
    /* Translators: %1$s is a point, %2$s its topic; then how many attempts of how many */
    return g_strdup_printf (ngettext ("“%1$s” in “%2$s” was missed in %3$u of %4$u attempt.",
                                      "“%1$s” in “%2$s” was missed in %3$u of %4$u attempts.", point->n_judged),
                            point->text, title, n_missed, point->n_judged);
  /* Translators: %1$s is a point, %2$s its topic; then how many attempts of how many */
  return g_strdup_printf (
    ngettext ("“%1$s” in “%2$s” was missed or partly covered in %3$u of %4$u attempt.",
              "“%1$s” in “%2$s” was missed or partly covered in %3$u of %4$u attempts.", point->n_judged),
    point->text, title, n_missed, point->n_judged);
}

static void
add_missed (GPtrArray             *statements,
            const KlInsightReport *report,
            const KlInsightTopics *topics)
{
  guint n_added = 0;

  for (guint i = 0; i < report->missed->len && n_added < KL_INSIGHT_CHOICE_MAX; i++)
    {
      const KlInsightPoint *point = g_ptr_array_index (report->missed, i);
      const char *title;
      g_autofree char *text = NULL;

      if (!is_often_missed (point))
        continue;
      title = kl_insight_topics_get_title (topics, point->subject);
      if (title == NULL)
        continue;
      text = say_missed (point, title);
      add (statements, report, point->subject, NULL, text);
      n_added++;
    }
}

/* What low scores are below: those of the lowest band, or of none where the lowest one does not begin at 0. */
static double
find_limit (const KlInsightReport *report)
{
  const KlChartBand *lowest = kl_chart_bands_get (report->bands, (int) report->bands->len - 1);
  const KlChartBand *above = kl_chart_bands_get (report->bands, (int) report->bands->len - 2);

  if (lowest != NULL && lowest->low > 0)
    return lowest->low;
  return above != NULL ? above->low : 0;
}

static double
measure_low (const KlInsightReport  *report,
             const KlInsightJourney *journey)
{
  double limit = find_limit (report);

  return journey->last.score < limit && journey->previous < limit ? 1 + limit - journey->last.score : 0;
}

static char *
say_low (const KlInsightReport  *report,
         const KlInsightJourney *journey,
         const char             *title)
{
  g_autofree char *limit = kl_chart_text_percent (find_limit (report));
  g_autofree char *previous = kl_chart_text_percent (journey->previous);
  g_autofree char *last = kl_chart_text_percent (journey->last.score);

  /* Translators: %1$s is a topic, the others are scores */
  return g_strdup_printf (_("“%1$s” was below %2$s in its latest two attempts: %3$s, then %4$s."), title, limit,
                          previous, last);
}

/* From which score: the latest attempt alone did it, or it took several. */
static double
find_height (const KlInsightJourney *journey)
{
  return journey->previous - journey->last.score >= FALL_MIN ? journey->previous : journey->best.score;
}

static double
measure_fall (const KlInsightReport  *report,
              const KlInsightJourney *journey)
{
  double fall = find_height (journey) - journey->last.score;

  return fall >= FALL_MIN && measure_low (report, journey) <= 0 ? fall : 0;
}

static char *
say_fall (const KlInsightReport  *report,
          const KlInsightJourney *journey,
          const char             *title)
{
  g_autofree char *height = kl_chart_text_percent (find_height (journey));
  g_autofree char *last = kl_chart_text_percent (journey->last.score);
  g_autofree char *date = kl_day_text_date (journey->best.day, report->today);

  if (journey->previous - journey->last.score >= FALL_MIN)
    /* Translators: %1$s is a topic, the others are scores */
    return g_strdup_printf (_("“%1$s” went from %2$s to %3$s in the latest attempt."), title, height, last);
  /* Translators: %1$s is a topic, %2$s its best score, %3$s the date of that, %4$s its latest score */
  return g_strdup_printf (_("“%1$s” fell from %2$s on %3$s to %4$s."), title, height, date, last);
}

/* Those of @size or more. */
static void
add_biases (GPtrArray             *statements,
            const KlInsightReport *report,
            const KlInsightTopics *topics,
            double                 size,
            guint                  limit)
{
  const GArray *biases = report->calibration->subjects;
  guint n_added = 0;

  for (guint i = 0; i < biases->len && n_added < limit; i++)
    {
      const KlInsightBias *bias = &g_array_index (biases, KlInsightBias, i);
      const char *title = kl_insight_topics_get_title (topics, bias->subject);
      g_autofree char *words = kl_insight_calibration_say (report->calibration, bias->bias);
      g_autofree char *text = NULL;

      if (title == NULL || fabs (bias->bias) < size)
        continue;
      /* Translators: %1$s is a topic, %2$s such as “8 points too sure”, %3$u how many attempts */
      text = g_strdup_printf (ngettext ("“%1$s”: %2$s on average, over %3$u attempt.",
                                        "“%1$s”: %2$s on average, over %3$u attempts.", bias->n),
                              title, words, bias->n);
      add (statements, report, bias->subject, NULL, text);
      n_added++;
    }
}

static void
add_bias (GPtrArray             *statements,
          const KlInsightReport *report)
{
  const KlInsightCalibration *calibration = report->calibration;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (calibration->n < KL_INSIGHT_CALIBRATION_MIN || fabs (calibration->bias) < BIAS_MIN_ALL)
    return;

  words = kl_insight_calibration_say (calibration, calibration->bias);
  /* Translators: %1$s is such as “8 points too sure”, %2$u how many attempts */
  text = g_strdup_printf (ngettext ("All topics together: %1$s on average, over %2$u attempt.",
                                    "All topics together: %1$s on average, over %2$u attempts.", calibration->n),
                          words, calibration->n);
  g_ptr_array_add (statements, kl_insight_statement_new (text, NULL, NULL));
}

/**
 * kl_insight_improvements_new:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Returns: (transfer full) (element-type KlInsightStatement): the areas for improvement, always in the same order
 */
GPtrArray *
kl_insight_improvements_new (const KlInsightReport *report,
                             const KlInsightTopics *topics)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);

  add_returns (statements, report, topics, KL_INSIGHT_CHOICE_MAX);
  add_missed (statements, report, topics);
  kl_insight_choice_add (statements, report, topics, measure_low, say_low);
  kl_insight_choice_add (statements, report, topics, measure_fall, say_fall);
  add_biases (statements, report, topics, BIAS_MIN, KL_INSIGHT_CHOICE_MAX);
  add_bias (statements, report);
  return statements;
}

/**
 * kl_insight_improvements_list_returns:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type KlInsightStatement): the corrections that came back, each leading to the
 * latest attempt in which it did
 */
GPtrArray *
kl_insight_improvements_list_returns (const KlInsightReport *report,
                                      const KlInsightTopics *topics,
                                      guint                  limit)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);

  add_returns (statements, report, topics, limit);
  return statements;
}

/**
 * kl_insight_improvements_list_biases:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type KlInsightStatement): how sure the person was of each subject with enough
 *   attempts, the largest bias first
 */
GPtrArray *
kl_insight_improvements_list_biases (const KlInsightReport *report,
                                     const KlInsightTopics *topics,
                                     guint                  limit)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);

  add_biases (statements, report, topics, 0, limit);
  return statements;
}
