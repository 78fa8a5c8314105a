/* kl-database.c: one connection to the library's file
 *
 * The only place that opens the file, sets its safety, and turns SQLite's results into errors for a person. A
 * connection belongs to one thread at a time. The settings follow from measurements of kills and power cuts: a rollback
 * journal (one file, which a person may copy) and synchronous=EXTRA (the deletion of the journal is durable too).
 */

#include "config.h"

#include "kl-database.h"

#include "kl-checksum.h"
#include "kl-storage-error.h"

struct _KlDatabase
{
  GObject parent_instance;

  char *path;
  sqlite3 *handle;
  GHashTable *statements;
  int bind_code; /* what kept a value from being bound since the last step */
  GCancellable *cancellable;
  gint64 waited;         /* microseconds for locks, in this job */
  gint *is_writing;       /* atomic: whether a connection of this process may have the lock */
};

G_DEFINE_FINAL_TYPE (KlDatabase, kl_database, G_TYPE_OBJECT)

enum
{
  PATIENCE = 5 * G_USEC_PER_SEC,
  FIRST_WAIT = G_USEC_PER_SEC / 1000,
  LONGEST_WAIT = G_USEC_PER_SEC / 20,
  PROGRESS_INTERVAL = 4000, /* virtual machine steps; some tenths of a millisecond */
};

static int
progress_cb (void *data)
{
  KlDatabase *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* SQLite's own timeout is one a statement, so that a job of many would wait many times. */
static int
busy_cb (void *data,
         int   n_calls)
{
  KlDatabase *self = data;
  gint64 pause = MIN ((gint64) FIRST_WAIT << MIN (n_calls, 16), LONGEST_WAIT);

  gboolean is_own = self->is_writing != NULL && g_atomic_int_get (self->is_writing);

  if ((self->waited >= PATIENCE && !is_own) || progress_cb (self))
    return 0;

  g_usleep ((gulong) pause);
  if (!is_own)
    self->waited += pause;
  return 1;
}

static void
kl_database_finalize (GObject *object)
{
  KlDatabase *self = KL_DATABASE (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (sqlite3_close_v2 (self->handle) != SQLITE_OK)
    g_warning ("%s: closing failed", self->path);
  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (kl_database_parent_class)->finalize (object);
}

static void
kl_database_class_init (KlDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_database_finalize;
}

static void
finalize_statement (gpointer statement)
{
  /* It repeats the result of the last step, which was looked at. */
  sqlite3_finalize (statement);
}

static void
kl_database_init (KlDatabase *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
}

static gboolean
configure (KlDatabase  *self,
           gboolean     read_only,
           GError     **error)
{
  int defensive = 0;
  int foreign_keys = 0;

  sqlite3_progress_handler (self->handle, PROGRESS_INTERVAL, progress_cb, self);
  if (sqlite3_extended_result_codes (self->handle, 1) != SQLITE_OK
      || sqlite3_busy_handler (self->handle, busy_cb, self) != SQLITE_OK
      || sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive) != SQLITE_OK || !defensive
      || sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &foreign_keys) != SQLITE_OK || !foreign_keys)
    {
      kl_database_set_error (self, sqlite3_extended_errcode (self->handle), error);
      return FALSE;
    }

  if (!kl_checksum_register (self, error))
    return FALSE;

  /* A transaction stays out of the readers' way until it commits: the cache must not spill into the file, unless it
   * would take more than 120 MB. SQLite reads the lowest byte of the number of pages as whether to spill at all. */
  return kl_database_execute (self,
                              "PRAGMA cache_size = -65536;"
                              "PRAGMA cache_spill = 30000;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA synchronous = EXTRA;",
                              error)
         && (read_only || kl_database_execute (self, "PRAGMA journal_size_limit = 1048576;", error));
}

/**
 * kl_database_open:
 * @path: the library's file
 * @read_only: whether to open it for reading only; otherwise it must exist already and be writable
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): a connection, for one thread at a time
 */
