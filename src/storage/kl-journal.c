/* kl-journal.c: what was done to the library, so that it can be undone and redone
 *
 * SQLite's session extension captures what a change does to the rows, cascades included, as a changeset. It is stored
 * in the same transaction as the change, so that any process can take the last change back, whoever made it. Undo
 * applies the inverse of the changeset, redo the changeset itself.
 *
 * Of a plan that is made, with all that is in it, the journal has just the row of the plan: the rest goes with that by
 * its foreign keys. When it is taken back, all that went is captured, so that it can be made again.
 */

#include "config.h"

#include "kl-journal.h"

#include <glib/gi18n.h>

#include "kl-changeset.h"
#include "kl-column.h"
#include "kl-document-edits.h"
#include "kl-sitting.h"
#include "kl-storage-error.h"
#include "model/kl-draft.h"
#include "model/kl-file-state.h"
#include "model/kl-plan.h"
#include "model/kl-study-clock.h"

/* How many changes can be taken back. */
#define REACH "200"

/* From how many bytes on a changeset is not kept in memory. */
#define LARGE (256 * 1024)

/* From how many bytes on it is about so many rows that the search index had better rest. */
#define MANY_ROWS (32 * 1024)

struct _KlJournalEntry
{
  KlDatabase *database;
  sqlite3_session *session;
  KlDocumentEdits *edits;
};

/* What is in a file stays there, and time that was spent is spent, whatever is taken back here. */
static gboolean
is_captured (const KlTable  *table,
             KlJournalScope  scope)
{
  if (scope == KL_JOURNAL_PLAN)
    return table->type == KL_TYPE_PLAN;
  return (scope == KL_JOURNAL_RECORDS_AND_DRAFTS || table->type != KL_TYPE_DRAFT) && table->type != KL_TYPE_FILE_STATE
         && table->type != KL_TYPE_STUDY_CLOCK;
}

/**
 * kl_journal_begin:
 * @database: a connection in a transaction
 * @tables: all tables
 * @scope: what of the change has to be kept
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): an entry, which captures what is done from now on
 */
KlJournalEntry *
kl_journal_begin (KlDatabase      *database,
                  KlTables        *tables,
                  KlJournalScope   scope,
                  GError         **error)
{
  g_autoptr(KlJournalEntry) entry = g_new0 (KlJournalEntry, 1);
  int code;

  entry->database = g_object_ref (database);
  entry->edits = kl_document_edits_new ();
  code = sqlite3session_create (kl_database_get_handle (database), "main", &entry->session);

  /* By name: the search index follows by its triggers, and must not be captured. */
  for (guint i = 0; code == SQLITE_OK && i < kl_tables_get_n (tables); i++)
    {
      const KlTable *table = kl_tables_get (tables, i);

      if (is_captured (table, scope))
        code = sqlite3session_attach (entry->session, table->name);
    }

  if (code != SQLITE_OK)
    {
      kl_database_set_error (database, code, error);
      return NULL;
    }

  return g_steal_pointer (&entry);
}

/**
 * kl_journal_entry_free:
 * @entry: (transfer full): an entry
 */
void
kl_journal_entry_free (KlJournalEntry *entry)
{
  g_clear_pointer (&entry->session, sqlite3session_delete);
  g_clear_pointer (&entry->edits, kl_document_edits_free);
  g_clear_object (&entry->database);
  g_free (entry);
}

/**
 * kl_journal_hold_text:
 * @entry: an entry, in the transaction that it was begun in
 * @document_id: a document
 * @text: (nullable): its text, to be
 * @is_held: (out): whether kl_journal_store() will write it; otherwise it has to be written as any value
 * @error: where to put an error
 *
 * The journal keeps of a document's text only what the change makes of it.
 *
 * Returns: whether all went well
 */
gboolean
kl_journal_hold_text (KlJournalEntry  *entry,
                      const char      *document_id,
                      const char      *text,
                      gboolean        *is_held,
                      GError         **error)
{
  return kl_document_edits_hold (entry->edits, entry->database, document_id, text, is_held, error);
}

