/* bench-folder.c: files that are there for a measurement only */

#include "config.h"

#include "bench-folder.h"

#include <errno.h>
#include <glib/gstdio.h>

/**
 * bench_folder_remove:
 * @path: a folder, which goes with all that is in it
 */
void
bench_folder_remove (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        bench_folder_remove (child);
      else if (g_unlink (child) != 0)
        g_printerr ("%s: %s\n", child, g_strerror (errno));
    }

  if (g_rmdir (path) != 0)
    g_printerr ("%s: %s\n", path, g_strerror (errno));
}

/**
 * bench_folder_copy:
 * @source: a file
 * @target: where its copy goes, over what is there
 * @error: where to put an error
 *
 * Returns: whether it was copied
 */
gboolean
bench_folder_copy (const char  *source,
                   const char  *target,
                   GError     **error)
{
  g_autoptr(GFile) from = g_file_new_for_path (source);
  g_autoptr(GFile) to = g_file_new_for_path (target);

  return g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

/**
 * bench_folder_remove_library:
 * @path: a library's file
 *
 * Removes it, and its journal with it.
 */
void
bench_folder_remove_library (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_remove (path);
  g_remove (journal);
}
