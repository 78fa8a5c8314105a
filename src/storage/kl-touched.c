/* kl-touched.c: what a change is about */

#include "config.h"

#include "kl-touched.h"

#include <glib/gi18n.h>

#include "kl-storage-error.h"

/* Where the tables have these, kl-schema.c. */
enum
{
  COLUMN_ID,
  COLUMN_OWNER,
};

typedef enum
{
  LEVEL_PLAN,     /* a plan itself */
  LEVEL_OF_PLAN,  /* owned by a plan */
  LEVEL_SUBJECT,  /* a subject: of its plan, and itself */
  LEVEL_OF_SUBJECT,
  LEVEL_OF_ATTEMPT,
  LEVEL_NONE,
} Level;

typedef struct
{
  const char *name;
  Level level;
} Table;

/* All that the journal captures. The name of a table in a changeset is a text out of the file like any other: only what
 * is here becomes SQL. */
static const Table tables[] = {
  { "plan", LEVEL_PLAN },
  { "subject", LEVEL_SUBJECT },
  { "queue_entry", LEVEL_OF_PLAN },
  { "study_kind", LEVEL_OF_PLAN },
  { "band", LEVEL_OF_PLAN },
  { "assessment", LEVEL_OF_PLAN },
  { "document", LEVEL_OF_PLAN },
  { "point", LEVEL_OF_SUBJECT },
  { "gap", LEVEL_OF_SUBJECT },
  { "link", LEVEL_OF_SUBJECT },
  { "attempt", LEVEL_OF_SUBJECT },
  { "study_session", LEVEL_OF_SUBJECT },
  { "feedback", LEVEL_OF_ATTEMPT },
  { "verdict", LEVEL_OF_ATTEMPT },
  { "amendment", LEVEL_OF_ATTEMPT },
  { "draft", LEVEL_NONE },
};

static const Table *
find_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (tables[i].name, name) == 0)
      return &tables[i];

  return NULL;
}

/**
 * kl_touched_new:
 *
 * Returns: (transfer full): nothing yet
 */
KlTouched *
kl_touched_new (void)
{
  KlTouched *self = g_new0 (KlTouched, 1);

  self->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * kl_touched_free:
 * @self: (transfer full): what was touched
 */
void
kl_touched_free (KlTouched *self)
{
  g_hash_table_unref (self->plans);
  g_hash_table_unref (self->subjects);
  g_free (self);
}

static void
touch (GHashTable *ids,
       const char *id)
{
  if (id != NULL && !g_hash_table_contains (ids, id))
    g_hash_table_add (ids, g_strdup (id));
}

/* A row that is gone has no owner any more; that is no error. */
static gboolean
find_owner (KlDatabase  *database,
            const char  *table,
            const char  *id,
            char       **owner,
            GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT owner FROM %s WHERE id = ?1", table);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, id);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;

  *owner = has_row ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  return TRUE;
}

/* An update tells just the columns that it changes. */
static int
read_change (sqlite3_changeset_iter  *iterator,
             int                      operation,
             int                      column,
             char                   **text)
{
  sqlite3_value *value = NULL;
  int code = operation == SQLITE_INSERT ? sqlite3changeset_new (iterator, column, &value)
                                        : sqlite3changeset_old (iterator, column, &value);

  *text = value != NULL ? g_strdup ((const char *) sqlite3_value_text (value)) : NULL;
  return code;
}

static gboolean
touch_row (KlTouched   *self,
           KlDatabase  *database,
           Level        level,
           const char  *id,
           const char  *owner,
           GError     **error)
{
  g_autofree char *subject = NULL;

  switch (level)
    {
    case LEVEL_PLAN:
      touch (self->plans, id);
      return TRUE;

    case LEVEL_OF_PLAN:
      touch (self->plans, owner);
      return TRUE;

    case LEVEL_SUBJECT:
      touch (self->plans, owner);
      touch (self->subjects, id);
      return TRUE;

    case LEVEL_OF_SUBJECT:
      touch (self->subjects, owner);
      return TRUE;

    case LEVEL_OF_ATTEMPT:
      if (owner != NULL && !find_owner (database, "attempt", owner, &subject, error))
        return FALSE;
      touch (self->subjects, subject);
      return TRUE;

    case LEVEL_NONE:
    default:
      return TRUE;
    }
}

static gboolean
add_row (KlTouched               *self,
         KlDatabase              *database,
         sqlite3_changeset_iter  *iterator,
         GError                 **error)
{
  const char *name = NULL;
  const Table *table;
  g_autofree char *id = NULL;
  g_autofree char *owner = NULL;
  int n_columns;
  int operation;
  int indirect;
  int code = sqlite3changeset_op (iterator, &name, &n_columns, &operation, &indirect);

  if (code == SQLITE_OK)
    code = read_change (iterator, operation, COLUMN_ID, &id);
  if (code == SQLITE_OK)
    code = read_change (iterator, operation, COLUMN_OWNER, &owner);
  if (code != SQLITE_OK)
    {
      kl_database_set_error (database, code, error);
      return FALSE;
    }

  table = find_table (name);
  if (table == NULL)
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT,
                   _("%s is damaged (%s). Restore a backup, or copy the file away before anything else."),
                   kl_database_get_path (database), sqlite3_errstr (SQLITE_CORRUPT));
      return FALSE;
    }

  if (owner == NULL && !find_owner (database, table->name, id, &owner, error))
    return FALSE;

  return touch_row (self, database, table->level, id, owner, error);
}

/**
 * kl_touched_add_changes:
 * @self: what was touched so far
 * @database: a connection that sees the changed rows
 * @iterator: (transfer full): over a changeset of SQLite, at its beginning
 * @error: where to put an error
 *
 * Returns: whether the changeset could be read
 */
gboolean
kl_touched_add_changes (KlTouched               *self,
                        KlDatabase              *database,
                        sqlite3_changeset_iter  *iterator,
                        GError                 **error)
{
  gboolean success = TRUE;
  int code = SQLITE_ROW;

  while (success && (code = sqlite3changeset_next (iterator)) == SQLITE_ROW)
    success = add_row (self, database, iterator, error);

  /* Finalizing repeats the result of the last step. */
  sqlite3changeset_finalize (iterator);
  if (success && code == SQLITE_DONE)
    return TRUE;

  if (code != SQLITE_ROW)
    kl_database_set_error (database, code, error);
  return FALSE;
}

/**
 * kl_touched_add_changeset:
 * @self: what was touched so far
 * @database: a connection that sees the changed rows
 * @changeset: a changeset of SQLite
 * @length: its length in bytes
 * @error: where to put an error
 *
 * Returns: whether the changeset could be read
 */
gboolean
kl_touched_add_changeset (KlTouched   *self,
                          KlDatabase  *database,
                          gpointer     changeset,
                          int          length,
                          GError     **error)
{
  sqlite3_changeset_iter *iterator = NULL;
  int code = sqlite3changeset_start (&iterator, length, changeset);

  if (code == SQLITE_OK)
    return kl_touched_add_changes (self, database, iterator, error);

  kl_database_set_error (database, code, error);
  return FALSE;
}
