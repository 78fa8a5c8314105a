/* kl-writer.c: carries out changes, each as one transaction */

#include "config.h"

#include "kl-writer.h"

#include <glib/gi18n.h>

#include "kl-attempt-check.h"
#include "kl-journal.h"
#include "kl-prerequisite-check.h"
#include "kl-search-index.h"
#include "kl-sitting.h"
#include "kl-storage-error.h"
#include "kl-study-writer.h"
#include "model/kl-amendment.h"
#include "model/kl-document.h"

/* From how many operations on the search index had better rest meanwhile. */
#define MANY_OPERATIONS 64

static gboolean
check_insert (KlRecord  *record,
              GError   **error)
{
  if (KL_IS_ATTEMPT (record))
    return kl_score_check (kl_attempt_get_low (KL_ATTEMPT (record)), kl_attempt_get_high (KL_ATTEMPT (record)), error);
  if (KL_IS_AMENDMENT (record))
    return kl_score_check (kl_amendment_get_low (KL_AMENDMENT (record)), kl_amendment_get_high (KL_AMENDMENT (record)),
                           error);

  return TRUE;
}

/* Where an attempt came from, and where it stands, is no part of what was recorded. */
static gboolean
is_bookkeeping (const KlField *field)
{
  return g_str_equal (field->name, "source") || g_str_equal (field->name, "position");
}

static gboolean
run_for (KlDatabase  *database,
         const char  *sql,
         const char  *id,
         gint64      *number,
         GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, id);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;

  if (number != NULL)
    *number = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* What was typed here is not to be replaced by what was typed elsewhere. A draft outlives its subject, so that there
 * may be one of a plan that is not there. */
static gboolean
insert_draft (KlDatabase     *database,
              const KlTable  *table,
              KlRecord       *draft,
              GError        **error)
{
  gint64 n_drafts;

  if (!run_for (database, "SELECT count (*) FROM draft WHERE owner = ?1", kl_record_get_owner (draft), &n_drafts,
                error))
    return FALSE;
  return n_drafts > 0 || kl_table_insert (table, database, draft, error);
}

/* What else is set of the same record right after it. A row is written once, however many of its fields change. */
static GPtrArray *
collect_set (KlChange *change,
             guint     first)
{
  const KlOperation *operation = kl_change_get_operation (change, first);
  g_autoptr(GHashTable) fields = g_hash_table_new (NULL, NULL);
  GPtrArray *operations = g_ptr_array_new ();

  for (guint i = first; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *next = kl_change_get_operation (change, i);

      if (next->kind != KL_OPERATION_SET || next->type != operation->type || !g_str_equal (next->id, operation->id)
          || !g_hash_table_add (fields, (gpointer) (guintptr) next->field))
        break;
      g_ptr_array_add (operations, (gpointer) (guintptr) next);
    }
  return operations;
}

/* What was recorded stays as it was: a change of mind is an amendment. */
static gboolean
check_set (GPtrArray  *operations,
           GError    **error)
{
  for (guint i = 0; i < operations->len; i++)
    {
      const KlOperation *operation = g_ptr_array_index (operations, i);

      if (operation->type == KL_TYPE_ATTEMPT && !is_bookkeeping (operation->field))
        {
          g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID,
                               _("A recorded attempt cannot be changed; amend it instead."));
          return FALSE;
        }
    }
  return TRUE;
}

/* The text of a document is as long as all the rest, and most of it stays as it was. */
static gboolean
hold_text (KlJournalEntry  *entry,
           GPtrArray       *operations,
           const KlField  **held,
           GError         **error)
{
  for (guint i = 0; i < operations->len; i++)
    {
      const KlOperation *operation = g_ptr_array_index (operations, i);
      gboolean is_held;

      if (operation->type != KL_TYPE_DOCUMENT || !g_str_equal (operation->field->name, "text"))
        continue;
      if (!kl_journal_hold_text (entry, operation->id, g_value_get_string (&operation->value), &is_held, error))
        return FALSE;
      if (is_held)
        *held = operation->field;
    }
  return TRUE;
}

