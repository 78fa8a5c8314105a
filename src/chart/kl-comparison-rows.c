/* kl-comparison-rows.c: the marks of several score histories in rows, one for each line */

#include "config.h"

#include "kl-comparison-rows.h"

/**
 * kl_comparison_rows_locate:
 * @comparison: a comparison
 * @mark: the number of a mark
 * @line: (out): the line that it is on
 * @index: (out): its index there
 *
 * Returns: (transfer none): the line's score history
 */
KlScoreSeries *
kl_comparison_rows_locate (KlScoreComparison *comparison,
                           guint              mark,
                           guint             *line,
                           guint             *index)
{
  /* A handful of them. */
  for (guint i = 0; i < kl_score_comparison_get_n_lines (comparison); i++)
    {
      KlScoreSeries *series = kl_score_comparison_get_series (comparison, i);
      guint n_marks = kl_score_series_get_n_marks (series);

      if (mark < n_marks)
        {
          *line = i;
          *index = mark;
          return series;
        }
      mark -= n_marks;
    }
  g_assert_not_reached ();
}

/**
 * kl_comparison_rows_get_ends:
 * @comparison: a comparison
 * @mark: the number of a mark
 * @first: (out): the number of the first mark of its line
 * @last: (out): that of the last one
 */
void
kl_comparison_rows_get_ends (KlScoreComparison *comparison,
                             guint              mark,
                             guint             *first,
                             guint             *last)
{
  guint line, index;
  KlScoreSeries *series = kl_comparison_rows_locate (comparison, mark, &line, &index);

  *first = mark - index;
  *last = *first + kl_score_series_get_n_marks (series) - 1;
}

/**
 * kl_comparison_rows_get_stride:
 * @comparison: a comparison
 * @mark: the number of a mark
 * @direction: 1 for the next line that has marks, -1 for the one before; after the last one comes the first
 *
 * Returns: how many marks on the one is that is nearest in time there, 0 where there is no other line
 */
int
kl_comparison_rows_get_stride (KlScoreComparison *comparison,
                               guint              mark,
                               int                direction)
{
  guint line, index, n_lines = kl_score_comparison_get_n_lines (comparison), other;
  KlScoreSeries *series = kl_comparison_rows_locate (comparison, mark, &line, &index), *to;

  other = line;
  do
    {
      other = (other + (direction > 0 ? 1 : n_lines - 1)) % n_lines;
      to = kl_score_comparison_get_series (comparison, other);
    }
  while (kl_score_series_get_n_marks (to) == 0);

  if (other == line)
    return 0;
  return (int) (kl_score_comparison_get_first_mark (comparison, other)
                + kl_score_marks_find_nearest (kl_score_series_get_marks (to),
                                               kl_score_series_get_mark (series, index)->day))
         - (int) mark;
}
