/* kl-score-cell.c: the numbers of a score history in rows and columns */

#include "config.h"

#include "kl-score-cell.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kl-chart-shape.h"
#include "kl-chart-text.h"
#include "model/kl-iso-date.h"

typedef char *(*DescribeFunc) (KlScoreSeries     *series,
                               const KlScoreMark *mark,
                               gboolean           plain);

static char *
describe_number_of (double   value,
                    gboolean plain)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup (plain ? "" : "–");
  return plain ? g_strdup (g_ascii_formatd (digits, sizeof digits, "%.6g", value)) : kl_chart_text_percent (value);
}

static char *
describe_date (KlScoreSeries     *series,
               const KlScoreMark *mark,
               gboolean           plain)
{
  return kl_score_cell_dup_day (mark->day, plain);
}

static char *
describe_number (KlScoreSeries     *series,
                 const KlScoreMark *mark,
                 gboolean           plain)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, mark->number);
}

static char *
describe_score (KlScoreSeries     *series,
                const KlScoreMark *mark,
                gboolean           plain)
{
  g_autofree char *score = NULL;
  g_autofree char *first = NULL;

  if (plain)
    return describe_number_of (mark->value, TRUE);

  score = kl_chart_text_score (mark->score);
  if (!kl_score_is_set (mark->first))
    return g_steal_pointer (&score);

  first = kl_chart_text_score (mark->first);
  /* Translators: a score that was amended, and the one that it had first. */
  return g_strdup_printf (_("%s (first %s)"), score, first);
}

static char *
describe_band (KlScoreSeries     *series,
               const KlScoreMark *mark,
               gboolean           plain)
{
  const KlChartBand *band = kl_chart_bands_get (kl_score_series_get_bands (series), mark->rank);

  if (band == NULL)
    return g_strdup (plain ? "" : "–");
  if (plain)
    return g_strdup (band->name);
  return g_strdup_printf ("%s %s", kl_chart_shape_get_text (kl_chart_shape_for_rank (mark->rank)), band->name);
}

static char *
describe_guess (KlScoreSeries     *series,
                const KlScoreMark *mark,
                gboolean           plain)
{
  return describe_number_of (kl_attempt_get_guess (mark->attempt), plain);
}

static char *
describe_assisted (KlScoreSeries     *series,
                   const KlScoreMark *mark,
                   gboolean           plain)
{
  return g_strdup (mark->assisted ? _("Yes") : _("No"));
}

static char *
describe_low (KlScoreSeries     *series,
              const KlScoreMark *mark,
              gboolean           plain)
{
  return describe_number_of (mark->score.low, plain);
}

static char *
describe_high (KlScoreSeries     *series,
               const KlScoreMark *mark,
               gboolean           plain)
{
  return describe_number_of (mark->score.high, plain);
}

static char *
describe_first (KlScoreSeries     *series,
                const KlScoreMark *mark,
                gboolean           plain)
{
  return describe_number_of (kl_score_is_set (mark->first) ? kl_score_get_value (mark->first) : (double) NAN, plain);
}

static const struct
{
  const char *title;
  DescribeFunc describe;
  gboolean numeric;
} columns[KL_SCORE_CELL_N_PLAIN] = {
  [KL_SCORE_CELL_DATE] = { N_("Date"), describe_date, FALSE },
  [KL_SCORE_CELL_ATTEMPT] = { N_("Attempt"), describe_number, TRUE },
  [KL_SCORE_CELL_SCORE] = { N_("Score"), describe_score, TRUE },
  [KL_SCORE_CELL_BAND] = { N_("Band"), describe_band, FALSE },
  [KL_SCORE_CELL_EXPECTED] = { N_("Expected"), describe_guess, TRUE },
  [KL_SCORE_CELL_ASSISTED] = { N_("Assisted"), describe_assisted, FALSE },
  [KL_SCORE_CELL_LOW] = { N_("Low"), describe_low, TRUE },
  [KL_SCORE_CELL_HIGH] = { N_("High"), describe_high, TRUE },
  [KL_SCORE_CELL_FIRST] = { N_("First score"), describe_first, TRUE },
};

/**
 * kl_score_cell_dup_heading:
 * @column: a #KlScoreCell
 * @numeric: (out): whether it has numbers
 *
 * Returns: (transfer full): the column's heading
 */
char *
kl_score_cell_dup_heading (guint     column,
                           gboolean *numeric)
{
  *numeric = columns[column].numeric;
  return g_strdup (_(columns[column].title));
}

/**
 * kl_score_cell_dup_text:
 * @series: a score history
 * @mark: below kl_score_series_get_n_marks()
 * @column: a #KlScoreCell
 * @plain: as machines read it
 *
 * Returns: (transfer full): what stands there
 */
char *
kl_score_cell_dup_text (KlScoreSeries *series,
                        guint          mark,
                        guint          column,
                        gboolean       plain)
{
  return columns[column].describe (series, kl_score_series_get_mark (series, mark), plain);
}

/**
 * kl_score_cell_dup_expected:
 * @future: how a score history goes on
 * @point: below the number of its points
 * @column: a #KlScoreCell
 * @plain: as machines read it
 *
 * Returns: (transfer full) (nullable): what stands there for a day that is still to come, %NULL for nothing
 */
char *
kl_score_cell_dup_expected (const KlScoreFuture *future,
                            guint                point,
                            guint                column,
                            gboolean             plain)
{
  const KlScoreExpected *expected = kl_score_future_get (future, point);

  switch (column)
    {
    case KL_SCORE_CELL_DATE:
      return kl_score_cell_dup_day (expected->day, plain);

    case KL_SCORE_CELL_EXPECTED:
      return plain ? describe_number_of (expected->score, TRUE) : kl_score_future_dup_range (future, point);

    case KL_SCORE_CELL_LOW:
      return describe_number_of (expected->low, plain);

    case KL_SCORE_CELL_HIGH:
      return describe_number_of (expected->high, plain);

    default:
      return NULL;
    }
}

/**
 * kl_score_cell_dup_day:
 * @day: a day as in #GDate, 0 for none
 * @plain: as machines read it
 *
 * Returns: (transfer full): the day
 */
char *
kl_score_cell_dup_day (int      day,
                       gboolean plain)
{
  if (plain)
    return day > 0 ? kl_iso_date_format_day (day) : g_strdup ("");
  return kl_chart_text_day (day, KL_CHART_DATE_YEAR);
}
