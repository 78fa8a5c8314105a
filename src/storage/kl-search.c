/* kl-search.c: finds words in titles, points, explanations and feedback, by SQLite's full-text index */

#include "config.h"

#include "kl-search.h"

#include "kl-search-hit.h"

/* Titles before points before explanations before feedback; within each, the best match first. */
static const char *const searches[] = {
  "SELECT 'subject', subject.id, subject.id, subject.owner, subject.title,"
  "  snippet (subject_words, -1, '', '', '…', 16)"
  " FROM subject_words JOIN subject ON subject.rowid = subject_words.rowid"
  " WHERE subject_words MATCH ?1 AND (?2 IS NULL OR subject.owner = ?2) ORDER BY subject_words.rank LIMIT ?3",

  "SELECT 'point', point.id, subject.id, subject.owner, subject.title, snippet (point_words, -1, '', '', '…', 16)"
  " FROM point_words JOIN point ON point.rowid = point_words.rowid JOIN subject ON subject.id = point.owner"
  " WHERE point_words MATCH ?1 AND (?2 IS NULL OR subject.owner = ?2) ORDER BY point_words.rank LIMIT ?3",

  "SELECT 'attempt', attempt.id, subject.id, subject.owner, subject.title,"
  "  snippet (attempt_words, -1, '', '', '…', 16)"
  " FROM attempt_words JOIN attempt ON attempt.rowid = attempt_words.rowid JOIN subject ON subject.id = attempt.owner"
  " WHERE attempt_words MATCH ?1 AND (?2 IS NULL OR subject.owner = ?2) ORDER BY attempt_words.rank LIMIT ?3",

  "SELECT 'feedback', feedback.id, subject.id, subject.owner, subject.title,"
  "  snippet (feedback_words, -1, '', '', '…', 16)"
  " FROM feedback_words JOIN feedback ON feedback.rowid = feedback_words.rowid"
  " JOIN attempt ON attempt.id = feedback.owner JOIN subject ON subject.id = attempt.owner"
  " WHERE feedback_words MATCH ?1 AND (?2 IS NULL OR subject.owner = ?2) ORDER BY feedback_words.rank LIMIT ?3",
};

/* Which of the indexes know the words at all. Asking that is cheap; a search that sorts by rank is not, even where it
 * finds nothing, as the index prepares a query of its own for the sorting. */
static const char probe[] =
  "SELECT EXISTS (SELECT 1 FROM subject_words WHERE subject_words MATCH ?1),"
  "  EXISTS (SELECT 1 FROM point_words WHERE point_words MATCH ?1),"
  "  TRUE,"
  "  EXISTS (SELECT 1 FROM feedback_words WHERE feedback_words MATCH ?1)";

static gboolean
has_letter (const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_find_next_char (c, NULL))
    if (g_unichar_isalnum (g_utf8_get_char (c)) || g_unichar_type (g_utf8_get_char (c)) == G_UNICODE_PRIVATE_USE)
      return TRUE;

  return FALSE;
}

/* Each word as a string of FTS5, so that none of its operators means anything; the last one may be unfinished. */
static char *
build_match (const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (words, " \t\r\n\v\f", -1);
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) pieces = NULL;
      g_autofree char *quoted = NULL;

      if (!has_letter (parts[i]))
        continue;

      pieces = g_strsplit (parts[i], "\"", -1);
      quoted = g_strjoinv ("\"\"", pieces);
      g_string_append_printf (match, "%s\"%s\"", match->len > 0 ? " " : "", quoted);
    }

  if (match->len > 0)
    g_string_append_c (match, '*');
  return g_string_free (g_steal_pointer (&match), FALSE);
}

static gboolean
find_promising (KlDatabase  *database,
                const char  *match,
                gboolean    *is_promising,
                GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, probe, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, match);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    is_promising[i] = has_row && sqlite3_column_int (statement, (int) i);
  return TRUE;
}

static gboolean
add_hits (KlDatabase  *database,
          const char  *sql,
          const char  *plan_id,
          const char  *match,
          guint        limit,
          GListStore  *hits,
          GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, match);
  if (plan_id != NULL)
    kl_database_bind_text (database, statement, 2, plan_id);
  kl_database_bind_integer (database, statement, 3, limit);

  while (has_row)
    {
      g_autoptr(KlSearchHit) hit = NULL;

      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      hit = kl_search_hit_new ((const char *) sqlite3_column_text (statement, 0),
                               (const char *) sqlite3_column_text (statement, 1),
                               (const char *) sqlite3_column_text (statement, 2),
                               (const char *) sqlite3_column_text (statement, 3),
                               (const char *) sqlite3_column_text (statement, 4),
                               (const char *) sqlite3_column_text (statement, 5));
      g_list_store_append (hits, hit);
    }

  return TRUE;
}

static gboolean
search_all (KlDatabase  *database,
            const char  *plan_id,
            const char  *match,
            guint        limit,
            GListStore  *hits,
            GError     **error)
{
  gboolean is_promising[G_N_ELEMENTS (searches)] = { FALSE };

  if (!find_promising (database, match, is_promising, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      guint n_hits = g_list_model_get_n_items (G_LIST_MODEL (hits));

      if (n_hits >= limit)
        break;
      if (is_promising[i] && !add_hits (database, searches[i], plan_id, match, limit - n_hits, hits, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * kl_search_run:
 * @database: a connection
 * @plan_id: (nullable): the plan to search, %NULL for all
 * @words: what a person typed; each word must occur, the last one as a beginning
 * @limit: how many hits at the most
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): hits, the best first; none for no words
 */
GListStore *
kl_search_run (KlDatabase  *database,
               const char  *plan_id,
               const char  *words,
               guint        limit,
               GError     **error)
{
  g_autoptr(GListStore) hits = g_list_store_new (KL_TYPE_SEARCH_HIT);
  g_autofree char *match = build_match (words);
  gboolean success;

  if (*match == '\0')
    return g_steal_pointer (&hits);

  /* One transaction: all indexes are seen as of one moment, and the file is locked once. */
  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  success = search_all (database, plan_id, match, limit, hits, error);
  kl_database_rollback (database);
  return success ? g_steal_pointer (&hits) : NULL;
}
