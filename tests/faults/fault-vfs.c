/* fault-vfs.c: an SQLite VFS that passes everything on to the one of the system, and
 *
 * - writes down what would reach the disk, in order: files made, written, cut short, synced and deleted;
 * - lets a chosen call fail, once or from then on, as on a full or a broken disk.
 *
 * It becomes the default before a library is opened, so that KLearn's own code runs unchanged on it. It syncs nothing:
 * what a power cut leaves is made up from the record. Only tests use it.
 */

#include "config.h"

#include "fault-vfs.h"

#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
  char *path;
} FaultFile;

static struct
{
  GMutex lock;
  sqlite3_vfs *real;
  sqlite3_vfs vfs;

  char *folder; /* whose files are written down; NULL for none */
  GPtrArray *events;

  FaultCalls calls;
  guint after; /* calls that still go well */
  gboolean for_good;
  gboolean full;
  gboolean failed;
} state;

static void
event_free (gpointer data)
{
  FaultEvent *event = data;

  g_free (event->name);
  g_clear_pointer (&event->bytes, g_bytes_unref);
  g_free (event);
}

static void
add_event (FaultEventKind  kind,
           const char     *name,
           gint64          offset,
           const void     *data,
           gsize           length)
{
  FaultEvent *event = g_new0 (FaultEvent, 1);

  event->kind = kind;
  event->name = g_strdup (name);
  event->offset = offset;
  event->bytes = data != NULL ? g_bytes_new (data, length) : NULL;
  g_ptr_array_add (state.events, event);
}

static void
write_down (FaultEventKind  kind,
            const char     *path,
            gint64          offset,
            const void     *data,
            gsize           length)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&state.lock);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  if (name != NULL && state.folder != NULL && g_str_equal (folder, state.folder))
    add_event (kind, name, offset, data, length);
}

static gboolean
is_to_fail (FaultCalls call)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&state.lock);

  if ((state.calls & call) == 0)
    return FALSE;
  if (state.after > 0)
    {
      state.after--;
      return FALSE;
    }
  if (state.failed && !state.for_good)
    return FALSE;

  state.failed = TRUE;
  return TRUE;
}

static int
no_space_or (int code)
{
  return state.full ? SQLITE_FULL : code;
}

static FaultFile *
fault_file (sqlite3_file *file)
{
  return (FaultFile *) (gpointer) file;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return fault_file (file)->real;
}

static int
close_cb (sqlite3_file *file)
{
  int code = real (file)->pMethods->xClose (real (file));

  g_free (fault_file (file)->real);
  g_free (fault_file (file)->path);
  return code;
}

static int
read_cb (sqlite3_file  *file,
         void          *data,
         int            length,
         sqlite3_int64  offset)
{
  if (is_to_fail (FAULT_ON_READ))
    return SQLITE_IOERR_READ;

  return real (file)->pMethods->xRead (real (file), data, length, offset);
}

static int
write_cb (sqlite3_file  *file,
          const void    *data,
          int            length,
          sqlite3_int64  offset)
{
  /* A write that fails may have been done in part. */
  if (is_to_fail (FAULT_ON_WRITE))
    {
      (void) real (file)->pMethods->xWrite (real (file), data, length / 2, offset);
      return no_space_or (SQLITE_IOERR_WRITE);
    }

  write_down (FAULT_WRITE, fault_file (file)->path, offset, data, (gsize) length);
  return real (file)->pMethods->xWrite (real (file), data, length, offset);
}

static int
truncate_cb (sqlite3_file  *file,
             sqlite3_int64  size)
{
  if (is_to_fail (FAULT_ON_WRITE))
    return SQLITE_IOERR_TRUNCATE;

  write_down (FAULT_TRUNCATE, fault_file (file)->path, size, NULL, 0);
  return real (file)->pMethods->xTruncate (real (file), size);
}

static int
sync_cb (sqlite3_file *file,
         int           flags)
{
  if (is_to_fail (FAULT_ON_WRITE))
    return SQLITE_IOERR_FSYNC;

  write_down (FAULT_SYNC, fault_file (file)->path, 0, NULL, 0);
  return SQLITE_OK;
}

static int
size_cb (sqlite3_file  *file,
         sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
lock_cb (sqlite3_file *file,
         int           level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
unlock_cb (sqlite3_file *file,
           int           level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
check_reserved_cb (sqlite3_file *file,
                   int          *reserved)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), reserved);
}