KlDatabase *
kl_database_open (const char  *path,
                  gboolean     read_only,
                  GError     **error)
{
  g_autoptr(KlDatabase) self = g_object_new (KL_TYPE_DATABASE, NULL);
  /* One thread at a time has it, so that it needs no lock of its own for each value of each row. */
  int flags = (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
  int code;

  self->path = g_strdup (path);
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      kl_database_set_error (self, code, error);
      return NULL;
    }

  if (!configure (self, read_only, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * kl_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the file
 */
const char *
kl_database_get_path (KlDatabase *self)
{
  return self->path;
}

/**
 * kl_database_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own
 */
sqlite3 *
kl_database_get_handle (KlDatabase *self)
{
  return self->handle;
}

/**
 * kl_database_begin_job:
 * @self: a connection
 * @cancellable: (nullable): what stops a running statement, or the wait for a lock, until the next job
 *
 * A job waits five seconds for other programs' locks, all its statements together; then they fail with
 * %KL_STORAGE_ERROR_LOCKED.
 */
void
kl_database_begin_job (KlDatabase   *self,
                       GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  self->waited = 0;
}

/**
 * kl_database_wait_for:
 * @self: a connection
 * @is_writing: (nullable): tells, atomically, whether another connection of this process may write; outlives @self
 *
 * As long as it does, a lock is that connection's, and is waited for however long it takes.
 */
void
kl_database_wait_for (KlDatabase *self,
                      gint       *is_writing)
{
  self->is_writing = is_writing;
}

/**
 * kl_database_execute:
 * @self: a connection
 * @sql: one or more statements without parameters
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_database_execute (KlDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    {
      kl_database_set_error (self, code, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * kl_database_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: where to put an error
 *
 * The connection keeps the statement for the next time. Take it with g_autoptr(KlStatement), which resets it.
 *
 * Returns: (transfer none) (nullable): the statement, reset
 */
sqlite3_stmt *
kl_database_prepare (KlDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    return statement;

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      kl_database_set_error (self, code, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

static void
note_binding (KlDatabase *self,
              int         code)
{
  if (code != SQLITE_OK)
    self->bind_code = code;
}

/**
 * kl_database_bind_text:
 * @self: a connection
 * @statement: a statement
 * @parameter: which, from 1
 * @text: (nullable): text that outlives the next step; %NULL for NULL
 *
 * Binds a value. If that fails, so does the next kl_database_step(): a value must not be stored as NULL instead.
 */
void
kl_database_bind_text (KlDatabase   *self,
                       sqlite3_stmt *statement,
                       int           parameter,
                       const char   *text)
{
  note_binding (self, sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC));
}

/**
 * kl_database_bind_integer:
 * @self: a connection
 * @statement: a statement
 * @parameter: which, from 1
 * @number: a whole number
 *
 * Like kl_database_bind_text().
 */
void
kl_database_bind_integer (KlDatabase   *self,
                          sqlite3_stmt *statement,
                          int           parameter,
                          gint64        number)
{
  note_binding (self, sqlite3_bind_int64 (statement, parameter, number));
}

/**
 * kl_database_bind_number:
 * @self: a connection
 * @statement: a statement
 * @parameter: which, from 1
 * @number: a real number; NaN, which is “not set”, for NULL
 *
 * Like kl_database_bind_text().
 */
void
kl_database_bind_number (KlDatabase   *self,
                         sqlite3_stmt *statement,
                         int           parameter,
                         double        number)
{
  /* SQLite itself stores NaN as NULL. */
  note_binding (self, sqlite3_bind_double (statement, parameter, number));
}

/**
 * kl_database_bind_blob:
 * @self: a connection
 * @statement: a statement
 * @parameter: which, from 1
 * @bytes: bytes that outlive the next step
 * @length: how many
 *
 * Like kl_database_bind_text().
 */
void
kl_database_bind_blob (KlDatabase    *self,
                       sqlite3_stmt  *statement,
                       int            parameter,
                       gconstpointer  bytes,
                       int            length)
{
  note_binding (self, sqlite3_bind_blob (statement, parameter, bytes, length, SQLITE_STATIC));
}

/**
 * kl_database_bind_zeros:
 * @self: a connection
 * @statement: a statement
 * @parameter: which, from 1
 * @length: how many bytes, each 0, which are never in memory
 *
 * Like kl_database_bind_text().
 */
void
kl_database_bind_zeros (KlDatabase   *self,
                        sqlite3_stmt *statement,
                        int           parameter,
                        int           length)
{
  note_binding (self, sqlite3_bind_zeroblob (statement, parameter, length));
}

/**
 * kl_database_step:
 * @self: a connection
 * @statement: a statement with its parameters bound
 * @has_row: (out): whether there is a (further) row
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_database_step (KlDatabase    *self,
                  sqlite3_stmt  *statement,
                  gboolean      *has_row,
                  GError       **error)
{
  int code = self->bind_code != SQLITE_OK ? self->bind_code : sqlite3_step (statement);

  self->bind_code = SQLITE_OK;
  *has_row = code == SQLITE_ROW;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      kl_database_set_error (self, code, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * kl_database_run:
 * @self: a connection
 * @statement: a statement with its parameters bound, which gives no rows; it is reset
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_database_run (KlDatabase    *self,
                 sqlite3_stmt  *statement,
                 GError       **error)
{
  gboolean has_row;
  gboolean success = kl_database_step (self, statement, &has_row, error);

  kl_statement_release (statement);
  return success;
}

/**
 * kl_database_get_integer:
 * @self: a connection
 * @sql: a statement that gives one number
 * @value: (out): the number, 0 where there is no row
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_database_get_integer (KlDatabase  *self,
                         const char  *sql,
                         gint64      *value,
                         GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (self, sql, error);
  gboolean has_row;

  *value = 0;
  if (statement == NULL || !kl_database_step (self, statement, &has_row, error))
    return FALSE;

  if (has_row)
    *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}
