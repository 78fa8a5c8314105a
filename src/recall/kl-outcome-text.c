/* kl-outcome-text.c: the score that was expected, beside the one that an explanation got */

#include "config.h"

#include "kl-outcome-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-text.h"

/**
 * kl_outcome_text_guess:
 * @guess: the score that the person expected, NaN for none
 * @score: the score that it is, or none
 *
 * Returns: (transfer full) (nullable): such as “You expected 80 %; this is 9 points less”; %NULL without a guess
 */
char *
kl_outcome_text_guess (double  guess,
                       KlScore score)
{
  double value = kl_score_get_value (score);
  double difference = round (value - guess);
  guint size = (guint) fabs (difference);
  g_autofree char *expected = NULL;

  if (isnan (guess))
    return NULL;

  expected = kl_chart_text_percent (guess);
  if (isnan (value))
    /* Translators: %s is a score */
    return g_strdup_printf (_("You expected %s"), expected);
  if (size == 0)
    /* Translators: %s is a score, and the one that was expected */
    return g_strdup_printf (_("You expected %s, and so it is"), expected);
  if (difference < 0)
    /* Translators: %1$s is a score; the points are percentage points */
    return g_strdup_printf (ngettext ("You expected %1$s; this is %2$u point less",
                                      "You expected %1$s; this is %2$u points less", size),
                            expected, size);
  /* Translators: %1$s is a score; the points are percentage points */
  return g_strdup_printf (ngettext ("You expected %1$s; this is %2$u point more",
                                    "You expected %1$s; this is %2$u points more", size),
                          expected, size);
}

/**
 * kl_outcome_text_expected:
 * @expectation: what earlier attempts let expect
 *
 * Returns: (transfer full): such as “Your earlier attempts let 62–75 % be expected”
 */
char *
kl_outcome_text_expected (const KlExpectation *expectation)
{
  const KlScore range = { round (expectation->low), round (expectation->high) };
  g_autofree char *score = kl_chart_text_score (range);

  /* Translators: %s is a score or a range of scores */
  return g_strdup_printf (_("Your earlier attempts let %s be expected"), score);
}
