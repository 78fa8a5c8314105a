/* kl-touched.c: what a change is about */

#include "config.h"

#include "kl-touched.h"

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

static Level
table_level (const char *table)
{
  static const struct
  {
    const char *table;
    Level level;
  } levels[] = {
    { "plan", LEVEL_PLAN },           { "subject", LEVEL_SUBJECT },        { "point", LEVEL_OF_SUBJECT },
    { "gap", LEVEL_OF_SUBJECT },      { "link", LEVEL_OF_SUBJECT },        { "attempt", LEVEL_OF_SUBJECT },
    { "study_session", LEVEL_OF_SUBJECT }, { "feedback", LEVEL_OF_ATTEMPT }, { "verdict", LEVEL_OF_ATTEMPT },
    { "amendment", LEVEL_OF_ATTEMPT }, { "draft", LEVEL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i].table, table))
      return levels[i].level;

  return LEVEL_OF_PLAN;
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

static char *
find_owner (KlDatabase *database,
            const char *table,
            const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT owner FROM %s WHERE id = ?1", table);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, NULL);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (!kl_database_step (database, statement, &has_row, NULL) || !has_row)
    return NULL;

  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

static char *
changed_text (sqlite3_changeset_iter *iterator,
              int                     operation,
              int                     column)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, column, &value);
  else
    sqlite3changeset_old (iterator, column, &value);

  return value != NULL ? g_strdup ((const char *) sqlite3_value_text (value)) : NULL;
}

static void
add_row (KlTouched              *self,
         KlDatabase             *database,
         sqlite3_changeset_iter *iterator,
         const char             *table,
         int                     operation)
{
  Level level = table_level (table);
  g_autofree char *id = changed_text (iterator, operation, COLUMN_ID);
  g_autofree char *owner = NULL;
  g_autofree char *subject = NULL;

  if (level == LEVEL_NONE || id == NULL)
    return;

  if (level == LEVEL_PLAN)
    {
      touch (self->plans, id);
      return;
    }

  /* An update tells just the columns that it changes. */
  owner = changed_text (iterator, operation, COLUMN_OWNER);
  if (owner == NULL)
    owner = find_owner (database, table, id);

  switch (level)
    {
    case LEVEL_OF_PLAN:
      touch (self->plans, owner);
      break;

    case LEVEL_SUBJECT:
      touch (self->plans, owner);
      touch (self->subjects, id);
      break;

    case LEVEL_OF_SUBJECT:
      touch (self->subjects, owner);
      break;

    case LEVEL_OF_ATTEMPT:
      subject = owner != NULL ? find_owner (database, "attempt", owner) : NULL;
      touch (self->subjects, subject);
      break;

    case LEVEL_PLAN:
    case LEVEL_NONE:
    default:
      g_return_if_reached ();
    }
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

  while (code == SQLITE_OK && (code = sqlite3changeset_next (iterator)) == SQLITE_ROW)
    {
      const char *table;
      int n_columns;
      int operation;
      int indirect;

      code = sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
      if (code == SQLITE_OK)
        add_row (self, database, iterator, table, operation);
    }

  if (iterator != NULL)
    sqlite3changeset_finalize (iterator);
  if (code != SQLITE_DONE)
    {
      kl_database_set_error (database, code, error);
      return FALSE;
    }

  return TRUE;
}
