/* bench-record.c: recording an attempt, against the same rows, search index and changeset by plain SQLite */

#include "config.h"

#include "bench-areas.h"
#include "bench-folder.h"
#include "bench-library.h"
#include "bench-plain.h"
#include "bench-text.h"
#include "cli/kl-await.h"
#include "model/kl-feedback.h"
#include "model/kl-verdict.h"

enum
{
  N_FEEDBACK = 3,
  N_VERDICTS = 5,
  N_WORDS = 160, /* about 1 kB */
  N_ROUNDS = 60,
};

#define BAR 2.0
#define DATE "2026-01-02T12:00:00+01:00"

/* The statements of one recording, in their order. */
enum
{
  FIND_SUBJECT,
  INSERT_DRAFT,
  NEXT_NUMBER,
  INSERT_ATTEMPT,
  INSERT_FEEDBACK,
  INSERT_VERDICT,
  DELETE_DRAFT,
  INSERT_CHANGE,
  TRIM_CHANGES,
  ADD_REVISION,
  N_STATEMENTS,
};

static const char *const statements[N_STATEMENTS] = {
  "SELECT count (*) FROM subject WHERE id = ?1",
  "INSERT INTO draft (id, owner, position, text, assisted, seconds, started, updated, stage, score, checksum)"
  " VALUES (?2, ?1, 0, ?3, 0, 300, ?4, ?4, 'writing', 80, 1234567)",
  "SELECT coalesce (max (number), 0) + 1 FROM attempt WHERE owner = ?1",
  "INSERT INTO attempt (id, owner, position, number, date, low, high, assisted, seconds, explanation, checksum)"
  " VALUES (?2, ?1, ?5, ?5, ?4, 80, 80, 0, 300, ?3, 1234567)",
  "INSERT INTO feedback (id, owner, position, kind, text, done, checksum)"
  " VALUES (?2, ?1, ?5, 'nailed', ?3, 0, 1234567)",
  "INSERT INTO verdict (id, owner, position, text, value, checksum) VALUES (?2, ?1, ?5, ?3, 'covered', 1234567)",
  "DELETE FROM draft WHERE owner = ?1",
  "INSERT INTO change (kind, title, date, changeset) VALUES ('record-attempt', ?1, ?4, ?6)",
  "DELETE FROM change WHERE number <= (SELECT number FROM change ORDER BY number DESC LIMIT 1 OFFSET 200)",
  "UPDATE state SET revision = revision + 1",
};

static const char *const captured[] = {
  "plan", "subject", "point", "gap", "link", "queue_entry", "attempt", "feedback", "verdict", "amendment",
  "study_session", "draft", "study_kind", "band", "assessment", "document",
};

typedef struct
{
  KlLibrary *library;
  KlPlan *plan;
  sqlite3 *plain;
  sqlite3_stmt *statements[N_STATEMENTS];
  GRand *random;
  guint our_round;
  guint plain_round;
} Recording;

static KlSubject *
choose_subject (Recording *self,
                guint      round)
{
  GListModel *subjects = kl_plan_get_subjects (self->plan);

  return g_list_model_get_item (subjects, (round * 7) % g_list_model_get_n_items (subjects));
}

static KlAttempt *
new_attempt (Recording *self)
{
  g_autofree char *explanation = bench_text_new (self->random, N_WORDS);
  KlAttempt *attempt = g_object_new (KL_TYPE_ATTEMPT, "date", DATE, "explanation", explanation, "low", 80.0, "high",
                                     80.0, "seconds", (gint64) 300, NULL);

  for (guint i = 0; i < N_FEEDBACK; i++)
    {
      g_autofree char *text = bench_text_new (self->random, 10);
      g_autoptr(KlRecord) feedback = g_object_new (KL_TYPE_FEEDBACK, "text", text, NULL);

      kl_record_append (KL_RECORD (attempt), feedback);
    }
  for (guint i = 0; i < N_VERDICTS; i++)
    {
      g_autofree char *text = bench_text_new (self->random, 7);
      g_autoptr(KlRecord) verdict = g_object_new (KL_TYPE_VERDICT, "text", text, "value", KL_VERDICT_COVERED, NULL);

      kl_record_append (KL_RECORD (attempt), verdict);
    }
  return attempt;
}

