/* kl-schema.c: the tables of the library, and how an older library becomes a newer one
 *
 * Version 1  2026-11  the first
 * Version 2  2026-11  a draft knows where the cursor stood, and a score that is a range
 * Version 3  2026-11  a document knows the plan's title, whether its file follows, and what its headings become; an
 *                     amendment keeps what was said before
 * Version 4  2026-11  what KLearn left in the file that a plan is linked to
 * Version 5  2026-11  of a document's text that is replaced, the journal keeps what differs
 * Version 6  2026-11  what a plan wishes of its schedule, a date that is set by hand, a study session that is not over
 * Version 7  2026-11  a verdict knows what had been suggested
 *
 * A version, once released, never changes: a new one gets a function of its own at the end of the list. What was added
 * to a class of the model is a column here, with the same name; a test compares the two.
 */

#include "config.h"

#include "kl-schema.h"

#include <glib/gi18n.h>

#include "kl-search-index.h"
#include "kl-storage-error.h"

/* “KLrn” in the file's header says whose database it is. */
#define APPLICATION_ID 0x4b4c726e

static const char version_1_records[] =
  "CREATE TABLE plan ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT,"
  "  position INTEGER NOT NULL,"
  "  title TEXT,"
  "  language TEXT,"
  "  notes TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE subject ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  parent TEXT REFERENCES subject (id) ON DELETE CASCADE,"
  "  title TEXT,"
  "  depth TEXT NOT NULL,"
  "  status TEXT,"
  "  minutes INTEGER NOT NULL,"
  "  notes TEXT,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE point ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES subject (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  parent TEXT REFERENCES point (id) ON DELETE CASCADE,"
  "  text TEXT,"
  "  depth TEXT NOT NULL,"
  "  note TEXT,"
  "  target TEXT,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE gap ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES subject (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  text TEXT,"
  "  open INTEGER NOT NULL,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE link ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES subject (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  target TEXT,"
  "  text TEXT,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE queue_entry ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  subject TEXT,"
  "  title TEXT,"
  "  minutes INTEGER NOT NULL,"
  "  why TEXT,"
  "  prerequisites TEXT,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE attempt ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES subject (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  number INTEGER NOT NULL,"
  "  date TEXT,"
  "  low REAL,"
  "  high REAL,"
  "  label TEXT,"
  "  guess REAL,"
  "  assisted INTEGER NOT NULL,"
  "  seconds INTEGER NOT NULL,"
  "  explanation TEXT,"
  "  suggested REAL,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE feedback ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  label TEXT,"
  "  text TEXT,"
  "  wrong TEXT,"
  "  right TEXT,"
  "  done INTEGER NOT NULL,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE verdict ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  point TEXT,"
  "  text TEXT,"
  "  value TEXT NOT NULL,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE amendment ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  date TEXT,"
  "  low REAL,"
  "  high REAL,"
  "  note TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE study_session ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES subject (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  started TEXT,"
  "  seconds INTEGER NOT NULL,"
  "  minutes INTEGER NOT NULL,"
  "  notes TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE draft ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL,"
  "  position INTEGER NOT NULL,"
  "  text TEXT,"
  "  guess REAL,"
  "  assisted INTEGER NOT NULL,"
  "  seconds INTEGER NOT NULL,"
  "  started TEXT,"
  "  updated TEXT,"
  "  stage TEXT NOT NULL,"
  "  score REAL,"
  "  verdicts TEXT,"
  "  nailed TEXT,"
  "  needs_work TEXT,"
  "  corrections TEXT,"
  "  actions TEXT,"
  "  insight TEXT,"
  "  quote TEXT,"
  "  defended TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE study_kind ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  name TEXT,"
  "  meaning TEXT,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE band ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  name TEXT,"
  "  emoji TEXT,"
  "  low REAL,"
  "  high REAL,"
  "  meaning TEXT,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE assessment ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  label TEXT,"
  "  text TEXT,"
  "  source TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE document ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  owner TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  path TEXT,"
  "  text TEXT,"
  "  digest TEXT,"
  "  imported TEXT,"
  "  checksum INTEGER NOT NULL"
  ") STRICT;";

