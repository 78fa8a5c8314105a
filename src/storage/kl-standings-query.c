/* kl-standings-query.c: how subjects stand: their latest score, and the way to it */

#include "config.h"

#include "kl-standings-query.h"

#include "kl-column.h"
#include "model/kl-subject.h"

/* As many as a sparkline shows. */
#define N_RECENT 8u

/* What a list shows of the subjects, gathered over their attempts in order. */
typedef struct
{
  guint n_attempts;
  KlScore score;
  char date[sizeof "2025-10-10"];
  double recent[N_RECENT];
  gsize n_recent;
} Gathering;

static void
gather_attempt (Gathering    *gathering,
                sqlite3_stmt *statement)
{
  KlScore score = KL_SCORE_NONE;

  g_assert (gathering != NULL);
  gathering->n_attempts++;
  g_strlcpy (gathering->date, kl_column_get_text (statement, 1), sizeof gathering->date);
  if (sqlite3_column_type (statement, 2) == SQLITE_NULL)
    return;

  score.low = sqlite3_column_double (statement, 2);
  score.high = sqlite3_column_double (statement, 3);
  if (!kl_score_is_set (score))
    return;

  gathering->score = score;
  if (gathering->n_recent == N_RECENT)
    memmove (gathering->recent, gathering->recent + 1, sizeof *gathering->recent * (N_RECENT - 1));
  else
    gathering->n_recent++;
  gathering->recent[gathering->n_recent - 1] = kl_score_get_value (score);
}

static void
set_standing (KlSubject  *subject,
              Gathering  *gathering,
              GHashTable *drafted)
{
  g_autoptr(KlStanding) standing
    = kl_standing_new (gathering->n_attempts, gathering->score, gathering->n_attempts > 0 ? gathering->date : NULL,
                       gathering->recent, gathering->n_recent,
                       g_hash_table_contains (drafted, kl_record_get_id (KL_RECORD (subject))));

  kl_subject_set_standing (subject, standing);
}

static GHashTable *
read_drafted (KlDatabase  *database,
              GError     **error)
{
  g_autoptr(GHashTable) drafted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, "SELECT owner FROM draft", error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;

  while (has_row)
    {
      if (!kl_database_step (database, statement, &has_row, error))
        return NULL;
      if (has_row)
        g_hash_table_add (drafted, kl_column_dup_text (statement, 0));
    }

  return g_steal_pointer (&drafted);
}

/* The score that counts: that of the latest amendment that has one, else the first. Nearly no attempt has any. */
#define CURRENT(end)                                                                                                   \
  "coalesce ((SELECT amendment." end " FROM amendment WHERE amendment.owner = attempt.id"                              \
  " AND amendment.low IS NOT NULL ORDER BY amendment.position DESC LIMIT 1), attempt." end ")"

/* Without a join, the rows come in the order of the index, from the index alone, and nothing has to be sorted. */
#define STANDINGS(low, high, where)                                                                                    \
  "SELECT attempt.owner, substr (attempt.date, 1, 10), " low ", " high " FROM attempt " where                          \
  " ORDER BY attempt.owner, " KL_ATTEMPTS_BY_DAY

static const char *
select_standings (gboolean amended,
                  gboolean one_subject)
{
  if (one_subject)
    return amended ? STANDINGS (CURRENT ("low"), CURRENT ("high"), "WHERE attempt.owner = ?1")
                   : STANDINGS ("attempt.low", "attempt.high", "WHERE attempt.owner = ?1");

  return amended ? STANDINGS (CURRENT ("low"), CURRENT ("high"), "")
                 : STANDINGS ("attempt.low", "attempt.high", "");
}

static GHashTable *
new_gatherings (GHashTable *subjects)
{
  GHashTable *gatherings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iterator;
  gpointer subject;

  g_hash_table_iter_init (&iterator, subjects);
  while (g_hash_table_iter_next (&iterator, NULL, &subject))
    {
      Gathering *empty = g_new0 (Gathering, 1);

      empty->score = KL_SCORE_NONE;
      g_hash_table_insert (gatherings, g_strdup (kl_record_get_id (subject)), empty);
    }

  return gatherings;
}

static gboolean
gather_attempts (KlDatabase    *database,
                 sqlite3_stmt  *statement,
                 GHashTable    *gatherings,
                 GError       **error)
{
  g_autofree char *current = NULL;
  Gathering *gathering = NULL;
  gboolean has_row = TRUE;

  while (has_row)
    {
      const char *owner;

      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      owner = kl_column_get_text (statement, 0);
      if (g_strcmp0 (owner, current) != 0)
        {
          g_free (current);
          current = g_strdup (owner);
          gathering = g_hash_table_lookup (gatherings, current);
        }
      /* Another plan's attempts have no gathering here. */
      if (gathering != NULL)
        gather_attempt (gathering, statement);
    }

  return TRUE;
}

/**
 * kl_standings_query_run:
 * @database: a connection
 * @subjects: (element-type utf8 KlSubject): subjects by id, which get their standing
 * @subject_id: (nullable): their id, where they are just one
 * @error: where to put an error
 *
 * Works out how subjects stand: every attempt is looked at, but of each just its day and its score.
 *
 * Returns: whether they have their standing
 */
gboolean
kl_standings_query_run (KlDatabase  *database,
                        GHashTable  *subjects,
                        const char  *subject_id,
                        GError     **error)
{
  g_autoptr(GHashTable) drafted = read_drafted (database, error);
  g_autoptr(GHashTable) gatherings = new_gatherings (subjects);
  g_autoptr(KlStatement) statement = NULL;
  GHashTableIter iterator;
  gpointer subject;
  gint64 n_amendments;

  if (drafted == NULL
      || !kl_database_get_integer (database, "SELECT EXISTS (SELECT 1 FROM amendment)", &n_amendments, error))
    return FALSE;

  statement = kl_database_prepare (database, select_standings (n_amendments > 0, subject_id != NULL), error);
  if (statement == NULL)
    return FALSE;

  if (subject_id != NULL)
    kl_database_bind_text (database, statement, 1, subject_id);
  if (!gather_attempts (database, statement, gatherings, error))
    return FALSE;

  g_hash_table_iter_init (&iterator, subjects);
  while (g_hash_table_iter_next (&iterator, NULL, &subject))
    set_standing (subject, g_hash_table_lookup (gatherings, kl_record_get_id (subject)), drafted);

  return TRUE;
}
