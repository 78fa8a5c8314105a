/* kl-same-file.c: whether two paths lead to one file, by whatever names and links */

#include "config.h"

#include "kl-same-file.h"

#include <glib/gstdio.h>

/**
 * kl_same_file:
 * @a: (nullable): a path
 * @b: (nullable): a path
 *
 * Returns: whether they lead to the same file; of one that is not there, whether they are the same path
 */
gboolean
kl_same_file (const char *a,
              const char *b)
{
  GStatBuf status_a;
  GStatBuf status_b;

  return g_strcmp0 (a, b) == 0
         || (a != NULL && b != NULL && g_stat (a, &status_a) == 0 && g_stat (b, &status_b) == 0
             && status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino);
}
