/* kl-backup-folder.c: which backups KLearn keeps of its own accord
 *
 * The last ten, and beyond those the newest of each week. Only files that KLearn named itself are ever removed, and
 * never one made before a restore or before a new version of the library.
 */

#include "config.h"

#include "kl-backup-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "kl-backup.h"
#include "kl-library-file.h"

#define SUFFIX ".db"
#define TIME_FORMAT "%Y%m%dT%H%M%SZ"

enum
{
  N_NEWEST = 10,
  N_WEEKS = 52,
  SECONDS_A_DAY = 24 * 60 * 60,
};

static GDateTime *
parse_name (const char *name,
            const char *prefix)
{
  g_autofree char *stamp = NULL;

  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, SUFFIX)
      || strlen (name) < strlen (prefix) + strlen (SUFFIX))
    return NULL;

  stamp = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - strlen (SUFFIX));
  return g_date_time_new_from_iso8601 (stamp, NULL);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  /* The names sort as their times do. */
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

static GPtrArray *
list_backups (const char *folder,
              const char *prefix)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GDateTime) time = parse_name (name, prefix);

      if (time != NULL)
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

static int
week_of (GDateTime *time)
{
  return g_date_time_get_week_numbering_year (time) * 100 + g_date_time_get_week_of_year (time);
}

/**
 * kl_backup_folder_dup_stamp:
 * @now: the time
 *
 * Returns: (transfer full): the time as names of files have it, the same wherever the clock is
 */
char *
kl_backup_folder_dup_stamp (GDateTime *now)
{
  g_autoptr(GDateTime) utc = g_date_time_to_utc (now);

  return g_date_time_format (utc, TIME_FORMAT);
}

/**
 * kl_backup_folder_dup_path:
 * @library: the library's file
 * @now: the time
 *
 * Returns: (transfer full): where the backup made now shall lie
 */
char *
kl_backup_folder_dup_path (const char *library,
                           GDateTime  *now)
{
  g_autofree char *stamp = kl_backup_folder_dup_stamp (now);

  return kl_library_file_dup_backup_path (library, stamp);
}

static GDateTime *
find_newest (const char *library)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (library);
  g_autofree char *prefix = kl_library_file_dup_backup_prefix (library);
  g_autoptr(GPtrArray) names = list_backups (folder, prefix);

  return names->len > 0 ? parse_name (g_ptr_array_index (names, 0), prefix) : NULL;
}

/* Also one made before a restore or before a new version; but not one of a library whose name is longer. */
static gboolean
is_backup (const char *name,
           const char *prefix)
{
  g_autoptr(GDateTime) time = parse_name (name, prefix);
  const char *what = g_str_has_prefix (name, prefix) ? name + strlen (prefix) : "";

  return time != NULL || (g_str_has_prefix (what, "before-") && g_str_has_suffix (what, SUFFIX));
}

/**
 * kl_backup_folder_has_any:
 * @library: the library's file
 *
 * Returns: whether there is a backup that KLearn made of its own accord
 */
gboolean
kl_backup_folder_has_any (const char *library)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (library);
  g_autofree char *prefix = kl_library_file_dup_backup_prefix (library);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup (name, prefix))
      return TRUE;
  return FALSE;
}

/**
 * kl_backup_folder_is_first_of_week:
 * @library: the library's file
 * @now: the time
 *
 * Returns: whether no backup was made in this week yet; then every row is looked at first
 */
gboolean
kl_backup_folder_is_first_of_week (const char *library,
                                   GDateTime  *now)
{
  g_autoptr(GDateTime) newest = find_newest (library);
  g_autoptr(GDateTime) utc = g_date_time_to_utc (now);

  return newest == NULL || week_of (newest) != week_of (utc);
}

/**
 * kl_backup_folder_is_due:
 * @library: the library's file
 * @now: the time
 *
 * Returns: whether the library was written since the newest backup was made, or there is none of this week
 */
gboolean
kl_backup_folder_is_due (const char *library,
                         GDateTime  *now)
{
  g_autoptr(GDateTime) newest = find_newest (library);
  GStatBuf status;

  if (newest == NULL || kl_backup_folder_is_first_of_week (library, now))
    return TRUE;

  /* A clock that was set back makes a backup of the future; better one too many than none. */
  if (g_stat (library, &status) != 0 || g_date_time_compare (newest, now) > 0)
    return TRUE;

  return (gint64) status.st_mtime >= g_date_time_to_unix (newest);
}

/* What a crash left of a backup that was being made: its name, and what g_mkstemp() put behind it. */
static gboolean
is_leftover (const char *name,
             const char *prefix)
{
  gsize length = strlen (name);
  gsize n_random = strlen (KL_BACKUP_ASIDE);
  g_autofree char *whole = NULL;

  if (length <= n_random || name[length - n_random] != '.')
    return FALSE;

  whole = g_strndup (name, length - n_random);
  if (is_backup (whole, prefix))
    return TRUE;
  return g_str_has_prefix (whole, prefix) && g_str_equal (whole + strlen (prefix), KL_BACKUP_RESTORING SUFFIX);
}

/* One that is young may be another KLearn's, which is writing it. */
static void
remove_leftovers (const char *folder,
                  const char *prefix,
                  GDateTime  *now)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if (is_leftover (name, prefix) && lstat (path, &status) == 0 && S_ISREG (status.st_mode)
          && status.st_mtime < g_date_time_to_unix (now) - SECONDS_A_DAY)
        (void) g_unlink (path);
    }
}

/**
 * kl_backup_folder_tidy:
 * @library: the library's file
 * @now: the time
 *
 * Removes the backups that are not to be kept, and what a crash left of others. One that cannot be removed stays; that
 * harms nobody.
 */
void
kl_backup_folder_tidy (const char *library,
                       GDateTime  *now)
{
  g_autofree char *folder = kl_library_file_dup_backup_dir (library);
  g_autofree char *prefix = kl_library_file_dup_backup_prefix (library);
  g_autoptr(GPtrArray) names = list_backups (folder, prefix);
  int last_week = 0;
  guint n_weeks = 0;

  for (guint i = N_NEWEST; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr(GDateTime) time = parse_name (name, prefix);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (week_of (time) != last_week && n_weeks < N_WEEKS)
        {
          last_week = week_of (time);
          n_weeks++;
        }
      else
        {
          g_unlink (path);
        }
    }

  remove_leftovers (folder, prefix, now);
}
