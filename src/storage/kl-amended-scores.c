/* kl-amended-scores.c: the scores that count in the place of those that were recorded first */

#include "config.h"

#include "kl-amended-scores.h"

#include "kl-column.h"
#include "model/kl-score.h"

#define AMENDMENTS "SELECT owner, low, high FROM amendment WHERE low IS NOT NULL AND high IS NOT NULL"
#define OF_SUBJECT " AND owner IN (SELECT id FROM attempt WHERE owner = ?1)"
#define IN_ORDER " ORDER BY owner, position"

static void
take_row (GHashTable   **scores,
          sqlite3_stmt  *statement)
{
  KlScore score = { sqlite3_column_double (statement, 1), sqlite3_column_double (statement, 2) };

  if (!kl_score_is_set (score))
    return;

  if (*scores == NULL)
    *scores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* They come in order: the latest stays. */
  g_hash_table_replace (*scores, g_strdup (kl_column_get_text (statement, 0)), g_memdup2 (&score, sizeof score));
}

/**
 * kl_amended_scores_read:
 * @database: a connection
 * @subject_id: (nullable): a subject's id, %NULL for the attempts at all
 * @scores: (inout) (element-type utf8 KlScore) (nullable): attempt's id → its score by the latest amendment that has
 *   one; made where it is %NULL and there is one
 * @error: where to put an error
 *
 * Returns: whether they could be read
 */
gboolean
kl_amended_scores_read (KlDatabase  *database,
                        const char  *subject_id,
                        GHashTable **scores,
                        GError     **error)
{
  const char *sql = subject_id != NULL ? AMENDMENTS OF_SUBJECT IN_ORDER : AMENDMENTS IN_ORDER;
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;

  if (subject_id != NULL)
    kl_database_bind_text (database, statement, 1, subject_id);
  while (has_row)
    {
      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        take_row (scores, statement);
    }
  return TRUE;
}