static gboolean
record_ours (gpointer   data,
             gint64    *microseconds,
             GError   **error)
{
  Recording *self = data;
  g_autoptr(KlSubject) subject = choose_subject (self, self->our_round++);
  g_autoptr(KlAttempt) attempt = new_attempt (self);
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) recorded = NULL;
  gint64 begin;

  /* The page of what is being explained is open, so that the new attempt is read back into it. */
  kl_library_load_subject_async (self->library, subject, NULL, kl_await_cb, &loaded);
  if (!kl_library_load_subject_finish (self->library, kl_await (&loaded), error))
    return FALSE;

  begin = g_get_monotonic_time ();
  kl_library_record_attempt_async (self->library, subject, attempt, NULL, kl_await_cb, &recorded);
  if (!kl_library_record_attempt_finish (self->library, kl_await (&recorded), error))
    return FALSE;

  *microseconds = g_get_monotonic_time () - begin;
  return TRUE;
}

static gboolean
run_plain (Recording   *self,
           guint        index,
           const char  *owner,
           const char  *id,
           const char  *text,
           gint64       number,
           GError     **error)
{
  sqlite3_stmt *statement = self->statements[index];

  /* Parameters that a statement does not have are refused, which is fine. */
  sqlite3_bind_text (statement, 1, owner, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, text, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, DATE, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, number);
  return bench_plain_run (statement, error);
}

