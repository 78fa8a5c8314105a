/* kl-review-query.c: when subjects were explained and studied, and what the explanations were worth
 *
 * Of a whole plan, the rows are taken as they lie in the file, and sorted into their subjects here: that is faster than
 * to have them in order from an index, which knows not all of what is asked for.
 */

#include "config.h"

#include "kl-review-query.h"

#include "kl-amended-scores.h"
#include "kl-column.h"
#include "model/kl-score.h"

typedef struct
{
  KlDatabase *database;
  KlReviewRows *rows;
  GHashTable *numbers;    /* subject's id → its number in the rows and 1 */
  GHashTable *amendments; /* attempt's id → KlScore that counts; NULL where there are none */
  char *owner;            /* whose the last row was */
  guint number;           /* its number and 1, 0 where it was not asked for */
} Reading;

/* What a statement gives for each row. */
typedef void (*RowFunc) (Reading      *reading,
                         sqlite3_stmt *statement);

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->rows, kl_review_rows_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->amendments, g_hash_table_unref);
  g_free (self->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
read_rows (Reading     *self,
           const char  *sql,
           const char  *id,
           const char  *plan_id,
           RowFunc      func,
           GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (self->database, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;

  if (id != NULL)
    kl_database_bind_text (self->database, statement, 1, id);
  if (plan_id != NULL)
    kl_database_bind_text (self->database, statement, 2, plan_id);
  while (has_row)
    {
      if (!kl_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        func (self, statement);
    }
  return TRUE;
}

static void
take_subject (Reading      *self,
              sqlite3_stmt *statement)
{
  const char *id = kl_column_get_text (statement, 0);

  if (!g_hash_table_contains (self->numbers, id))
    g_hash_table_insert (self->numbers, g_strdup (id),
                         GUINT_TO_POINTER (kl_review_rows_add_subject (self->rows, id) + 1));
}

/* Most rows are of the same subject as the row before. */
static gboolean
find_owner (Reading      *self,
            sqlite3_stmt *statement)
{
  const char *owner = kl_column_get_text (statement, 0);

  if (g_strcmp0 (owner, self->owner) != 0)
    {
      g_free (self->owner);
      self->owner = g_strdup (owner);
      self->number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, owner));
    }
  return self->number > 0;
}

static KlIsoDate
get_date (sqlite3_stmt *statement,
          int           column)
{
  KlIsoDate date = { 0 };

  return kl_iso_date_parse (kl_column_get_text (statement, column), &date) ? date : (KlIsoDate) { 0 };
}

/* What is not set reads as 0, and only then is asked for. */
static double
get_end (sqlite3_stmt *statement,
         int           column)
{
  double value = sqlite3_column_double (statement, column);

  return value > 0 || sqlite3_column_type (statement, column) != SQLITE_NULL ? value : (double) NAN;
}

static void
take_attempt (Reading      *self,
              sqlite3_stmt *statement)
{
  KlAttemptFacts attempt;
  const KlScore *amended = NULL;
  KlScore score;

  if (!find_owner (self, statement))
    return;

  attempt.number = sqlite3_column_int64 (statement, 1);
  attempt.date = get_date (statement, 2);
  score = (KlScore) { get_end (statement, 3), get_end (statement, 4) };
  attempt.assisted = sqlite3_column_int (statement, 5) != 0;
  if (self->amendments != NULL)
    amended = g_hash_table_lookup (self->amendments, kl_column_get_text (statement, 6));
  if (amended != NULL)
    score = *amended;
  attempt.score = kl_score_is_set (score) ? kl_score_get_value (score) : (double) NAN;
  kl_review_rows_add_attempt (self->rows, self->number - 1, &attempt);
}

static void
take_session (Reading      *self,
              sqlite3_stmt *statement)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_SESSION_KIND);
  GEnumValue *kind = g_enum_get_value_by_nick (kinds, kl_column_get_text (statement, 1));
  KlSessionFacts session;

  if (kind == NULL || !find_owner (self, statement))
    return;

  session.kind = (KlSessionKind) kind->value;
  session.started = get_date (statement, 2);
  kl_review_rows_add_session (self->rows, self->number - 1, &session);
}

#define ATTEMPTS "SELECT owner, number, date, low, high, assisted FROM attempt"
#define ATTEMPTS_BY_ID "SELECT owner, number, date, low, high, assisted, id FROM attempt"
#define SESSIONS "SELECT owner, kind, started FROM study_session"
#define OF_SUBJECT " WHERE owner = ?1"

static gboolean
read_subject (Reading     *self,
              const char  *plan_id,
              const char  *subject_id,
              GError     **error)
{
  return read_rows (self, "SELECT id FROM subject WHERE id = ?1 AND owner = ?2", subject_id, plan_id, take_subject,
                    error)
         && kl_amended_scores_read (self->database, subject_id, &self->amendments, error)
         && read_rows (self, ATTEMPTS_BY_ID OF_SUBJECT, subject_id, NULL, take_attempt, error)
         && read_rows (self, SESSIONS OF_SUBJECT, subject_id, NULL, take_session, error);
}

/* Ids need not be read where no attempt was amended. */
static gboolean
read_plan (Reading     *self,
           const char  *plan_id,
           GError     **error)
{
  return read_rows (self, "SELECT id FROM subject" OF_SUBJECT, plan_id, NULL, take_subject, error)
         && kl_amended_scores_read (self->database, NULL, &self->amendments, error)
         && read_rows (self, self->amendments != NULL ? ATTEMPTS_BY_ID : ATTEMPTS, NULL, NULL, take_attempt, error)
         && read_rows (self, SESSIONS, NULL, NULL, take_session, error);
}

static gboolean
read_all (Reading            *self,
          const char         *plan_id,
          const char *const  *subject_ids,
          GError            **error)
{
  if (subject_ids == NULL)
    return read_plan (self, plan_id, error);

  for (guint i = 0; subject_ids[i] != NULL; i++)
    if (!read_subject (self, plan_id, subject_ids[i], error))
      return FALSE;
  return TRUE;
}

/**
 * kl_review_query_run:
 * @database: a connection
 * @plan_id: a plan's id
 * @subject_ids: (nullable): the ids of subjects, %NULL for all of the plan
 * @error: where to put an error
 *
 * Reads when the subjects were explained and studied, all of one moment. Subjects that are not in the plan, or not any
 * more, are not among the rows.
 *
 * Returns: (transfer full) (nullable): the rows
 */
KlReviewRows *
kl_review_query_run (KlDatabase         *database,
                     const char         *plan_id,
                     const char *const  *subject_ids,
                     GError            **error)
{
  g_auto(Reading) reading = { .database = database };
  gboolean success;

  reading.rows = kl_review_rows_new ();
  reading.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  success = read_all (&reading, plan_id, subject_ids, error);
  kl_database_rollback (database);
  if (!success)
    return NULL;

  kl_review_rows_group (reading.rows);
  return g_steal_pointer (&reading.rows);
}
