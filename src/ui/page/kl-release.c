/* kl-release.c: letting go of what is long
 *
 * A plan of a hundred thousand topics, or as many headings, take longer to be let go of than a frame lasts.
 */

#include "config.h"

#include "kl-release.h"

static gpointer
release_thread (gpointer data)
{
  g_object_unref (data);
  return NULL;
}

/**
 * kl_release:
 * @object: (transfer full) (nullable): an object that is no widget, and that nobody watches any more
 *
 * Lets go of @object in a thread of its own.
 */
void
kl_release (gpointer object)
{
  GThread *thread = object != NULL ? g_thread_try_new ("release", release_thread, object, NULL) : NULL;

  if (thread != NULL)
    g_thread_unref (thread);
  else
    g_clear_object (&object);
}
