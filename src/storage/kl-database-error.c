/* kl-database-error.c: SQLite's results as sentences for a person */

#include "config.h"

#include "kl-database.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "kl-storage-error.h"

static gboolean
is_out_of_space (KlDatabase *self,
                 int         code)
{
  sqlite3 *handle = kl_database_get_handle (self);
  int system_error = handle != NULL ? sqlite3_system_errno (handle) : 0;

  /* A full disk is SQLITE_FULL; a file size limit or a quota shows as a failed write. */
  return (code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_WRITE || system_error == ENOSPC || system_error == EFBIG
         || system_error == EDQUOT;
}

/* Where nothing is wrong with what the file holds. Returns whether it is such an error. */
static gboolean
set_access_error (KlDatabase  *self,
                  int          code,
                  GError     **error)
{
  const char *path = kl_database_get_path (self);

  if (is_out_of_space (self, code))
    {
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NO_SPACE,
                   _("There is no space left to write %s. Make room, then try again; nothing was changed."),
                   path);
      return TRUE;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_LOCKED,
                   _("Another program is using %s. Try again when it has finished."), path);
      return TRUE;

    case SQLITE_READONLY:
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_READ_ONLY,
                   _("%s can be read but not changed. Check its permissions."), path);
      return TRUE;

    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled; nothing was changed."));
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * kl_database_set_error:
 * @self: a connection
 * @code: an (extended) result code of SQLite that is not a success
 * @error: where to put it
 *
 * Says what @code means for a person.
 */
void
kl_database_set_error (KlDatabase  *self,
                       int          code,
                       GError     **error)
{
  const char *path = kl_database_get_path (self);
  sqlite3 *handle = kl_database_get_handle (self);
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  if (set_access_error (self, code, error))
    return;

  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY,
                   _("%s is not a KLearn library. It was left as it is; choose another file with --library."),
                   path);
      break;

    case SQLITE_CORRUPT:
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT,
                   _("%s is damaged (%s). Restore a backup, or copy the file away before anything else."), path,
                   detail);
      break;

    case SQLITE_CANTOPEN:
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED,
                   _("%s cannot be opened (%s). Check that the folder exists and that you may write to it."),
                   path, detail);
      break;

    case SQLITE_IOERR:
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED,
                   _("The disk failed while %s was read or written (%s). Nothing was changed; try again, and if it "
                     "fails again, copy the library to another disk."),
                   path, detail);
      break;

    default:
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED, _("%s: %s. Nothing was changed."), path,
                   detail);
      break;
    }
}