static const char version_1_indexes[] =
  "CREATE INDEX subject_by_owner ON subject (owner, position);"
  "CREATE INDEX subject_by_parent ON subject (parent);"
  "CREATE INDEX point_by_owner ON point (owner, position);"
  "CREATE INDEX point_by_parent ON point (parent);"
  "CREATE INDEX gap_by_owner ON gap (owner, position);"
  "CREATE INDEX link_by_owner ON link (owner, position);"
  "CREATE INDEX queue_entry_by_owner ON queue_entry (owner, position);"
  /* Everything that a list shows of a subject comes from this index alone. */
  "CREATE INDEX attempt_by_day ON attempt (owner, substr (date, 1, 10), number, low, high);"
  "CREATE UNIQUE INDEX attempt_by_number ON attempt (owner, number);"
  "CREATE INDEX feedback_by_owner ON feedback (owner, position);"
  "CREATE INDEX verdict_by_owner ON verdict (owner, position);"
  "CREATE INDEX amendment_by_owner ON amendment (owner, position);"
  "CREATE INDEX study_session_by_owner ON study_session (owner, position);"
  "CREATE UNIQUE INDEX draft_by_owner ON draft (owner);"
  "CREATE INDEX study_kind_by_owner ON study_kind (owner, position);"
  "CREATE INDEX band_by_owner ON band (owner, position);"
  "CREATE INDEX assessment_by_owner ON assessment (owner, position);"
  "CREATE INDEX document_by_owner ON document (owner, position);";

static gboolean
create_journal (KlDatabase  *database,
                GError     **error)
{
  return kl_database_execute (database,
                              /* What was done, newest last, so that any process can take it back. */
                              "CREATE TABLE change ("
                              "  number INTEGER PRIMARY KEY AUTOINCREMENT,"
                              "  kind TEXT NOT NULL,"
                              "  title TEXT NOT NULL,"
                              "  date TEXT NOT NULL,"
                              "  undone INTEGER NOT NULL DEFAULT 0,"
                              "  changeset BLOB NOT NULL"
                              ") STRICT;"
                              /* One row; the revision grows with every change, undone or done again ones too. */
                              "CREATE TABLE state ("
                              "  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),"
                              "  revision INTEGER NOT NULL"
                              ") STRICT;"
                              "INSERT INTO state (only, revision) VALUES (1, 0);",
                              error);
}

static gboolean
migrate_to_1 (KlDatabase  *database,
              GError     **error)
{
  return kl_database_execute (database, version_1_records, error)
         && kl_database_execute (database, version_1_indexes, error) && kl_search_index_create (database, error)
         && create_journal (database, error);
}

/* Where the cursor stood, and the other end of a score that is a range. A damaged row stays one. What was done before
 * cannot be undone any more: the rows in the changesets have checksums without the new columns. */
static gboolean
migrate_to_2 (KlDatabase  *database,
              GError     **error)
{
#define DRAFT_COLUMNS_1                                                                                                \
  "id, text, guess, assisted, seconds, started, updated, stage, score, verdicts, nailed, needs_work, corrections, "    \
  "actions, insight, quote, defended"

  return kl_database_execute (database,
                              "ALTER TABLE draft ADD COLUMN score_high REAL;"
                              "ALTER TABLE draft ADD COLUMN cursor INTEGER NOT NULL DEFAULT 0;"
                              "UPDATE draft SET cursor = length (coalesce (text, '')),"
                              "  checksum = kl_checksum (" DRAFT_COLUMNS_1 ", score_high, length (coalesce (text, '')))"
                              "  WHERE checksum = kl_checksum (" DRAFT_COLUMNS_1 ");"
                              "DELETE FROM change;",
                              error);
#undef DRAFT_COLUMNS_1
}

/* What a document says of its plan and of its file. Whether a plan was renamed after its import cannot be told any
 * more, so its title is taken for the one that it came with. Amendments are about a score so far. Of what was done
 * before, only what comes after the last change of a document or an amendment can be undone: the rows in its changeset
 * have a checksum without the new columns. */
static gboolean
migrate_to_3 (KlDatabase  *database,
              GError     **error)
{
#define DOCUMENT_COLUMNS_1 "id, path, text, digest, imported"
#define AMENDMENT_COLUMNS_1 "id, date, low, high, note"
#define DOCUMENT_TITLE_3 "(SELECT plan.title FROM plan WHERE plan.id = document.owner)"

  return kl_database_execute (database,
                              "ALTER TABLE document ADD COLUMN title TEXT;"
                              "ALTER TABLE document ADD COLUMN follow TEXT NOT NULL DEFAULT 'not';"
                              "ALTER TABLE document ADD COLUMN headings TEXT;"
                              "UPDATE document SET title = " DOCUMENT_TITLE_3 ","
                              "  checksum = kl_checksum (" DOCUMENT_COLUMNS_1 ", " DOCUMENT_TITLE_3 ","
                              "                          follow, headings)"
                              "  WHERE checksum = kl_checksum (" DOCUMENT_COLUMNS_1 ");"
                              "ALTER TABLE amendment ADD COLUMN item TEXT;"
                              "ALTER TABLE amendment ADD COLUMN text TEXT;"
                              "ALTER TABLE amendment ADD COLUMN wrong TEXT;"
                              "ALTER TABLE amendment ADD COLUMN right TEXT;"
                              "UPDATE amendment SET checksum = kl_checksum (" AMENDMENT_COLUMNS_1
                              ", item, text, wrong, right)"
                              "  WHERE checksum = kl_checksum (" AMENDMENT_COLUMNS_1 ");"
                              "DELETE FROM change WHERE number <= (SELECT max (number) FROM change"
                              "  WHERE instr (changeset, CAST ('document' AS BLOB) || x'00') > 0"
                              "    OR instr (changeset, CAST ('amendment' AS BLOB) || x'00') > 0);",
                              error);
#undef DOCUMENT_TITLE_3
#undef AMENDMENT_COLUMNS_1
#undef DOCUMENT_COLUMNS_1
}

