/* kl-library-move.c: a library's file gets another name, with its journal, and has it after a power cut as well
 *
 * What saves a person's words never takes the name of something that is there: it gets the first that is free. The
 * journal has both names until the library has moved, so that whatever happens in between, no library is without the
 * journal that belongs to it, and none is beside one that belongs to another.
 */

/* For renameat2(). */
#define _GNU_SOURCE

#include "config.h"

#include "kl-library-move.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX ".db"
#define JOURNAL "-journal"

/* Nobody has as many; where a file system says so all the same, this comes to an end. */
#define MAX_NAMES 10000

static gboolean
is_there (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0;
}

/* The name itself, then with a number, before what tells the kind of file. */
static char *
dup_name (const char *wanted,
          guint       number)
{
  gsize length = strlen (wanted) - (g_str_has_suffix (wanted, SUFFIX) ? strlen (SUFFIX) : 0);

  if (number == 1)
    return g_strdup (wanted);
  return g_strdup_printf ("%.*s-%u%s", (int) length, wanted, number, wanted + length);
}

/* As rename(), but fails with EEXIST where @to is there. */
static int
rename_new (const char *from,
            const char *to)
{
  int descriptor;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP && errno != EPERM)
    return errno;

  /* Not every file system can do that; but each can make a file that was not there, which is then ours to replace. */
  descriptor = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return errno;
  close (descriptor);
  if (g_rename (from, to) != 0)
    {
      int code = errno;

      (void) g_unlink (to);
      return code;
    }
  return 0;
}

static int
rename_over (const char *from,
             const char *to)
{
  return g_rename (from, to) == 0 ? 0 : errno;
}

/**
 * kl_library_move_sync:
 * @path: a file that got its name, or lost it
 *
 * Returns: 0 when that is on the disk, or an errno
 */
int
kl_library_move_sync (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int code;

  if (descriptor < 0)
    return errno;

  /* Some file systems have nothing to sync in a folder. */
  code = fsync (descriptor) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
  close (descriptor);
  return code;
}

/* What is left once the library has the name @to. */
static int
take_journal_along (const char *from_journal,
                    const char *to_journal,
                    gboolean    has_both)
{
  int code = kl_library_move_sync (to_journal);

  if (code != 0)
    return code;
  /* Not every file system has second names. */
  if (!has_both)
    return rename_new (from_journal, to_journal);
  return g_unlink (from_journal) == 0 || errno == ENOENT ? 0 : errno;
}

typedef int (*Rename) (const char *, const char *);

/* The library moves between its journal's getting its second name and losing its first. */
static int
move_both (const char *from,
           const char *to,
           Rename      rename_func)
{
  g_autofree char *from_journal = g_strconcat (from, JOURNAL, NULL);
  g_autofree char *to_journal = g_strconcat (to, JOURNAL, NULL);
  gboolean has_journal = is_there (from_journal);
  gboolean has_both = has_journal && link (from_journal, to_journal) == 0;
  int code = 0;

  /* A journal that is there belongs to another library. */
  if (!has_both && is_there (to_journal))
    return EEXIST;

  if (has_both)
    code = kl_library_move_sync (to);
  if (code == 0)
    code = rename_func (from, to);
  if (code != 0)
    {
      if (has_both)
        (void) g_unlink (to_journal);
      return code;
    }

  if (has_journal)
    code = take_journal_along (from_journal, to_journal, has_both);
  if (code != 0 && rename_new (to, from) == 0 && has_both)
    (void) g_unlink (to_journal);
  return code;
}

/**
 * kl_library_move_over:
 * @from: a library's file
 * @to: what it shall be called, in the same folder; what is there goes, but its journal must have gone before
 *
 * Returns: 0 when it has that name, or an errno
 */
int
kl_library_move_over (const char *from,
                      const char *to)
{
  int code = move_both (from, to, rename_over);

  return code == 0 ? kl_library_move_sync (to) : code;
}

/**
 * kl_library_move_to_free_name:
 * @from: a library's file
 * @wanted: what it shall be called, in the same folder; with a number, where that is taken
 * @moved_to: (out): what it is called now; %NULL where it was not moved
 *
 * Nothing that is there is ever replaced, not even what another program puts there at the same moment.
 *
 * Returns: 0 when it has that name for good, or an errno
 */
int
kl_library_move_to_free_name (const char  *from,
                              const char  *wanted,
                              char       **moved_to)
{
  int code = EEXIST;

  *moved_to = NULL;
  for (guint number = 1; code == EEXIST && *moved_to == NULL && number <= MAX_NAMES; number++)
    {
      g_autofree char *name = dup_name (wanted, number);

      code = move_both (from, name, rename_new);
      /* Whatever else went wrong, this is where it is. */
      if (code == 0 || (!is_there (from) && is_there (name)))
        *moved_to = g_steal_pointer (&name);
    }

  return code == 0 ? kl_library_move_sync (*moved_to) : code;
}
