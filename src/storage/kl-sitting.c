/* kl-sitting.c: changes that follow one another and are one step to undo, as what is saved while a person writes
 *
 * A sitting belongs to the connection that writes: what another process did since then shows in the journal.
 */

#include "config.h"

#include "kl-sitting.h"

typedef struct
{
  char *name;
  gint64 number; /* of its change in the journal, never used again for another */
} Sitting;

static void
sitting_free (gpointer data)
{
  Sitting *sitting = data;

  g_free (sitting->name);
  g_free (sitting);
}

/* What a sitting takes back itself leaves nothing to undo. */
static gboolean
replace_changeset (KlDatabase    *database,
                   gint64         number,
                   gconstpointer  changeset,
                   int            length,
                   GError       **error)
{
  sqlite3_stmt *statement = kl_database_prepare (
    database,
    length > 0 ? "UPDATE change SET changeset = ?2 WHERE number = ?1" : "DELETE FROM change WHERE number = ?1", error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_integer (database, statement, 1, number);
  if (length > 0)
    kl_database_bind_blob (database, statement, 2, changeset, length);
  return kl_database_run (database, statement, error);
}

static gboolean
merge_changeset (KlDatabase  *database,
                 gint64       number,
                 void        *before,
                 int          before_length,
                 void        *changeset,
                 int          length,
                 GError     **error)
{
  sqlite3_changegroup *group = NULL;
  void *merged = NULL;
  int merged_length = 0;
  gboolean success;
  int code = sqlite3changegroup_new (&group);

  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, before_length, before);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, length, changeset);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &merged_length, &merged);

  success = code == SQLITE_OK && replace_changeset (database, number, merged, merged_length, error);
  if (code != SQLITE_OK)
    kl_database_set_error (database, code, error);
  else if (success && merged_length == 0)
    kl_sitting_end (database);
  if (group != NULL)
    sqlite3changegroup_delete (group);
  sqlite3_free (merged);
  return success;
}

/**
 * kl_sitting_end:
 * @database: a connection
 *
 * What comes next is a change of its own, as after one that did not reach the disk.
 */
void
kl_sitting_end (KlDatabase *database)
{
  g_object_set_data (G_OBJECT (database), "kl-sitting", NULL);
}

/**
 * kl_sitting_begin:
 * @database: the connection that writes
 * @name: (nullable): the sitting that the change inserted last belongs to
 *
 * What comes next in this sitting continues that change.
 */
void
kl_sitting_begin (KlDatabase *database,
                  const char *name)
{
  Sitting *sitting;

  kl_sitting_end (database);
  if (name == NULL)
    return;

  sitting = g_new0 (Sitting, 1);
  sitting->name = g_strdup (name);
  sitting->number = sqlite3_last_insert_rowid (kl_database_get_handle (database));
  g_object_set_data_full (G_OBJECT (database), "kl-sitting", sitting, sitting_free);
}

/**
 * kl_sitting_continue:
 * @database: the connection that writes, in a transaction
 * @name: (nullable): the sitting that a change belongs to
 * @changeset: what the change did
 * @length: its length in bytes
 * @continued: (inout): set to %TRUE where the change became part of the one before it
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_sitting_continue (KlDatabase  *database,
                     const char  *name,
                     void        *changeset,
                     int          length,
                     gboolean    *continued,
                     GError     **error)
{
  Sitting *sitting = g_object_get_data (G_OBJECT (database), "kl-sitting");
  g_autoptr(KlStatement) statement = NULL;
  g_autofree void *before = NULL;
  int before_length;
  gboolean has_row;

  if (sitting == NULL || g_strcmp0 (sitting->name, name) != 0)
    return TRUE;

  statement = kl_database_prepare (database,
                                   "SELECT changeset FROM change WHERE number = ?1 AND NOT undone"
                                   " AND number = (SELECT max (number) FROM change)",
                                   error);
  if (statement == NULL)
    return FALSE;

  kl_database_bind_integer (database, statement, 1, sitting->number);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  before_length = sqlite3_column_bytes (statement, 0);
  before = g_memdup2 (sqlite3_column_blob (statement, 0), (gsize) before_length);
  /* The step was looked at; this repeats its result. */
  sqlite3_reset (statement);
  *continued = TRUE;
  return merge_changeset (database, sitting->number, before, before_length, changeset, length, error);
}