static gboolean
insert_children (Recording   *self,
                 guint        index,
                 GListModel  *children,
                 const char  *attempt_id,
                 GError     **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(KlRecord) child = g_list_model_get_item (children, i);
      g_autofree char *text = NULL;

      g_object_get (child, "text", &text, NULL);
      if (!run_plain (self, index, attempt_id, kl_record_get_id (child), text, i + 1, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
store_changeset (Recording        *self,
                 sqlite3_session  *session,
                 const char       *title,
                 GError          **error)
{
  void *changeset = NULL;
  int length = 0;
  gboolean success;

  if (!bench_plain_check (self->plain, sqlite3session_changeset (session, &length, &changeset), error))
    return FALSE;

  sqlite3_bind_blob (self->statements[INSERT_CHANGE], 6, changeset, length, SQLITE_STATIC);
  success = run_plain (self, INSERT_CHANGE, title, NULL, NULL, 0, error);
  sqlite3_free (changeset);
  return success;
}

static gboolean
insert_rows (Recording        *self,
             const char       *subject_id,
             KlAttempt        *attempt,
             sqlite3_session  *session,
             GError          **error)
{
  const char *attempt_id = kl_record_get_id (KL_RECORD (attempt));
  sqlite3_stmt *next = self->statements[NEXT_NUMBER];
  gint64 number;

  sqlite3_bind_text (next, 1, subject_id, -1, SQLITE_STATIC);
  if (!bench_plain_check (self->plain, sqlite3_step (next), error))
    return FALSE;
  number = sqlite3_column_int64 (next, 0);
  sqlite3_reset (next);

  return run_plain (self, INSERT_ATTEMPT, subject_id, attempt_id, kl_attempt_get_explanation (attempt), number, error)
         && insert_children (self, INSERT_FEEDBACK, kl_attempt_get_feedback (attempt), attempt_id, error)
         && insert_children (self, INSERT_VERDICT, kl_attempt_get_verdicts (attempt), attempt_id, error)
         && run_plain (self, DELETE_DRAFT, subject_id, NULL, NULL, 0, error)
         && store_changeset (self, session, "Topic", error)
         && run_plain (self, TRIM_CHANGES, NULL, NULL, NULL, 0, error)
         && run_plain (self, ADD_REVISION, NULL, NULL, NULL, 0, error)
         && bench_plain_execute (self->plain, "COMMIT", error);
}

static gboolean
record_plain (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Recording *self = data;
  g_autoptr(KlSubject) subject = choose_subject (self, self->plain_round++);
  g_autoptr(KlAttempt) attempt = new_attempt (self);
  g_autofree char *draft_id = g_uuid_string_random ();
  const char *subject_id = kl_record_get_id (KL_RECORD (subject));
  sqlite3_session *session = NULL;
  gint64 begin = g_get_monotonic_time ();
  gboolean success;

  if (!bench_plain_execute (self->plain, "BEGIN IMMEDIATE", error)
      || !run_plain (self, FIND_SUBJECT, subject_id, NULL, NULL, 0, error)
      || !run_plain (self, INSERT_DRAFT, subject_id, draft_id, kl_attempt_get_explanation (attempt), 0, error)
      || !bench_plain_check (self->plain, sqlite3session_create (self->plain, "main", &session), error))
    return FALSE;

  success = TRUE;
  for (guint i = 0; success && i < G_N_ELEMENTS (captured); i++)
    success = bench_plain_check (self->plain, sqlite3session_attach (session, captured[i]), error);
  success = success && insert_rows (self, subject_id, attempt, session, error);
  sqlite3session_delete (session);

  *microseconds = g_get_monotonic_time () - begin;
  return success;
}

static gboolean
recording_set_up (Recording   *self,
                  const char  *path,
                  const char  *plain_path,
                  GError     **error)
{
  if (!bench_folder_copy (path, plain_path, error))
    return FALSE;

  self->random = g_rand_new_with_seed (2);
  self->library = bench_library_open (path, error);
  if (self->library == NULL)
    return FALSE;
  self->plan = bench_library_load (self->library, error);
  if (self->plan == NULL)
    return FALSE;

  self->plain = bench_plain_open (plain_path, error);
  for (guint i = 0; self->plain != NULL && i < N_STATEMENTS; i++)
    {
      self->statements[i] = bench_plain_prepare (self->plain, statements[i], error);
      if (self->statements[i] == NULL)
        return FALSE;
    }

  return self->plain != NULL;
}

static void
recording_tear_down (Recording *self)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  sqlite3_close (self->plain);
  g_clear_object (&self->plan);
  bench_library_close (self->library);
  g_clear_pointer (&self->random, g_rand_free);
}

static gboolean
compare (BenchContext  *context,
         const char    *name,
         const char    *path,
         const char    *plain_path,
         GError       **error)
{
  Recording recording = { 0 };
  gboolean success = recording_set_up (&recording, path, plain_path, error)
                     && bench_report_compare (context->report, name, N_ROUNDS, BAR, record_ours, record_plain,
                                              &recording, error);

  recording_tear_down (&recording);
  return success;
}

/**
 * bench_storage:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether recording could be measured
 */
gboolean
bench_storage (BenchContext  *context,
               GError       **error)
{
  g_autofree char *small = bench_context_dup_path (context, "small.db");
  g_autofree char *small_plain = bench_context_dup_path (context, "small-plain.db");
  g_autofree char *large = bench_context_dup_path (context, "large-recorded.db");
  g_autofree char *large_plain = bench_context_dup_path (context, "large-plain.db");
  g_autofree char *filled = NULL;

  if (!bench_library_fill (small, 20, 400, error)
      || !compare (context, "record an attempt, 20 topics, 400 attempts", small, small_plain, error))
    return FALSE;

  filled = bench_context_dup_large (context, error);
  return filled != NULL && bench_folder_copy (filled, large, error)
         && compare (context, "record an attempt, 5,000 topics, 100,000 attempts", large, large_plain, error);
}
