/* kl-suggestion-query.c: what was suggested of attempts, and what the person made of it
 *
 * A verdict of a word that is none is no suggestion, and no verdict.
 */

#include "config.h"

#include "kl-suggestion-query.h"

#include <math.h>

#include "kl-amended-scores.h"
#include "kl-column.h"
#include "kl-subject-suggestions.h"
#include "model/kl-score.h"

#define VERDICTS "('covered', 'partly', 'missed')"
#define TALLIES                                                                                                       \
  "SELECT owner, sum(suggested = 'covered') AS covered, sum(suggested = 'partly') AS partly,"                         \
  " sum(suggested = 'missed') AS missed, sum(value IN " VERDICTS ") AS judged, sum(value = suggested) AS kept"        \
  " FROM verdict WHERE suggested IN " VERDICTS
#define OF_SUBJECT " AND owner IN (SELECT id FROM attempt WHERE owner = ?1)"
#define SELECT                                                                                                        \
  "SELECT attempt.id, subject.id, subject.owner, attempt.date, attempt.number, attempt.low, attempt.high,"            \
  " attempt.suggested, covered, partly, missed, judged, kept FROM ("
#define JOIN                                                                                                          \
  " GROUP BY owner) AS tally JOIN attempt ON attempt.id = tally.owner JOIN subject ON subject.id = attempt.owner"

/* The columns of the statement. */
enum
{
  COLUMN_ATTEMPT,
  COLUMN_SUBJECT,
  COLUMN_PLAN,
  COLUMN_DATE,
  COLUMN_NUMBER,
  COLUMN_LOW,
  COLUMN_HIGH,
  COLUMN_SUGGESTED,
  COLUMN_COVERED,
  COLUMN_PARTLY,
  COLUMN_MISSED,
  COLUMN_JUDGED,
  COLUMN_KEPT,
};

typedef struct
{
  KlDatabase *database;
  GHashTable *amended; /* attempt's id → KlScore; NULL where there are none */
  GHashTable *subjects;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->amended, g_hash_table_unref);
  g_clear_pointer (&self->subjects, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static double
get_number (sqlite3_stmt *statement,
            int           column)
{
  return sqlite3_column_type (statement, column) != SQLITE_NULL ? sqlite3_column_double (statement, column)
                                                                 : (double) NAN;
}

static guint
get_count (sqlite3_stmt *statement,
           int           column)
{
  return (guint) sqlite3_column_int64 (statement, column);
}

static double
find_score (Reading      *self,
            sqlite3_stmt *statement)
{
  KlScore score = { get_number (statement, COLUMN_LOW), get_number (statement, COLUMN_HIGH) };
  const KlScore *amended = NULL;

  if (self->amended != NULL)
    amended = g_hash_table_lookup (self->amended, kl_column_get_text (statement, COLUMN_ATTEMPT));
  if (amended != NULL)
    score = *amended;
  return kl_score_is_set (score) ? kl_score_get_value (score) : (double) NAN;
}

static void
take_row (Reading      *self,
          sqlite3_stmt *statement)
{
  g_autofree char *subject_id = kl_column_dup_text (statement, COLUMN_SUBJECT);
  KlSubjectSuggestions *subject = g_hash_table_lookup (self->subjects, subject_id);
  KlSuggestionFacts facts = { .score = find_score (self, statement) };

  if (subject == NULL)
    {
      g_autofree char *plan_id = kl_column_dup_text (statement, COLUMN_PLAN);

      subject = kl_subject_suggestions_new (plan_id);
      g_hash_table_insert (self->subjects, g_steal_pointer (&subject_id), subject);
    }

  if (!kl_iso_date_parse (kl_column_get_text (statement, COLUMN_DATE), &facts.date))
    facts.date = (KlIsoDate) { 0 };
  facts.number = sqlite3_column_int64 (statement, COLUMN_NUMBER);
  facts.shown = get_number (statement, COLUMN_SUGGESTED);
  facts.n_covered = get_count (statement, COLUMN_COVERED);
  facts.n_partly = get_count (statement, COLUMN_PARTLY);
  facts.n_missed = get_count (statement, COLUMN_MISSED);
  facts.n_judged = get_count (statement, COLUMN_JUDGED);
  facts.n_kept = get_count (statement, COLUMN_KEPT);
  g_array_append_val (subject->facts, facts);
}

static gboolean
read_rows (Reading     *self,
           const char  *subject_id,
           GError     **error)
{
  const char *sql = subject_id != NULL ? SELECT TALLIES OF_SUBJECT JOIN : SELECT TALLIES JOIN;
  g_autoptr(KlStatement) statement = NULL;
  gboolean has_row = TRUE;

  if (!kl_amended_scores_read (self->database, subject_id, &self->amended, error))
    return FALSE;

  statement = kl_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;

  if (subject_id != NULL)
    kl_database_bind_text (self->database, statement, 1, subject_id);
  while (has_row)
    {
      if (!kl_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        take_row (self, statement);
    }
  return TRUE;
}

static gboolean
read_all (Reading            *self,
          const char *const  *subject_ids,
          GError            **error)
{
  if (subject_ids == NULL)
    return read_rows (self, NULL, error);

  for (guint i = 0; subject_ids[i] != NULL; i++)
    if (!read_rows (self, subject_ids[i], error))
      return FALSE;
  return TRUE;
}

/**
 * kl_suggestion_query_run:
 * @database: a connection
 * @subject_ids: (nullable): the ids of subjects, none twice, %NULL for all of the library
 * @error: where to put an error
 *
 * Reads what was suggested of attempts, all of one moment.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KlSubjectSuggestions): subject's id → what was suggested of
 *   its attempts; subjects of which nothing was are not there
 */
GHashTable *
kl_suggestion_query_run (KlDatabase         *database,
                         const char *const  *subject_ids,
                         GError            **error)
{
  g_auto(Reading) reading = { .database = database };
  gboolean success;

  reading.subjects
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kl_subject_suggestions_free);
  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  success = read_all (&reading, subject_ids, error);
  kl_database_rollback (database);
  return success ? g_steal_pointer (&reading.subjects) : NULL;
}