/* What a change is called in the journal. */
typedef struct
{
  KlChangeKind kind;
  const char *title;
  const char *date;
} Label;

/* A changeset of %NULL is written later, and gets its place now. */
static gboolean
insert_change (KlDatabase    *database,
               const Label   *label,
               gconstpointer  changeset,
               int            length,
               GError       **error)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_CHANGE_KIND);
  sqlite3_stmt *statement;

  /* What was undone cannot be redone any more after something new. */
  if (!kl_database_execute (database, "DELETE FROM change WHERE undone", error))
    return FALSE;

  statement = kl_database_prepare (database,
                                   "INSERT INTO change (kind, title, date, changeset) VALUES (?1, ?2, ?3, ?4)", error);
  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, g_enum_get_value (kinds, (int) label->kind)->value_nick);
  kl_database_bind_text (database, statement, 2, label->title);
  kl_database_bind_text (database, statement, 3, label->date);
  if (changeset != NULL)
    kl_database_bind_blob (database, statement, 4, changeset, length);
  else
    kl_database_bind_zeros (database, statement, 4, length);
  return kl_database_run (database, statement, error)
         && kl_database_execute (database,
                                 "DELETE FROM change WHERE number <= (SELECT number FROM change"
                                 " ORDER BY number DESC LIMIT 1 OFFSET " REACH ")",
                                 error);
}

static gboolean
make_place (KlDatabase  *database,
            int          length,
            gint64      *number,
            gpointer     data,
            GError     **error)
{
  if (!insert_change (database, data, NULL, length, error))
    return FALSE;

  *number = sqlite3_last_insert_rowid (kl_database_get_handle (database));
  return TRUE;
}

static gboolean
store_large (KlJournalEntry  *entry,
             Label           *label,
             gint64           length,
             KlTouched       *touched,
             GError         **error)
{
  gint64 number;

  return kl_changeset_write (entry->session, entry->database, length, make_place, label, &number, error)
         && kl_changeset_touch (entry->database, number, FALSE, touched, error)
         && kl_document_edits_write (entry->edits, entry->database, number, error);
}

static gboolean
store_whole (KlJournalEntry  *entry,
             const Label     *label,
             const char      *sitting,
             GByteArray      *changeset,
             KlTouched       *touched,
             gboolean        *continued,
             GError         **error)
{
  KlDatabase *database = entry->database;
  int length = (int) changeset->len;

  return kl_touched_add_changeset (touched, database, changeset->data, length, error)
         && kl_sitting_continue (database, sitting, changeset->data, length, continued, error)
         && (*continued || insert_change (database, label, changeset->data, length, error))
         && kl_document_edits_write (entry->edits, database,
                                     sqlite3_last_insert_rowid (kl_database_get_handle (database)), error);
}

/**
 * kl_journal_store:
 * @entry: an entry, in the transaction that it was begun in
 * @kind: what the person did
 * @title: what it was done to
 * @sitting: (nullable): as of kl_change_set_sitting()
 * @date: when, ISO 8601
 * @touched: (inout): takes up what the change is about
 * @error: where to put an error
 *
 * Stores what was captured, if anything was, as the newest change or as more of it.
 *
 * Returns: whether all went well
 */
gboolean
kl_journal_store (KlJournalEntry  *entry,
                  KlChangeKind     kind,
                  const char      *title,
                  const char      *sitting,
                  const char      *date,
                  KlTouched       *touched,
                  GError         **error)
{
  KlDatabase *database = entry->database;
  g_autoptr(GByteArray) whole = g_byte_array_new ();
  Label label = { kind, title, date };
  guint n_edits = kl_document_edits_get_n (entry->edits);
  gint64 limit;
  gint64 length;
  gboolean continued = FALSE;
  gboolean success;

  /* What two changes did to a text cannot be merged as their changesets can. */
  if (n_edits > 0)
    sitting = NULL;
  limit = sitting != NULL ? G_MAXINT : LARGE;
  if (!kl_changeset_capture (entry->session, database, limit, whole, &length, error))
    return FALSE;
  if (length == 0 && n_edits == 0)
    return TRUE;

  if (length <= limit)
    success = store_whole (entry, &label, sitting, whole, touched, &continued, error);
  else
    success = store_large (entry, &label, length, touched, error);

  success = success && kl_journal_add_revision (database, error);
  if (success && !continued)
    kl_sitting_begin (database, sitting);
  return success;
}

