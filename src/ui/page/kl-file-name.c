/* kl-file-name.c: what a file is called at first in which something with a title is saved */

#include "config.h"

#include "kl-file-name.h"

/**
 * kl_file_name_new:
 * @title: what is saved, as the person calls it
 * @ending: what the name ends in: “.md”
 *
 * A title may have in it what no name of a file can have, here or where the file is taken to.
 *
 * Returns: (transfer full): a name to begin with
 */
char *
kl_file_name_new (const char *title,
                  const char *ending)
{
  g_autofree char *name = g_strdup (title);

  return g_strconcat (g_strdelimit (name, "/\\:\n\r", '-'), ending, NULL);
}