/* Without a foreign key, as drafts: it outlives a deletion, so that undo finds it. */
static gboolean
migrate_to_4 (KlDatabase  *database,
              GError     **error)
{
  return kl_database_execute (database,
                              "CREATE TABLE file_state ("
                              "  id TEXT NOT NULL PRIMARY KEY,"
                              "  owner TEXT NOT NULL,"
                              "  position INTEGER NOT NULL,"
                              "  path TEXT,"
                              "  base TEXT,"
                              "  digest TEXT,"
                              "  intended TEXT,"
                              "  text TEXT,"
                              "  title TEXT,"
                              "  keys TEXT,"
                              "  checksum INTEGER NOT NULL"
                              ") STRICT;"
                              "CREATE INDEX file_state_by_owner ON file_state (owner, position);",
                              error);
}

static gboolean
migrate_to_5 (KlDatabase  *database,
              GError     **error)
{
  return kl_database_execute (database, "ALTER TABLE change ADD COLUMN edits BLOB", error);
}

/* A plan wishes nothing so far, and no date was set by hand. Of what was done before, only what comes after the last
 * change of a plan or a subject can be undone, as in version 3. The clock of a study session has no foreign key, as
 * drafts have none. */
static gboolean
migrate_to_6 (KlDatabase  *database,
              GError     **error)
{
#define PLAN_COLUMNS_1 "id, title, language, notes"
#define SUBJECT_COLUMNS_1 "id, kind, title, depth, status, minutes, notes, source"

  return kl_database_execute (database,
                              "ALTER TABLE plan ADD COLUMN retention REAL;"
                              "ALTER TABLE plan ADD COLUMN target REAL;"
                              "ALTER TABLE plan ADD COLUMN daily REAL;"
                              "ALTER TABLE plan ADD COLUMN day_start REAL;"
                              "ALTER TABLE plan ADD COLUMN longest REAL;"
                              "ALTER TABLE plan ADD COLUMN retained_attempts REAL;"
                              "ALTER TABLE plan ADD COLUMN retained_score REAL;"
                              "ALTER TABLE plan ADD COLUMN fuzzes INTEGER NOT NULL DEFAULT 0;"
                              "ALTER TABLE plan ADD COLUMN weights TEXT;"
                              "ALTER TABLE plan ADD COLUMN event_date TEXT;"
                              "ALTER TABLE plan ADD COLUMN event_title TEXT;"
                              "UPDATE plan SET checksum = kl_checksum (" PLAN_COLUMNS_1
                              ", NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL)"
                              "  WHERE checksum = kl_checksum (" PLAN_COLUMNS_1 ");"
                              "ALTER TABLE subject ADD COLUMN due TEXT;"
                              "ALTER TABLE subject ADD COLUMN due_attempts INTEGER NOT NULL DEFAULT 0;"
                              "UPDATE subject SET checksum = kl_checksum (" SUBJECT_COLUMNS_1 ", NULL, 0)"
                              "  WHERE checksum = kl_checksum (" SUBJECT_COLUMNS_1 ");"
                              "DELETE FROM change WHERE number <= (SELECT max (number) FROM change"
                              "  WHERE instr (changeset, CAST ('plan' AS BLOB) || x'00') > 0"
                              "    OR instr (changeset, CAST ('subject' AS BLOB) || x'00') > 0);"
                              "CREATE TABLE study_clock ("
                              "  id TEXT NOT NULL PRIMARY KEY,"
                              "  owner TEXT NOT NULL,"
                              "  position INTEGER NOT NULL,"
                              "  kind TEXT NOT NULL,"
                              "  minutes INTEGER NOT NULL,"
                              "  started TEXT,"
                              "  seconds INTEGER NOT NULL,"
                              "  running_since TEXT,"
                              "  boot TEXT,"
                              "  ticks INTEGER NOT NULL,"
                              "  notes TEXT,"
                              "  ticked TEXT,"
                              "  checksum INTEGER NOT NULL"
                              ") STRICT;"
                              "CREATE UNIQUE INDEX study_clock_by_owner ON study_clock (owner);",
                              error);
#undef SUBJECT_COLUMNS_1
#undef PLAN_COLUMNS_1
}