/* The change to undo is the newest that is not undone, the one to redo the oldest that is. */
#define CHANGE_TO_UNDO " FROM change WHERE NOT undone ORDER BY number DESC LIMIT 1"
#define CHANGE_TO_REDO " FROM change WHERE undone ORDER BY number LIMIT 1"

/* The changeset itself may be large, and is not read here. */
static const char *
select_change (gboolean undone)
{
  return undone ? "SELECT number, kind, title, length (changeset)" CHANGE_TO_REDO
                : "SELECT number, kind, title, length (changeset)" CHANGE_TO_UNDO;
}

static char *
describe_row (sqlite3_stmt *statement)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_CHANGE_KIND);
  g_autofree char *title = kl_column_dup_text (statement, 2);
  GEnumValue *kind = g_enum_get_value_by_nick (kinds, kl_column_get_text (statement, 1));

  return kl_change_kind_describe (kind != NULL ? (KlChangeKind) kind->value : KL_CHANGE_EDIT_PLAN, title);
}

/**
 * kl_journal_dup_name:
 * @database: a connection
 * @undone: %FALSE for the change that undo takes back, %TRUE for the one that redo does again
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the change by name; %NULL without an error where there is none
 */
char *
kl_journal_dup_name (KlDatabase  *database,
                     gboolean     undone,
                     GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, select_change (undone), error);
  gboolean has_row;

  if (statement == NULL || !kl_database_step (database, statement, &has_row, error) || !has_row)
    return NULL;

  return describe_row (statement);
}

