/* kl-insight-query.c: how it went with a plan so far: its attempts, study sessions, verdicts and corrections
 *
 * Each table is read once, as it lies in the file, and sorted into subjects and points here, which is faster than to
 * let SQLite group it. Attempts are not counted here: which day one belongs to depends on the person's zone and on the
 * hour at which their days begin.
 */

#include "config.h"

#include "kl-insight-query.h"

#include "kl-amended-scores.h"
#include "kl-column.h"
#include "model/kl-score.h"

/* Of so many corrections, the newest, the explanations that came after them are read, and so many of these. */
#define N_CORRECTIONS "100"
#define N_LATER "3"

typedef struct
{
  KlDatabase *database;
  KlInsightRows *rows;
  GHashTable *numbers;    /* subject's id → its number in the rows and 1 */
  GHashTable *points;     /* point's id → KlInsightPoint */
  GHashTable *amendments; /* attempt's id → KlScore that counts; NULL where there are none */
  char *owner;            /* whose the last row was */
  guint number;           /* its number and 1, 0 where it is not in the plan */
} Reading;

/* What a statement gives for each row. */
typedef void (*RowFunc) (Reading      *reading,
                         sqlite3_stmt *statement);

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->rows, kl_insight_rows_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->points, g_hash_table_unref);
  g_clear_pointer (&self->amendments, g_hash_table_unref);
  g_free (self->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
step_rows (Reading       *self,
           sqlite3_stmt  *statement,
           RowFunc        func,
           GError       **error)
{
  gboolean has_row = TRUE;

  while (has_row)
    {
      if (!kl_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        func (self, statement);
    }
  return TRUE;
}

static gboolean
read_rows (Reading     *self,
           const char  *sql,
           const char  *plan_id,
           RowFunc      func,
           GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  if (plan_id != NULL)
    kl_database_bind_text (self->database, statement, 1, plan_id);
  return step_rows (self, statement, func, error);
}

static void
take_subject (Reading      *self,
              sqlite3_stmt *statement)
{
  const char *id = kl_column_get_text (statement, 0);

  g_ptr_array_add (self->rows->subject_ids, g_strdup (id));
  g_hash_table_insert (self->numbers, g_strdup (id), GUINT_TO_POINTER (self->rows->subject_ids->len));
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
get_number (sqlite3_stmt *statement,
            int           column)
{
  double value = sqlite3_column_double (statement, column);

  return value > 0 || sqlite3_column_type (statement, column) != SQLITE_NULL ? value : (double) NAN;
}

static double
get_finite (sqlite3_stmt *statement,
            int           column)
{
  double value = get_number (statement, column);

  return isfinite (value) ? value : (double) NAN;
}

/* As many that a sum of them is a number, too. */
static gint64
get_seconds (sqlite3_stmt *statement,
             int           column)
{
  return CLAMP (sqlite3_column_int64 (statement, column), 0, G_MAXINT32);
}

static void
take_attempt (Reading      *self,
              sqlite3_stmt *statement)
{
  KlInsightAttempt attempt;
  const KlScore *amended = NULL;
  KlScore score;

  if (!find_owner (self, statement))
    return;

  attempt.subject = self->number - 1;
  attempt.number = sqlite3_column_int64 (statement, 1);
  attempt.date = get_date (statement, 2);
  score = (KlScore) { get_number (statement, 3), get_number (statement, 4) };
  attempt.is_assisted = sqlite3_column_int (statement, 5) != 0;
  attempt.guess = get_finite (statement, 6);
  attempt.suggested = get_finite (statement, 7);
  attempt.seconds = get_seconds (statement, 8);
  if (self->amendments != NULL)
    amended = g_hash_table_lookup (self->amendments, kl_column_get_text (statement, 9));
  if (amended != NULL)
    score = *amended;
  attempt.score = kl_score_is_set (score) ? kl_score_get_value (score) : (double) NAN;
  g_array_append_val (self->rows->attempts, attempt);
}

static void
take_session (Reading      *self,
              sqlite3_stmt *statement)
{
  KlInsightSession session;

  if (!find_owner (self, statement))
    return;

  session.subject = self->number - 1;
  session.started = get_date (statement, 1);
  session.seconds = get_seconds (statement, 2);
  g_array_append_val (self->rows->sessions, session);
}

static void
take_point (Reading      *self,
            sqlite3_stmt *statement)
{
  KlInsightPoint *point;

  if (!find_owner (self, statement))
    return;

  point = kl_insight_point_new (kl_column_get_text (statement, 1), self->number - 1, kl_column_get_text (statement, 2));
  g_hash_table_insert (self->points, point->id, point);
}

static KlVerdictValue
get_verdict (sqlite3_stmt *statement,
             int           column)
{
  const char *nick = kl_column_get_text (statement, column);

  if (g_strcmp0 (nick, "covered") == 0)
    return KL_VERDICT_COVERED;
  if (g_strcmp0 (nick, "partly") == 0)
    return KL_VERDICT_PARTLY;
  return g_strcmp0 (nick, "missed") == 0 ? KL_VERDICT_MISSED : KL_VERDICT_UNSET;
}

static void
take_verdict (Reading      *self,
              sqlite3_stmt *statement)
{
  KlInsightVerdict verdict = { .value = get_verdict (statement, 1) };
  KlVerdictValue suggested = get_verdict (statement, 2);
  KlInsightPoint *point = NULL;

  if (verdict.value == KL_VERDICT_UNSET || !find_owner (self, statement))
    return;

  self->rows->n_judged += suggested != KL_VERDICT_UNSET ? 1 : 0;
  self->rows->n_kept += suggested == verdict.value ? 1 : 0;
  if (sqlite3_column_int (statement, 4) == 0 && sqlite3_column_type (statement, 3) != SQLITE_NULL)
    point = g_hash_table_lookup (self->points, kl_column_get_text (statement, 3));
  if (point == NULL)
    return;

  verdict.number = sqlite3_column_int64 (statement, 5);
  verdict.day = get_date (statement, 6).day;
  kl_insight_point_add (point, &verdict);
}

static void
take_correction (Reading      *self,
                 sqlite3_stmt *statement)
{
  const char *wrong;
  const char *right;
  KlInsightCorrection *correction;

  if (!find_owner (self, statement))
    return;
  wrong = kl_column_get_text (statement, 2);
  right = kl_column_get_text (statement, 3);
  if (*wrong == '\0' || *right == '\0')
    return;

  correction = kl_insight_correction_new (self->number - 1, kl_column_get_text (statement, 1), wrong, right);
  correction->number = sqlite3_column_int64 (statement, 4);
  correction->day = get_date (statement, 5).day;
  g_ptr_array_add (self->rows->corrections, correction);
}

/* Points without a verdict say nothing. */
static void
keep_judged_points (Reading *self)
{
  GHashTableIter iterator;
  gpointer point;

  g_hash_table_iter_init (&iterator, self->points);
  while (g_hash_table_iter_next (&iterator, NULL, &point))
    if (((KlInsightPoint *) point)->n_judged > 0)
      {
        g_hash_table_iter_steal (&iterator);
        g_ptr_array_add (self->rows->points, point);
      }
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const KlInsightCorrection *first = *(const KlInsightCorrection *const *) a;
  const KlInsightCorrection *second = *(const KlInsightCorrection *const *) b;

  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  if (first->number != second->number)
    return first->number > second->number ? -1 : 1;
  return g_strcmp0 (first->attempt_id, second->attempt_id);
}

static gboolean
read_explanations (Reading              *self,
                   KlInsightCorrection  *correction,
                   sqlite3_stmt         *statement,
                   GError              **error)
{
  gboolean has_row = TRUE;

  sqlite3_reset (statement);
  kl_database_bind_text (self->database, statement, 1, correction->attempt_id);
  correction->later = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_insight_explanation_free);
  while (has_row)
    {
      KlInsightExplanation *explanation;

      if (!kl_database_step (self->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      explanation = g_new0 (KlInsightExplanation, 1);
      explanation->attempt_id = kl_column_dup_text (statement, 0);
      explanation->number = sqlite3_column_int64 (statement, 1);
      explanation->day = get_date (statement, 2).day;
      explanation->text = kl_column_dup_text (statement, 3);
      g_ptr_array_add (correction->later, explanation);
    }
  return TRUE;
}

/* The attempts after one, as a list of a subject has them. */
static const char later[] =
  "SELECT later.id, later.number, later.date, later.explanation FROM attempt JOIN attempt AS later"
  " ON later.owner = attempt.owner"
  " AND (substr (later.date, 1, 10), later.number) > (substr (attempt.date, 1, 10), attempt.number)"
  " WHERE attempt.id = ?1 AND later.explanation <> ''"
  " ORDER BY substr (later.date, 1, 10) DESC, later.number DESC LIMIT " N_LATER;

static gboolean
read_later (Reading  *self,
            GError  **error)
{
  GPtrArray *corrections = self->rows->corrections;
  g_autoptr(KlStatement) statement = NULL;

  if (corrections->len == 0)
    return TRUE;

  statement = kl_database_prepare (self->database, later, error);
  if (statement == NULL)
    return FALSE;

  g_ptr_array_sort (corrections, compare_newest);
  for (guint i = 0; i < MIN (corrections->len, (guint) g_ascii_strtoull (N_CORRECTIONS, NULL, 10)); i++)
    if (!read_explanations (self, g_ptr_array_index (corrections, i), statement, error))
      return FALSE;
  return TRUE;
}

#define ATTEMPT_COLUMNS "owner, number, date, low, high, assisted, guess, suggested, seconds"

static const char subjects[] = "SELECT id FROM subject WHERE owner = ?1 ORDER BY position, id";
static const char attempts[] = "SELECT " ATTEMPT_COLUMNS " FROM attempt";
static const char attempts_by_id[] = "SELECT " ATTEMPT_COLUMNS ", id FROM attempt";
static const char sessions[] = "SELECT owner, started, seconds FROM study_session";
static const char points[] = "SELECT owner, id, text FROM point";
static const char verdicts[] = "SELECT attempt.owner, verdict.value, verdict.suggested, verdict.point, "
                               "attempt.assisted, attempt.number, attempt.date"
                               " FROM verdict CROSS JOIN attempt ON attempt.id = verdict.owner";
static const char corrections[] =
  "SELECT attempt.owner, attempt.id, feedback.wrong, feedback.right, attempt.number, attempt.date"
  " FROM feedback CROSS JOIN attempt ON attempt.id = feedback.owner WHERE feedback.kind = 'correction'";

static gboolean
read_all (Reading     *self,
          const char  *plan_id,
          GError     **error)
{
  if (!read_rows (self, subjects, plan_id, take_subject, error)
      || !kl_amended_scores_read (self->database, NULL, &self->amendments, error)
      || !read_rows (self, self->amendments != NULL ? attempts_by_id : attempts, NULL, take_attempt, error)
      || !read_rows (self, sessions, NULL, take_session, error) || !read_rows (self, points, NULL, take_point, error)
      || !read_rows (self, verdicts, NULL, take_verdict, error)
      || !read_rows (self, corrections, NULL, take_correction, error) || !read_later (self, error))
    return FALSE;

  keep_judged_points (self);
  return TRUE;
}

/**
 * kl_insight_query_run:
 * @database: a connection
 * @plan_id: a plan's id
 * @error: where to put an error
 *
 * Reads what there is to know of how it went with a plan, all of one moment.
 *
 * Returns: (transfer full) (nullable): the rows
 */
KlInsightRows *
kl_insight_query_run (KlDatabase  *database,
                      const char  *plan_id,
                      GError     **error)
{
  g_auto(Reading) reading = { .database = database };
  gboolean success;

  reading.rows = kl_insight_rows_new ();
  reading.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.points = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kl_insight_point_free);
  if (!kl_database_execute (database, "BEGIN", error))
    return NULL;

  success = read_all (&reading, plan_id, error);
  kl_database_rollback (database);
  return success ? g_steal_pointer (&reading.rows) : NULL;
}
