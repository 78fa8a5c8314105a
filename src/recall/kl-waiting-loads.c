/* kl-waiting-loads.c: those who wait until something has been read */

#include "config.h"

#include "kl-waiting-loads.h"

/**
 * kl_waiting_loads_new:
 *
 * Returns: (transfer full) (element-type GTask): nobody waits so far
 */
GPtrArray *
kl_waiting_loads_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kl_waiting_loads_finish:
 * @waiting: (element-type GTask): who waits; nobody afterwards
 * @error: (nullable): what went wrong
 *
 * Tells all of them that it has been read, or what went wrong. One of them may let go of whatever @waiting belongs to.
 */
void
kl_waiting_loads_finish (GPtrArray    *waiting,
                         const GError *error)
{
  gsize n = 0;
  g_autofree gpointer *loads = g_ptr_array_steal (waiting, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr(GTask) load = loads[i];

      if (error != NULL)
        g_task_return_error (load, g_error_copy (error));
      else
        g_task_return_boolean (load, TRUE);
    }
}