static gboolean
mark_change (KlDatabase  *database,
             gint64       number,
             gboolean     undone,
             GError     **error)
{
  sqlite3_stmt *statement = kl_database_prepare (database, "UPDATE change SET undone = ?2 WHERE number = ?1", error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_integer (database, statement, 1, number);
  kl_database_bind_integer (database, statement, 2, undone);
  return kl_database_run (database, statement, error);
}

/* A text is written after the changeset was made, and taken back before it is. */
static gboolean
turn_rows (KlDatabase  *database,
           KlTables    *tables,
           gint64       number,
           gboolean     are_many,
           gboolean     inverse,
           GError     **error)
{
  return (!inverse || kl_document_edits_turn (database, number, inverse, error))
         && kl_changeset_apply (database, kl_tables_lookup (tables, KL_TYPE_DRAFT), number, are_many, inverse, error)
         && (inverse || kl_document_edits_turn (database, number, inverse, error));
}

static gboolean
make_room (KlDatabase  *database,
           int          length,
           gint64      *number,
           gpointer     data,
           GError     **error)
{
  sqlite3_stmt *statement = kl_database_prepare (database, "UPDATE change SET changeset = ?2 WHERE number = ?1", error);

  if (statement == NULL)
    return FALSE;

  *number = *(gint64 *) data;
  kl_database_bind_integer (database, statement, 1, *number);
  kl_database_bind_zeros (database, statement, 2, length);
  return kl_database_run (database, statement, error);
}

/* Nobody knows what is in the plan by now. All that goes with it becomes the changeset that makes it again. */
static gboolean
take_plan_back (KlDatabase  *database,
                KlTables    *tables,
                gint64       number,
                GError     **error)
{
  g_autoptr(KlJournalEntry) entry = kl_journal_begin (database, tables, KL_JOURNAL_RECORDS, error);
  const KlTable *drafts = kl_tables_lookup (tables, KL_TYPE_DRAFT);
  gint64 length;
  gint64 written;

  return entry != NULL && kl_changeset_take_plan_back (database, drafts, number, error)
         && kl_changeset_capture (entry->session, database, 0, NULL, &length, error)
         && kl_changeset_write (entry->session, database, length, make_room, &number, &written, error)
         && kl_changeset_invert (database, number, error);
}

static gboolean
take_back (KlDatabase  *database,
           KlTables    *tables,
           gint64       number,
           gboolean     are_many,
           GError     **error)
{
  g_autofree char *made_plan = NULL;

  if (!kl_changeset_find_made_plan (database, number, &made_plan, error))
    return FALSE;

  return made_plan != NULL ? take_plan_back (database, tables, number, error)
                           : turn_rows (database, tables, number, are_many, TRUE, error);
}

static char *
turn_change (KlDatabase  *database,
             KlTables    *tables,
             gboolean     undone,
             KlTouched   *touched,
             GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, select_change (undone), error);
  g_autofree char *name = NULL;
  gint64 number;
  gboolean are_many;
  gboolean has_row;

  if (statement == NULL || !kl_database_step (database, statement, &has_row, error))
    return NULL;

  if (!has_row)
    {
      g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOTHING,
                           undone ? _("There is nothing to redo.") : _("There is nothing to undo."));
      return NULL;
    }

  number = sqlite3_column_int64 (statement, 0);
  name = describe_row (statement);
  are_many = sqlite3_column_int64 (statement, 3) >= MANY_ROWS;
  /* The step was looked at; this repeats its result. */
  sqlite3_reset (statement);

  /* Owners are looked up before rows go and after rows come. */
  if (!kl_changeset_touch (database, number, !undone, touched, error)
      || !(undone ? turn_rows (database, tables, number, are_many, FALSE, error)
                  : take_back (database, tables, number, are_many, error))
      || !kl_changeset_touch (database, number, !undone, touched, error)
      || !mark_change (database, number, !undone, error) || !kl_journal_add_revision (database, error))
    return NULL;

  return g_steal_pointer (&name);
}

/**
 * kl_journal_undo:
 * @database: a connection in a transaction
 * @tables: all tables
 * @touched: (inout): takes up what the change was about
 * @error: where to put an error
 *
 * Takes the newest change back that is not undone.
 *
 * Returns: (transfer full) (nullable): its name; %NULL with %KL_STORAGE_ERROR_NOTHING where there is none
 */
char *
kl_journal_undo (KlDatabase  *database,
                 KlTables    *tables,
                 KlTouched   *touched,
                 GError     **error)
{
  return turn_change (database, tables, FALSE, touched, error);
}

/**
 * kl_journal_redo:
 * @database: a connection in a transaction
 * @tables: all tables
 * @touched: (inout): takes up what the change is about
 * @error: where to put an error
 *
 * Does the change again that was undone last.
 *
 * Returns: (transfer full) (nullable): its name; %NULL with %KL_STORAGE_ERROR_NOTHING where there is none
 */
char *
kl_journal_redo (KlDatabase  *database,
                 KlTables    *tables,
                 KlTouched   *touched,
                 GError     **error)
{
  return turn_change (database, tables, TRUE, touched, error);
}

/**
 * kl_journal_get_revision:
 * @database: a connection
 * @revision: (out): a number that is larger after every change
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_journal_get_revision (KlDatabase  *database,
                         gint64      *revision,
                         GError     **error)
{
  return kl_database_get_integer (database, "SELECT revision FROM state", revision, error);
}

/**
 * kl_journal_add_revision:
 * @database: a connection in a transaction
 * @error: where to put an error
 *
 * Tells other processes that something changed that they may show.
 *
 * Returns: whether all went well
 */
gboolean
kl_journal_add_revision (KlDatabase  *database,
                         GError     **error)
{
  return kl_database_execute (database, "UPDATE state SET revision = revision + 1", error);
}