/* Nothing was suggested so far. Of what was done before, only what comes after the last change of a verdict can be
 * undone, as in version 3. */
static gboolean
migrate_to_7 (KlDatabase  *database,
              GError     **error)
{
#define VERDICT_COLUMNS_1 "id, text, value"

  return kl_database_execute (database,
                              "ALTER TABLE verdict ADD COLUMN suggested TEXT NOT NULL DEFAULT 'unset';"
                              "UPDATE verdict SET checksum = kl_checksum (" VERDICT_COLUMNS_1 ", 'unset')"
                              "  WHERE checksum = kl_checksum (" VERDICT_COLUMNS_1 ");"
                              "DELETE FROM change WHERE number <= (SELECT max (number) FROM change"
                              "  WHERE instr (changeset, CAST ('verdict' AS BLOB) || x'00') > 0);",
                              error);
#undef VERDICT_COLUMNS_1
}

typedef gboolean (*Migration) (KlDatabase *, GError **);

static const Migration migrations[] = {
  migrate_to_1,
  migrate_to_2,
  migrate_to_3,
  migrate_to_4,
  migrate_to_5,
  migrate_to_6,
  migrate_to_7,
};

/**
 * kl_schema_get_newest_version:
 *
 * Returns: the version that this KLearn reads and writes
 */
gint64
kl_schema_get_newest_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/**
 * kl_schema_check:
 * @database: a connection
 * @version: (out): the version of the file, 0 for an empty one
 * @error: where to put an error
 *
 * Looks whether the file is a library that this KLearn can work with, changing nothing.
 *
 * Returns: %FALSE with %KL_STORAGE_ERROR_NOT_A_LIBRARY or %KL_STORAGE_ERROR_NEWER where it is not
 */
gboolean
kl_schema_check (KlDatabase  *database,
                 gint64      *version,
                 GError     **error)
{
  gint64 application_id;
  gint64 n_tables;
  gboolean is_empty;

  if (!kl_database_get_integer (database, "PRAGMA user_version", version, error)
      || !kl_database_get_integer (database, "PRAGMA application_id", &application_id, error)
      || !kl_database_get_integer (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  is_empty = *version == 0 && n_tables == 0 && (application_id == 0 || application_id == APPLICATION_ID);
  if (!is_empty && (application_id != APPLICATION_ID || *version < 1))
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY,
                   _("%s is not a KLearn library. It was left as it is; choose another file with --library."),
                   kl_database_get_path (database));
      return FALSE;
    }

  if (*version > kl_schema_get_newest_version ())
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NEWER,
                   _("%s was written by a newer KLearn (version %d of the library; this one knows %d). "
                     "It was left as it is; update KLearn to open it."),
                   kl_database_get_path (database), (int) *version, (int) kl_schema_get_newest_version ());
      return FALSE;
    }

  return TRUE;
}

/**
 * kl_schema_make:
 * @database: a connection that may write
 * @from: the version that its tables have, 0 for none
 * @to: the version that they shall have
 * @error: where to put an error
 *
 * Returns: whether they have it
 */
gboolean
kl_schema_make (KlDatabase  *database,
                gint64       from,
                gint64       to,
                GError     **error)
{
  for (gint64 next = from; next < to; next++)
    if (!migrations[next] (database, error))
      return FALSE;

  return TRUE;
}

/**
 * kl_schema_migrate:
 * @database: a connection that may write
 * @version: the version that its file has, as kl_schema_check() said
 * @error: where to put an error
 *
 * Brings the file up to date in one transaction. Another process may have done so meanwhile; that is found out inside.
 *
 * Returns: whether it is up to date; if not, it is as it was
 */
gboolean
kl_schema_migrate (KlDatabase  *database,
                   gint64       version,
                   GError     **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", APPLICATION_ID,
                                            (int) kl_schema_get_newest_version ());

  if (version == kl_schema_get_newest_version ())
    return TRUE;

  if (!kl_database_begin_migration (database, error))
    return FALSE;

  if (!kl_schema_check (database, &version, error))
    {
      kl_database_rollback (database);
      return FALSE;
    }

  if (!kl_schema_make (database, version, kl_schema_get_newest_version (), error)
      || !kl_database_execute (database, stamp, error))
    {
      kl_database_rollback (database);
      return FALSE;
    }

  return kl_database_commit (database, error);
}
