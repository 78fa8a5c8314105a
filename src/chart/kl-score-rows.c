/* kl-score-rows.c: the marks of a score history in rows: what was studied, what was scored, what is expected
 *
 * A row's marks are numbered after those of the rows below it.
 */

#include "config.h"

#include "kl-score-rows.h"

/**
 * kl_score_rows_count:
 * @series: a score history
 * @row: a row
 *
 * Returns: how many marks it has
 */
guint
kl_score_rows_count (KlScoreSeries *series,
                     KlScoreRow     row)
{
  switch (row)
    {
    case KL_SCORE_ROW_SESSIONS:
      return kl_score_series_get_sessions (series)->len;

    case KL_SCORE_ROW_ATTEMPTS:
      return kl_score_series_get_n_marks (series);

    case KL_SCORE_ROW_EXPECTED:
      return kl_score_series_get_future (series)->points->len - kl_score_series_get_first_expected (series);

    case KL_SCORE_N_ROWS:
    default:
      return 0;
    }
}

/**
 * kl_score_rows_get_start:
 * @series: a score history
 * @row: a row, or %KL_SCORE_N_ROWS
 *
 * Returns: the number of its first mark; how many marks there are in all
 */
guint
kl_score_rows_get_start (KlScoreSeries *series,
                         KlScoreRow     row)
{
  guint start = 0;

  for (KlScoreRow before = KL_SCORE_ROW_SESSIONS; before < row; before++)
    start += kl_score_rows_count (series, before);
  return start;
}

/**
 * kl_score_rows_locate:
 * @series: a score history
 * @mark: the number of a mark
 * @index: (out): its index among the sessions, the attempts, or the points of the future
 *
 * Returns: the row that it is in
 */
KlScoreRow
kl_score_rows_locate (KlScoreSeries *series,
                      guint          mark,
                      guint         *index)
{
  KlScoreRow row = KL_SCORE_ROW_SESSIONS;

  while (row < KL_SCORE_ROW_EXPECTED && mark >= kl_score_rows_get_start (series, row + 1))
    row++;
  *index = mark - kl_score_rows_get_start (series, row);
  if (row == KL_SCORE_ROW_EXPECTED)
    *index += kl_score_series_get_first_expected (series);
  return row;
}

/**
 * kl_score_rows_get_latest:
 * @series: a score history
 *
 * Returns: the number of the latest attempt, behind which is what is to come; where there is none, that of the last
 *   mark of all
 */
guint
kl_score_rows_get_latest (KlScoreSeries *series)
{
  gboolean has_attempts = kl_score_rows_count (series, KL_SCORE_ROW_ATTEMPTS) > 0;
  guint end = kl_score_rows_get_start (series, has_attempts ? KL_SCORE_ROW_EXPECTED : KL_SCORE_N_ROWS);

  return MAX (end, 1) - 1;
}

/**
 * kl_score_rows_get_ends:
 * @series: a score history
 * @mark: the number of a mark
 * @first: (out): the number of the first mark of its row
 * @last: (out): that of the last one
 */
void
kl_score_rows_get_ends (KlScoreSeries *series,
                        guint          mark,
                        guint         *first,
                        guint         *last)
{
  guint index;
  KlScoreRow row = kl_score_rows_locate (series, mark, &index);

  *first = kl_score_rows_get_start (series, row);
  *last = MAX (kl_score_rows_get_start (series, row + 1), 1) - 1;
}

/**
 * kl_score_rows_get_day:
 * @series: a score history
 * @mark: the number of a mark
 *
 * Returns: its day as in #GDate, 0 for none
 */
int
kl_score_rows_get_day (KlScoreSeries *series,
                       guint          mark)
{
  guint index;

  switch (kl_score_rows_locate (series, mark, &index))
    {
    case KL_SCORE_ROW_SESSIONS:
      return g_array_index (kl_score_series_get_sessions (series), KlScoreSession, index).day;

    case KL_SCORE_ROW_EXPECTED:
      return kl_score_future_get (kl_score_series_get_future (series), index)->day;

    case KL_SCORE_ROW_ATTEMPTS:
    case KL_SCORE_N_ROWS:
    default:
      return kl_score_series_get_mark (series, index)->day;
    }
}

/* The mark of a row that has any which is nearest in time. */
static guint
find_nearest (KlScoreSeries *series,
              KlScoreRow     row,
              int            day)
{
  const KlScoreFuture *future = kl_score_series_get_future (series);
  guint start = kl_score_rows_get_start (series, row), first;

  if (row == KL_SCORE_ROW_SESSIONS)
    return kl_score_sessions_find_nearest (kl_score_series_get_sessions (series), day);
  if (row == KL_SCORE_ROW_ATTEMPTS)
    return start + kl_score_marks_find_nearest (kl_score_series_get_marks (series), day);

  first = kl_score_series_get_first_expected (series);
  return start + CLAMP (kl_score_future_find (future, day), first, future->points->len - 1) - first;
}

/**
 * kl_score_rows_get_stride:
 * @series: a score history
 * @mark: the number of a mark
 * @direction: 1 for the row below, -1 for the one above
 *
 * Goes past rows that are empty; below the last one comes the first.
 *
 * Returns: how many marks on the one is that is nearest in time there, 0 where there is no other row
 */
int
kl_score_rows_get_stride (KlScoreSeries *series,
                          guint          mark,
                          int            direction)
{
  guint index;
  KlScoreRow row = kl_score_rows_locate (series, mark, &index), other = row;

  do
    other = (other + (direction > 0 ? KL_SCORE_N_ROWS - 1 : 1)) % KL_SCORE_N_ROWS;
  while (kl_score_rows_count (series, other) == 0 && other != row);
  if (other == row)
    return 0;
  return (int) find_nearest (series, other, kl_score_rows_get_day (series, mark)) - (int) mark;
}