static gboolean
set_fields (KlDatabase      *database,
            const KlTable   *table,
            KlJournalEntry  *entry,
            GPtrArray       *operations,
            GError         **error)
{
  const KlField *held = NULL;

  return check_set (operations, error) && hold_text (entry, operations, &held, error)
         && kl_table_set (table, database, (const KlOperation *const *) operations->pdata, operations->len, held,
                          error);
}

static gboolean
carry_out (KlDatabase      *database,
           KlTables        *tables,
           KlJournalEntry  *entry,
           KlChange        *change,
           guint           *index,
           GError         **error)
{
  const KlOperation *operation = kl_change_get_operation (change, *index);
  const KlTable *table = kl_tables_lookup (tables, operation->type);
  g_autoptr(GPtrArray) operations = NULL;

  switch (operation->kind)
    {
    case KL_OPERATION_INSERT:
      if (operation->type == KL_TYPE_DRAFT)
        return insert_draft (database, table, operation->record, error);
      if (operation->type == KL_TYPE_STUDY_SESSION
          && !kl_study_writer_end (database, KL_STUDY_SESSION (operation->record), error))
        return FALSE;
      return check_insert (operation->record, error) && kl_table_insert (table, database, operation->record, error);

    case KL_OPERATION_SET:
      operations = collect_set (change, *index);
      *index += operations->len - 1;
      return set_fields (database, table, entry, operations, error);

    case KL_OPERATION_REMOVE:
      return kl_table_remove (table, database, operation->id, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_revision (KlDatabase  *database,
                gint64       expected,
                GError     **error)
{
  gint64 revision;

  if (expected == KL_REVISION_ANY)
    return TRUE;

  if (!kl_journal_get_revision (database, &revision, error))
    return FALSE;

  if (revision != expected)
    {
      g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_STALE,
                           _("The library changed in the meantime. Nothing was changed; try again."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
carry_out_all (KlDatabase      *database,
               KlTables        *tables,
               KlJournalEntry  *entry,
               KlChange        *change,
               GError         **error)
{
  guint n_operations = kl_change_get_n_operations (change);

  if (n_operations >= MANY_OPERATIONS && !kl_search_index_suspend (database, error))
    return FALSE;

  for (guint i = 0; i < n_operations; i++)
    if (!carry_out (database, tables, entry, change, &i, error))
      return FALSE;

  return n_operations < MANY_OPERATIONS || kl_search_index_resume (database, error);
}

static gboolean
apply_in_transaction (KlDatabase  *database,
                      KlTables    *tables,
                      KlChange    *change,
                      gint64       revision,
                      const char  *date,
                      KlTouched   *touched,
                      GError     **error)
{
  g_autoptr(KlJournalEntry) entry = NULL;

  if (!check_revision (database, revision, error))
    return FALSE;

  entry = kl_journal_begin (database, tables, kl_change_makes_plan (change) ? KL_JOURNAL_PLAN : KL_JOURNAL_RECORDS,
                            error);
  if (entry == NULL)
    return FALSE;

  if (!carry_out_all (database, tables, entry, change, error) || !kl_prerequisite_check (database, change, error))
    return FALSE;

  return kl_journal_store (entry, kl_change_get_kind (change), kl_change_get_title (change),
                           kl_change_get_sitting (change), date, touched, error);
}

/**
 * kl_writer_apply:
 * @database: a connection that may write
 * @tables: all tables
 * @change: what to do
 * @revision: the revision that the change was made for, or %KL_REVISION_ANY
 * @now: the time
 * @touched: (inout): takes up what the change is about
 * @error: where to put an error
 *
 * Returns: whether it is on the disk; if not, nothing was changed
 */
gboolean
kl_writer_apply (KlDatabase  *database,
                 KlTables    *tables,
                 KlChange    *change,
                 gint64       revision,
                 GDateTime   *now,
                 KlTouched   *touched,
                 GError     **error)
{
  g_autofree char *date = g_date_time_format_iso8601 (now);

  if (!kl_database_begin (database, error))
    return FALSE;

  if (!apply_in_transaction (database, tables, change, revision, date, touched, error))
    {
      kl_database_rollback (database);
      return FALSE;
    }

  if (kl_database_commit (database, error))
    return TRUE;

  kl_sitting_end (database);
  return FALSE;
}

/* So that undoing the attempt brings the words back to where they are written, there is always a draft to take away. */
static gboolean
ensure_draft (KlDatabase  *database,
              KlTables    *tables,
              KlAttempt   *attempt,
              GError     **error)
{
  const char *subject_id = kl_record_get_owner (KL_RECORD (attempt));
  const char *words = kl_attempt_get_explanation (attempt);
  const char *explanation = words != NULL ? words : "";
  g_autoptr(KlDraft) draft = NULL;
  gint64 n_drafts;

  if (!run_for (database, "SELECT count (*) FROM draft WHERE owner = ?1", subject_id, &n_drafts, error))
    return FALSE;
  if (n_drafts > 0)
    return TRUE;

  draft = g_object_new (KL_TYPE_DRAFT,
                        "owner", subject_id,
                        "text", explanation,
                        "guess", kl_attempt_get_guess (attempt),
                        "assisted", kl_attempt_get_assisted (attempt),
                        "seconds", kl_attempt_get_seconds (attempt),
                        "started", kl_attempt_get_date (attempt),
                        "updated", kl_attempt_get_date (attempt),
                        "cursor", (gint64) g_utf8_strlen (explanation, -1),
                        NULL);
  kl_draft_set_score (draft, kl_attempt_get_first_score (attempt));
  return kl_table_insert (kl_tables_lookup (tables, KL_TYPE_DRAFT), database, KL_RECORD (draft), error);
}

/* A draft with words that were not recorded is another explanation, and stays. */
static gboolean
take_draft_away (KlDatabase  *database,
                 const char  *subject_id,
                 const char  *words,
                 GError     **error)
{
  sqlite3_stmt *statement = kl_database_prepare (
    database, "DELETE FROM draft WHERE owner = ?1 AND instr (?2, coalesce (text, '')) > 0", error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, subject_id);
  kl_database_bind_text (database, statement, 2, words);
  return kl_database_run (database, statement, error);
}

static gboolean
insert_attempt (KlDatabase      *database,
                KlTables        *tables,
                KlJournalEntry  *entry,
                KlAttempt       *attempt,
                GError         **error)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_RECORD_ATTEMPT, NULL);
  const char *subject_id = kl_record_get_owner (KL_RECORD (attempt));
  gint64 number;

  if (!run_for (database, "SELECT coalesce (max (number), 0) + 1 FROM attempt WHERE owner = ?1", subject_id, &number,
                error))
    return FALSE;

  g_object_set (attempt, "number", number, "position", number, NULL);
  kl_change_insert_tree (change, KL_RECORD (attempt));
  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    if (!carry_out (database, tables, entry, change, &i, error))
      return FALSE;

  return take_draft_away (database, subject_id, kl_attempt_get_explanation (attempt), error);
}

static gboolean
record_in_transaction (KlDatabase  *database,
                       KlTables    *tables,
                       const char  *title,
                       KlAttempt   *attempt,
                       const char  *date,
                       KlTouched   *touched,
                       GError     **error)
{
  g_autoptr(KlJournalEntry) entry = NULL;
  gint64 n_subjects;

  if (!run_for (database, "SELECT count (*) FROM subject WHERE id = ?1", kl_record_get_owner (KL_RECORD (attempt)),
                &n_subjects, error))
    return FALSE;

  if (n_subjects == 0)
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND,
                   _("“%s” is not in the library any more; it may have been deleted elsewhere. "
                     "The explanation was not recorded."),
                   title);
      return FALSE;
    }

  if (!ensure_draft (database, tables, attempt, error))
    return FALSE;

  entry = kl_journal_begin (database, tables, KL_JOURNAL_RECORDS_AND_DRAFTS, error);
  return entry != NULL && insert_attempt (database, tables, entry, attempt, error)
         && kl_journal_store (entry, KL_CHANGE_RECORD_ATTEMPT, title, NULL, date, touched, error);
}

/**
 * kl_writer_record_attempt:
 * @database: a connection that may write
 * @tables: all tables
 * @title: the subject's title, to name the change
 * @attempt: a new attempt with its owner, and its feedback and verdicts in its lists; it gets its number
 * @now: the time
 * @touched: (inout): takes up what the change is about
 * @error: where to put an error
 *
 * Records an attempt, and takes the subject's draft away with it if all its words are in it; undoing brings it back.
 *
 * Returns: whether it is on the disk; if not, nothing was changed
 */
gboolean
kl_writer_record_attempt (KlDatabase  *database,
                          KlTables    *tables,
                          const char  *title,
                          KlAttempt   *attempt,
                          GDateTime   *now,
                          KlTouched   *touched,
                          GError     **error)
{
  g_autofree char *date = g_date_time_format_iso8601 (now);

  if (!kl_attempt_check (attempt, now, error) || !kl_database_begin (database, error))
    return FALSE;

  if (!record_in_transaction (database, tables, title, attempt, date, touched, error))
    {
      kl_database_rollback (database);
      return FALSE;
    }

  return kl_database_commit (database, error);
}

static gboolean
replace_draft (KlDatabase  *database,
               KlTables    *tables,
               KlDraft     *draft,
               gboolean    *is_new,
               GError     **error)
{
  const char *subject_id = kl_record_get_owner (KL_RECORD (draft));
  gint64 n_drafts;

  if (!run_for (database, "SELECT count (*) FROM draft WHERE owner = ?1", subject_id, &n_drafts, error)
      || !run_for (database, "DELETE FROM draft WHERE owner = ?1", subject_id, NULL, error)
      || !kl_table_insert (kl_tables_lookup (tables, KL_TYPE_DRAFT), database, KL_RECORD (draft), error))
    return FALSE;

  *is_new = n_drafts == 0;
  return !*is_new || kl_journal_add_revision (database, error);
}

/**
 * kl_writer_save_draft:
 * @database: a connection that may write
 * @tables: all tables
 * @draft: the draft as it is now, with its owner
 * @is_new: (out): whether the subject had none before
 * @error: where to put an error
 *
 * Returns: whether it is on the disk; if not, the draft there is as it was
 */
gboolean
kl_writer_save_draft (KlDatabase  *database,
                      KlTables    *tables,
                      KlDraft     *draft,
                      gboolean    *is_new,
                      GError     **error)
{
  if (!kl_database_begin (database, error))
    return FALSE;

  if (!replace_draft (database, tables, draft, is_new, error))
    {
      kl_database_rollback (database);
      return FALSE;
    }

  return kl_database_commit (database, error);
}

/**
 * kl_writer_discard_draft:
 * @database: a connection that may write
 * @subject_id: the subject whose draft goes
 * @error: where to put an error
 *
 * Returns: whether it is gone
 */
gboolean
kl_writer_discard_draft (KlDatabase  *database,
                         const char  *subject_id,
                         GError     **error)
{
  if (!kl_database_begin (database, error))
    return FALSE;

  if (!run_for (database, "DELETE FROM draft WHERE owner = ?1", subject_id, NULL, error)
      || !kl_journal_add_revision (database, error))
    {
      kl_database_rollback (database);
      return FALSE;
    }

  return kl_database_commit (database, error);
}
