/* kl-score-words.c: what a score history says in words */

#include "config.h"

#include "kl-score-words.h"

#include <glib/gi18n.h>

#include "kl-chart-text.h"
#include "kl-score-rows.h"

/**
 * kl_score_words_dup_score:
 * @series: a score history
 * @index: below kl_score_series_get_n_marks()
 *
 * Returns: (transfer full): the mark's score, with the name of its band: “92 %, Strong”
 */
char *
kl_score_words_dup_score (KlScoreSeries *series,
                          guint          index)
{
  const KlScoreMark *mark = kl_score_series_get_mark (series, index);
  const KlChartBand *band = kl_chart_bands_get (kl_score_series_get_bands (series), mark->rank);
  g_autofree char *score = kl_chart_text_score (mark->score);

  if (band == NULL || *band->name == '\0')
    return g_steal_pointer (&score);
  /* Translators: a score and the name of the band that it falls into: “92 %, Strong”. */
  return g_strdup_printf (_("%s, %s"), score, band->name);
}

/* “10 October 2025 · attempt 2 · 92 %, Strong” */
static char *
describe_attempt (KlScoreSeries *series,
                  guint          index)
{
  const KlScoreMark *mark = kl_score_series_get_mark (series, index);
  g_autofree char *date = kl_chart_text_day (mark->day, KL_CHART_DATE_FULL);
  g_autofree char *score = kl_score_words_dup_score (series, index);
  GString *text = g_string_new (NULL);

  /* Translators: a date, the number of an attempt, and its score with the band. */
  g_string_append_printf (text, _("%s · attempt %d · %s"), date, (int) mark->number, score);

  if (kl_score_is_set (mark->first))
    {
      g_autofree char *before = kl_chart_text_score (mark->first);

      g_string_append (text, " · ");
      /* Translators: the score that an attempt was first given, before it was amended. */
      g_string_append_printf (text, _("first %s"), before);
    }
  if (mark->assisted)
    {
      g_string_append (text, " · ");
      g_string_append (text, _("assisted"));
    }

  return g_string_free (text, FALSE);
}

/**
 * kl_score_words_dup_mark:
 * @series: a score history
 * @mark: the number of a mark
 *
 * Returns: (transfer full): all that it says: “10 October 2025 · attempt 2 · 92 %, Strong”
 */
char *
kl_score_words_dup_mark (KlScoreSeries *series,
                         guint          mark)
{
  guint index;

  switch (kl_score_rows_locate (series, mark, &index))
    {
    case KL_SCORE_ROW_SESSIONS:
      return kl_score_session_dup_text (&g_array_index (kl_score_series_get_sessions (series), KlScoreSession, index));

    case KL_SCORE_ROW_EXPECTED:
      return kl_score_future_dup_text (kl_score_series_get_future (series), index);

    case KL_SCORE_ROW_ATTEMPTS:
    case KL_SCORE_N_ROWS:
    default:
      return describe_attempt (series, index);
    }
}

static char *
describe_attempts (KlScoreSeries *series)
{
  guint n_marks = kl_score_series_get_n_marks (series);
  const KlScoreMark *first, *last;
  g_autofree char *score = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (n_marks == 0)
    return g_strdup (_("Not assessed yet"));

  first = kl_score_series_get_mark (series, 0);
  last = kl_score_series_get_mark (series, n_marks - 1);
  score = kl_score_words_dup_score (series, n_marks - 1);
  from = kl_chart_text_day (first->day, KL_CHART_DATE_FULL);
  to = kl_chart_text_day (last->day, KL_CHART_DATE_FULL);

  if (first->day == last->day)
    /* Translators: the first is a number, then a date, then a score with its band. */
    return g_strdup_printf (ngettext ("%u attempt on %s; latest %s", "%u attempts on %s; latest %s", n_marks), n_marks,
                            from, score);

  /* Translators: the first is a number, then two dates, then a score with its band. */
  return g_strdup_printf (ngettext ("%u attempt from %s to %s; latest %s", "%u attempts from %s to %s; latest %s",
                                    n_marks),
                          n_marks, from, to, score);
}

/**
 * kl_score_words_dup_summary:
 * @series: a score history
 *
 * Returns: (transfer full): how it was and what was studied meanwhile, and how it goes on
 */
char *
kl_score_words_dup_summary (KlScoreSeries *series)
{
  const GArray *sessions = kl_score_series_get_sessions (series);
  g_autofree char *attempts = describe_attempts (series);
  g_autofree char *studied = sessions->len > 0 ? kl_score_sessions_dup_summary (sessions) : NULL;
  g_autofree char *past = kl_chart_text_join_sentences (attempts, studied);
  g_autofree char *future = kl_score_future_dup_summary (kl_score_series_get_future (series),
                                                         kl_score_series_get_today (series));

  return kl_chart_text_join_sentences (past, future);
}
