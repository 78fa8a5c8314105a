/* kl-score-table.c: a score history in rows and columns
 *
 * The numbers of the attempts, then what there is of sessions and of the future, then what only machines read.
 */

#include "config.h"

#include "kl-score-table.h"

#include <glib/gi18n.h>

#include "kl-score-cell.h"
#include "kl-score-rows.h"

/* What there is beside the numbers of the attempts. */
#define CONTENT_SESSION (KL_SCORE_CELL_N_PLAIN)
#define CONTENT_OUTLOOK (KL_SCORE_CELL_N_PLAIN + 1)

static gboolean
has_sessions (KlScoreSeries *series)
{
  return kl_score_series_get_sessions (series)->len > 0;
}

static gboolean
has_future (KlScoreSeries *series)
{
  return kl_score_series_get_future (series)->points->len > 0;
}

static guint
count_more (KlScoreSeries *series)
{
  return (has_sessions (series) ? 1U : 0U) + (has_future (series) ? 1U : 0U);
}

/* What stands in a column. */
static guint
get_content (KlScoreSeries *series,
             guint          column)
{
  guint n_more = count_more (series);

  if (column < KL_SCORE_CELL_N_COLUMNS)
    return column;
  if (column >= KL_SCORE_CELL_N_COLUMNS + n_more)
    return column - n_more;
  return column == KL_SCORE_CELL_N_COLUMNS && has_sessions (series) ? CONTENT_SESSION : CONTENT_OUTLOOK;
}

/**
 * kl_score_table_get_n_columns:
 * @series: a score history
 *
 * Returns: how many columns it has in words
 */
guint
kl_score_table_get_n_columns (KlScoreSeries *series)
{
  return KL_SCORE_CELL_N_COLUMNS + count_more (series);
}

/**
 * kl_score_table_get_n_plain_columns:
 * @series: a score history
 *
 * Returns: how many columns it has as machines read it
 */
guint
kl_score_table_get_n_plain_columns (KlScoreSeries *series)
{
  return KL_SCORE_CELL_N_PLAIN + count_more (series);
}

/**
 * kl_score_table_dup_heading:
 * @series: a score history
 * @column: below kl_score_table_get_n_plain_columns()
 * @numeric: (out): whether it has numbers
 *
 * Returns: (transfer full): the column's heading
 */
char *
kl_score_table_dup_heading (KlScoreSeries *series,
                            guint          column,
                            gboolean      *numeric)
{
  guint content = get_content (series, column);

  if (content < KL_SCORE_CELL_N_PLAIN)
    return kl_score_cell_dup_heading (content, numeric);

  *numeric = FALSE;
  return g_strdup (content == CONTENT_SESSION ? _("Study session") : _("Outlook"));
}

static char *
dup_content (KlScoreSeries *series,
             guint          mark,
             guint          content,
             gboolean       plain)
{
  const KlScoreFuture *future = kl_score_series_get_future (series);
  guint index;
  KlScoreRow row = kl_score_rows_locate (series, mark, &index);

  if (row == KL_SCORE_ROW_ATTEMPTS && content < KL_SCORE_CELL_N_PLAIN)
    return kl_score_cell_dup_text (series, index, content, plain);
  if (row == KL_SCORE_ROW_EXPECTED && content < KL_SCORE_CELL_N_PLAIN)
    return kl_score_cell_dup_expected (future, index, content, plain);
  if (row == KL_SCORE_ROW_EXPECTED && content == CONTENT_OUTLOOK)
    return kl_score_future_dup_event (future, index);
  if (row == KL_SCORE_ROW_SESSIONS && content == KL_SCORE_CELL_DATE)
    return kl_score_cell_dup_day (kl_score_rows_get_day (series, mark), plain);
  if (row == KL_SCORE_ROW_SESSIONS && content == CONTENT_SESSION)
    return kl_score_session_dup_words (&g_array_index (kl_score_series_get_sessions (series), KlScoreSession, index));
  return NULL;
}

/**
 * kl_score_table_dup_cell:
 * @series: a score history
 * @mark: the number of the mark whose row it is
 * @column: below kl_score_table_get_n_columns(), or below kl_score_table_get_n_plain_columns() where it is plain
 * @plain: as machines read it
 *
 * Returns: (transfer full): what stands there
 */
char *
kl_score_table_dup_cell (KlScoreSeries *series,
                         guint          mark,
                         guint          column,
                         gboolean       plain)
{
  char *text = dup_content (series, mark, get_content (series, column), plain);

  return text != NULL ? text : g_strdup (plain ? "" : "–");
}
