/* kl-document-replace.c: a file that is written only over what is known to be in it
 *
 * What the file holds is told by its SHA-256, never by its time. Between the last look at it and the moment when the
 * new bytes take its place another program may still write: so the two change places, and what was taken out is looked
 * at again. If it is not what was known, they change back. File systems that cannot do that get a plain rename, right
 * after the look.
 */

/* For renameat2(). */
#define _GNU_SOURCE

#include "config.h"

#include "kl-document-replace.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kl-document-file.h"
#include "kl-markdown-reader.h"

/* How long another KLearn may take to write a file in the same folder. */
#define LOCK_SECONDS 30
#define LOCK_STEP_MICROSECONDS (20 * 1000)

/* How often another program may be faster. */
#define MAX_TRIES 8

/* The digest of a file that is not there, and of one that is too large to be a plan. */
#define NO_FILE  ""
#define TOO_LARGE "-"

static gboolean
set_write_error (const char  *path,
                 int          saved_errno,
                 GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE, _("“%s” was not saved: %s."), shown,
               g_strerror (saved_errno));
  return FALSE;
}

/**
 * kl_document_replace_look:
 * @path: a file; a symbolic link is followed
 * @digest: (out): the SHA-256 of what it holds, "" where there is no file
 * @error: %KL_EXCHANGE_ERROR or %G_IO_ERROR
 *
 * Returns: whether that could be found out; what is no ordinary file is an error
 */
gboolean
kl_document_replace_look (const char  *path,
                          char       **digest,
                          GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) reason = NULL;
  g_autoptr(GBytes) bytes = kl_document_file_load (file, KL_MARKDOWN_READER_MAX_BYTES, NULL, &reason);
  struct stat status;

  if (bytes != NULL)
    *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  else if (g_error_matches (reason, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_TOO_LARGE))
    *digest = g_strdup (TOO_LARGE);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && lstat (path, &status) != 0)
    *digest = g_strdup (NO_FILE);
  else
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return TRUE;
}

/**
 * kl_document_replace_knows:
 * @known: (array zero-terminated=1): digests; "" for no file
 * @digest: as kl_document_replace_look() gave it
 *
 * Returns: whether it is one of them
 */
gboolean
kl_document_replace_knows (const char *const *known,
                           const char        *digest)
{
  return g_strv_contains (known, digest);
}

/**
 * kl_document_replace_refuse:
 * @path: a file
 * @digest: what it was found to hold
 * @error: %KL_EXCHANGE_ERROR_CHANGED or %KL_EXCHANGE_ERROR_GONE
 *
 * Says that @digest is not what was known, and what to do.
 *
 * Returns: %FALSE
 */
gboolean
kl_document_replace_refuse (const char  *path,
                            const char  *digest,
                            GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_str_equal (digest, NO_FILE))
    g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_GONE,
                 _("“%s” is not there any more, and was not written. Link the plan to it again, or to another "
                   "file."),
                 shown);
  else
    g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED,
                 _("“%s” was changed by another program, and was not written over. Import it first, or link the "
                   "plan to another file."),
                 shown);
  return FALSE;
}

static gboolean
check (const char         *path,
       const char *const  *known,
       GError            **error)
{
  g_autofree char *digest = NULL;

  if (!kl_document_replace_look (path, &digest, error))
    return FALSE;
  return kl_document_replace_knows (known, digest) || kl_document_replace_refuse (path, digest, error);
}

/* Where the new bytes wait. The name is always the same, so that what a crash left goes with the next writing. */
static char *
dup_aside (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, base, -1);
  g_autofree char *name = g_strdup_printf (".klearn-%.16s", hash);

  return g_build_filename (folder, name, NULL);
}

static gboolean
write_aside (const char  *path,
             const char  *aside,
             GBytes      *bytes,
             int          mode,
             GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(GError) reason = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!g_file_set_contents_full (aside, length > 0 ? data : "", (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 mode >= 0 ? mode : 0666, &reason))
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE, _("“%s” was not saved: %s"), shown,
                   reason->message);
      return FALSE;
    }
  /* What the person's umask takes away from a new file, this one may have all the same. */
  return mode < 0 || chmod (aside, (mode_t) mode) == 0 || set_write_error (path, errno, error);
}

static gboolean
is_unsupported (int saved_errno)
{
  return saved_errno == EINVAL || saved_errno == ENOSYS || saved_errno == EOPNOTSUPP || saved_errno == EPERM;
}

/* Somebody may put a file there until the last moment. */
static gboolean
put_new (const char         *path,
         const char         *target,
         const char         *aside,
         const char *const  *known,
         GError            **error)
{
  if (renameat2 (AT_FDCWD, aside, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno == EEXIST)
    return kl_document_replace_refuse (path, TOO_LARGE, error);
  if (!is_unsupported (errno))
    return set_write_error (path, errno, error);
  return check (target, known, error) && (rename (aside, target) == 0 || set_write_error (path, errno, error));
}

/* What was taken out of the file's place is not what was known: it goes back there. What comes out then must be what
 * was put in, or another program was faster again, and what that wrote goes back instead. */
static gboolean
change_back (const char  *path,
             const char  *target,
             const char  *aside,
             GBytes      *bytes,
             gboolean    *keep_aside,
             GError     **error)
{
  g_autofree char *shown = g_filename_display_name (aside);
  g_autofree char *in_place = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *waiting = NULL;

  if (!kl_document_replace_look (aside, &waiting, NULL))
    waiting = g_strdup (TOO_LARGE);
  for (guint i = 0; i < MAX_TRIES && renameat2 (AT_FDCWD, aside, AT_FDCWD, target, RENAME_EXCHANGE) == 0; i++)
    {
      g_autofree char *taken = NULL;

      if (!kl_document_replace_look (aside, &taken, NULL))
        taken = g_strdup (TOO_LARGE);
      if (g_str_equal (taken, in_place))
        return kl_document_replace_refuse (path, TOO_LARGE, error);
      g_free (in_place);
      in_place = g_steal_pointer (&waiting);
      waiting = g_steal_pointer (&taken);
    }

  *keep_aside = TRUE;
  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED,
               _("The file was changed by another program at the same moment. What that wrote is in “%s” now: "
                 "rename it."),
               shown);
  return FALSE;
}