static int
control_cb (sqlite3_file *file,
            int           operation,
            void         *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
sector_size_cb (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
characteristics_cb (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

/* Version 1: neither shared memory nor mapped files, which would get past it. */
static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_cb,
  .xRead = read_cb,
  .xWrite = write_cb,
  .xTruncate = truncate_cb,
  .xSync = sync_cb,
  .xFileSize = size_cb,
  .xLock = lock_cb,
  .xUnlock = unlock_cb,
  .xCheckReservedLock = check_reserved_cb,
  .xFileControl = control_cb,
  .xSectorSize = sector_size_cb,
  .xDeviceCharacteristics = characteristics_cb,
};

static int
open_cb (sqlite3_vfs  *vfs,
         const char   *path,
         sqlite3_file *base,
         int           flags,
         int          *out_flags)
{
  FaultFile *file = fault_file (base);
  gboolean is_new = path != NULL && (flags & SQLITE_OPEN_CREATE) != 0 && !g_file_test (path, G_FILE_TEST_EXISTS);
  int code;

  file->base.pMethods = NULL;
  if (is_new && is_to_fail (FAULT_ON_WRITE))
    return no_space_or (SQLITE_CANTOPEN);

  file->real = g_malloc0 ((gsize) state.real->szOsFile);
  code = state.real->xOpen (state.real, path, file->real, flags, out_flags);
  if (code != SQLITE_OK)
    {
      g_free (file->real);
      return code;
    }

  file->path = g_strdup (path);
  file->base.pMethods = &methods;
  if (is_new)
    write_down (FAULT_CREATE, path, 0, NULL, 0);
  return SQLITE_OK;
}

static int
delete_cb (sqlite3_vfs *vfs,
           const char  *path,
           int          sync_folder)
{
  if (is_to_fail (FAULT_ON_WRITE))
    return SQLITE_IOERR_DELETE;

  write_down (FAULT_DELETE, path, 0, NULL, 0);
  if (sync_folder)
    write_down (FAULT_SYNC, path, 0, NULL, 0);
  return state.real->xDelete (state.real, path, FALSE);
}

/**
 * fault_vfs_register:
 *
 * Makes it what every connection opened from now on is on.
 */
void
fault_vfs_register (void)
{
  state.real = sqlite3_vfs_find (NULL);
  g_assert_nonnull (state.real);
  state.vfs = *state.real;
  state.vfs.zName = "fault";
  state.vfs.szOsFile = sizeof (FaultFile);
  state.vfs.xOpen = open_cb;
  state.vfs.xDelete = delete_cb;
  g_assert_cmpint (sqlite3_vfs_register (&state.vfs, TRUE), ==, SQLITE_OK);
}

/**
 * fault_vfs_record:
 * @folder: a folder, whose files are not there yet
 *
 * Writes down what happens to the files in @folder from now on.
 */
void
fault_vfs_record (const char *folder)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&state.lock);

  state.folder = g_strdup (folder);
  state.events = g_ptr_array_new_with_free_func (event_free);
}

/**
 * fault_vfs_promise:
 * @what: what somebody was told is on the disk
 */
void
fault_vfs_promise (const char *what)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&state.lock);

  add_event (FAULT_PROMISE, what, 0, NULL, 0);
}

/**
 * fault_vfs_stop_recording:
 *
 * Returns: (transfer full) (element-type FaultEvent): what happened since fault_vfs_record()
 */
GPtrArray *
fault_vfs_stop_recording (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&state.lock);

  g_clear_pointer (&state.folder, g_free);
  return g_steal_pointer (&state.events);
}

/**
 * fault_vfs_fail:
 * @calls: which calls
 * @after: how many of them go well first
 * @for_good: whether all fail from then on, not just one
 * @full: whether because the disk is full
 */
void
fault_vfs_fail (FaultCalls calls,
                guint      after,
                gboolean   for_good,
                gboolean   full)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&state.lock);

  state.calls = calls;
  state.after = after;
  state.for_good = for_good;
  state.full = full;
  state.failed = FALSE;
}

/**
 * fault_vfs_heal:
 *
 * Returns: whether anything failed since fault_vfs_fail()
 */
gboolean
fault_vfs_heal (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&state.lock);

  state.calls = 0;
  return state.failed;
}
