/* kl-restoring.c: a backup that is made ready to take a library's place, and takes it in one step
 *
 * Whatever may fail is done to a copy of the backup: bringing it up to date, and giving it a revision that nobody has
 * seen. What the library holds is replaced by that copy in one transaction, after which nothing is left to be done.
 */

#include "config.h"

#include "kl-restoring.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "kl-backup.h"
#include "kl-journal.h"
#include "kl-library-file.h"
#include "kl-schema.h"
#include "kl-sitting.h"
#include "kl-storage-error.h"

struct _KlRestoring
{
  char *path;
  KlDatabase *copy;
  char *new_folder; /* NULL where it was there before */
};

/**
 * kl_restoring_free:
 * @self: (transfer full): what was to be restored
 *
 * Removes what it needed.
 */
void
kl_restoring_free (KlRestoring *self)
{
  g_clear_object (&self->copy);
  if (self->path != NULL)
    (void) g_unlink (self->path);
  /* It stays where anything was saved in it. */
  if (self->new_folder != NULL)
    (void) g_rmdir (self->new_folder);
  g_free (self->path);
  g_free (self->new_folder);
  g_free (self);
}

static gboolean
bring_up_to_date (KlDatabase  *copy,
                  GError     **error)
{
  gint64 version;

  return kl_schema_check (copy, &version, error) && kl_schema_migrate (copy, version, error);
}

/**
 * kl_restoring_new:
 * @backup: a backup that was verified
 * @library: the library's file, which is not looked at
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Makes the backup ready, which finds out whether it can be brought up to date.
 *
 * Returns: (transfer full) (nullable): what can be restored
 */
KlRestoring *
kl_restoring_new (const char  *backup,
                  const char  *library,
                  GError     **error)
{
  g_autoptr(KlRestoring) self = g_new0 (KlRestoring, 1);
  g_autofree char *folder = kl_library_file_dup_backup_dir (library);
  g_autofree char *path = kl_library_file_dup_backup_path (library, KL_BACKUP_RESTORING);
  g_autoptr(KlDatabase) database = NULL;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    self->new_folder = g_strdup (folder);
  if (!kl_library_file_make_folder (folder, error))
    return NULL;

  database = kl_database_open (backup, TRUE, error);
  if (database == NULL)
    return NULL;

  self->copy = kl_backup_copy_aside (database, path, &self->path, error);
  if (self->copy == NULL || !bring_up_to_date (self->copy, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* One that is larger than any that was seen, of the library or of the backup: whoever has seen what the library held
 * sees that it holds something else. */
static gboolean
set_revision (KlDatabase  *copy,
              gint64       seen,
              gint64      *revision,
              GError     **error)
{
  sqlite3_stmt *statement
    = kl_database_prepare (copy, "UPDATE state SET revision = max (revision, ?1) + 1", error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_integer (copy, statement, 1, seen);
  return kl_database_run (copy, statement, error) && kl_journal_get_revision (copy, revision, error);
}

/* The journal is cut short, then synced: where only the syncing fails, the backup is there all the same. */
static gboolean
is_there (KlDatabase *database,
          gint64      revision)
{
  g_autoptr(GError) error = NULL;
  gint64 found = 0;

  return kl_journal_get_revision (database, &found, &error) && found == revision;
}

static gboolean
replace (KlRestoring  *self,
         KlDatabase   *database,
         gint64        revision,
         GError      **error)
{
  g_autoptr(GError) copy_error = NULL;

  if (kl_backup_copy (self->copy, database, &copy_error))
    return TRUE;

  if (!is_there (database, revision))
    {
      g_propagate_error (error, g_steal_pointer (&copy_error));
      return FALSE;
    }

  return kl_database_make_sure (database, error);
}

/**
 * kl_restoring_carry_out:
 * @self: what is to be restored
 * @database: the connection to the library that writes; what it holds must have been saved
 * @revision: the largest that anybody may have seen, 0 where that is not known
 * @error: where to put an error of %KL_STORAGE_ERROR
 *
 * Replaces the library's contents by the backup's in one transaction.
 *
 * Returns: whether the library holds the backup's contents now; if not, it is as it was, but for
 * %KL_STORAGE_ERROR_UNCERTAIN
 */
gboolean
kl_restoring_carry_out (KlRestoring  *self,
                        KlDatabase   *database,
                        gint64        revision,
                        GError      **error)
{
  gint64 new_revision;

  if (!kl_library_file_use_rollback_journal (database, error)
      || !set_revision (self->copy, revision, &new_revision, error) || !replace (self, database, new_revision, error))
    return FALSE;

  /* The change that a sitting would go on with may be another one in the backup. */
  kl_sitting_end (database);
  return TRUE;
}