static gboolean
put_over (const char         *path,
          const char         *target,
          const char         *aside,
          GBytes             *bytes,
          const char *const  *known,
          gboolean           *keep_aside,
          GError            **error)
{
  g_autofree char *digest = NULL;
  struct stat status;

  if (!check (target, known, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, aside, AT_FDCWD, target, RENAME_EXCHANGE) != 0)
    {
      if (!is_unsupported (errno))
        return set_write_error (path, errno, error);
      return rename (aside, target) == 0 || set_write_error (path, errno, error);
    }

  if (lstat (aside, &status) == 0 && S_ISREG (status.st_mode) && kl_document_replace_look (aside, &digest, NULL)
      && kl_document_replace_knows (known, digest))
    return TRUE;
  return change_back (path, target, aside, bytes, keep_aside, error);
}

static void
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/* The file that @path means: a symbolic link stays, and what it leads to is written. */
static char *
resolve (const char  *path,
         GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (path);
  char *target = realpath (path, NULL);
  g_autofree char *real_folder = NULL;
  struct stat status;

  if (target != NULL)
    return target;
  if (lstat (path, &status) == 0)
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_GONE,
                   _("“%s” is a link that leads nowhere. Link the plan to another file."), shown);
      return NULL;
    }
  real_folder = realpath (folder, NULL);
  if (real_folder == NULL)
    {
      set_write_error (path, errno, error);
      return NULL;
    }
  return g_build_filename (real_folder, base, NULL);
}

/* A link with a good name may lead to any file. */
static char *
dup_target (const char  *path,
            GError     **error)
{
  g_autofree char *target = resolve (path, error);

  return target != NULL && kl_document_file_check_name (target, error) ? g_steal_pointer (&target) : NULL;
}

/**
 * kl_document_replace_write:
 * @path: a file; a symbolic link is followed
 * @bytes: what it should hold
 * @known: (array zero-terminated=1): the digests of what may be lost; "" where there may be no file
 * @error: %KL_EXCHANGE_ERROR_CHANGED, %KL_EXCHANGE_ERROR_GONE, %KL_EXCHANGE_ERROR_WRITE, or as
 *   kl_document_replace_look()
 *
 * Writes the bytes aside, syncs them and only then puts them in the file's place, if that holds what is known. The file
 * keeps its permissions, and one that its owner may not write stays as it is.
 *
 * Returns: whether the file holds @bytes now; if not, it is as another program left it
 */
gboolean
kl_document_replace_write (const char         *path,
                           GBytes             *bytes,
                           const char *const  *known,
                           GError            **error)
{
  g_autofree char *target = dup_target (path, error);
  g_autofree char *aside = NULL;
  struct stat status;
  gboolean is_there;
  gboolean keep_aside = FALSE;
  gboolean done;

  if (target == NULL || !check (path, known, error))
    return FALSE;
  is_there = stat (target, &status) == 0;
  if (is_there && access (target, W_OK) != 0)
    return set_write_error (path, errno, error);

  aside = dup_aside (target);
  done = write_aside (path, aside, bytes, is_there ? (int) (status.st_mode & 0777) : -1, error)
         && (is_there ? put_over (path, target, aside, bytes, known, &keep_aside, error)
                      : put_new (path, target, aside, known, error));
  if (!keep_aside)
    (void) g_unlink (aside);
  if (done)
    sync_folder (target);
  return done;
}

/**
 * kl_document_replace_lock:
 * @path: a file that is about to be written
 * @cancellable: (nullable): stops the waiting
 * @error: %KL_EXCHANGE_ERROR_WRITE, or %G_IO_ERROR_CANCELLED
 *
 * Waits until no other KLearn writes into the folder. A folder that cannot be locked is as good as locked: what is in
 * the file is looked at all the same.
 *
 * Returns: a descriptor to close when the file is written, -1 for an error
 */
int
kl_document_replace_lock (const char    *path,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autofree char *target = dup_target (path, error);
  g_autofree char *folder = target != NULL ? g_path_get_dirname (target) : NULL;
  gint64 end = g_get_monotonic_time () + LOCK_SECONDS * G_USEC_PER_SEC;
  int fd = folder != NULL ? open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

  if (target == NULL)
    return -1;
  if (fd < 0)
    {
      set_write_error (path, errno, error);
      return -1;
    }
  while (flock (fd, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (fd);
          return -1;
        }
      if (g_get_monotonic_time () > end)
        {
          set_write_error (path, EBUSY, error);
          close (fd);
          return -1;
        }
      g_usleep (LOCK_STEP_MICROSECONDS);
    }
  return fd;
}
