/* kl-await.c: to wait for an asynchronous call, which a command may and a window may not */

#include "config.h"

#include "kl-await.h"

/**
 * kl_await_cb:
 * @source: (nullable): what was called
 * @result: its result
 * @user_data: (type GAsyncResult**): a place for it that is %NULL until then
 *
 * The callback for a call that kl_await() waits for.
 */
void
kl_await_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/**
 * kl_await:
 * @result: the place that was given to kl_await_cb()
 *
 * Returns: (transfer none): the result, once it is there
 */
GAsyncResult *
kl_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}
