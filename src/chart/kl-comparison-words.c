/* kl-comparison-words.c: what several score histories in one chart say in words */

#include "config.h"

#include "kl-comparison-words.h"

#include <glib/gi18n.h>

#include "kl-chart-text.h"
#include "kl-score-words.h"

/* The end of its line; where nothing was from memory, the latest of what was assisted. */
static char *
describe_latest_score (KlScoreSeries *series)
{
  guint n_marks = kl_score_series_get_n_marks (series);
  int latest = kl_score_marks_find_latest (kl_score_series_get_marks (series), n_marks);
  g_autofree char *score = NULL;

  if (n_marks == 0)
    return g_strdup (_("not assessed yet"));
  if (latest >= 0)
    return kl_score_words_dup_score (series, (guint) latest);

  score = kl_score_words_dup_score (series, n_marks - 1);
  /* Translators: the score of an attempt at which the topic was looked at. */
  return g_strdup_printf (_("%s, assisted"), score);
}

/* “Pods 92 %, Strong; Services not assessed yet” */
static char *
describe_all_latest (KlScoreComparison *comparison)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < kl_score_comparison_get_n_lines (comparison); i++)
    {
      g_autofree char *title = kl_score_comparison_dup_line_title (comparison, i);
      g_autofree char *score = describe_latest_score (kl_score_comparison_get_series (comparison, i));
      /* Translators: a topic and its latest score: “Pods 92 %, Strong”. */
      g_autofree char *latest = g_strdup_printf (_("%s %s"), title, score);

      g_strv_builder_add (builder, latest);
    }
  parts = g_strv_builder_end (builder);
  /* Translators: between the parts of a list that have commas themselves. */
  return g_strjoinv (_("; "), parts);
}

/* Those of the marks, and not of what is drawn beside them. */
static KlScoreDays
find_marked_days (KlScoreComparison *comparison)
{
  KlScoreDays days = { 0, 0 };

  for (guint i = 0; i < kl_score_comparison_get_n_lines (comparison); i++)
    kl_score_marks_add_days (kl_score_series_get_marks (kl_score_comparison_get_series (comparison, i)), &days);
  return days;
}

/**
 * kl_comparison_words_dup_summary:
 * @comparison: a comparison
 *
 * Returns: (transfer full): from when to when, and where each line ends
 */
char *
kl_comparison_words_dup_summary (KlScoreComparison *comparison)
{
  g_autofree char *latest = describe_all_latest (comparison);
  const KlScoreDays days = find_marked_days (comparison);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (kl_score_comparison_get_n_lines (comparison) == 0)
    return g_strdup (_("Nothing to compare yet"));
  if (days.first == 0)
    return g_steal_pointer (&latest);

  from = kl_chart_text_day (days.first, KL_CHART_DATE_FULL);
  to = kl_chart_text_day (days.last, KL_CHART_DATE_FULL);
  if (days.first == days.last)
    /* Translators: a date, then what there is of several topics: “Pods 92 %, Strong; Services not assessed yet”. */
    return g_strdup_printf (_("Scores of %s: %s"), from, latest);
  /* Translators: two dates, then the latest score of several topics: “Pods 92 %, Strong; Services 75 %, Good”. */
  return g_strdup_printf (_("Scores from %s to %s. Latest: %s"), from, to, latest);
}

/**
 * kl_comparison_words_dup_unassessed:
 * @comparison: a comparison
 *
 * Returns: (transfer full) (nullable): which lines have no mark, in words; %NULL where all have one
 */
char *
kl_comparison_words_dup_unassessed (KlScoreComparison *comparison)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) titles = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < kl_score_comparison_get_n_lines (comparison); i++)
    {
      g_autofree char *title = kl_score_comparison_dup_line_title (comparison, i);

      if (kl_score_series_get_n_marks (kl_score_comparison_get_series (comparison, i)) == 0)
        g_strv_builder_add (builder, title);
    }
  titles = g_strv_builder_end (builder);
  if (titles[0] == NULL)
    return NULL;

  list = g_strjoinv (_(", "), titles);
  /* Translators: %s is a list of topics, separated by commas. */
  return g_strdup_printf (_("Not assessed yet: %s"), list);
}
