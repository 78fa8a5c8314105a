/* kl-command-undo.c: klearn undo and klearn redo */

#include "config.h"

#include "kl-command.h"

#include "kl-await.h"

#include <glib/gi18n.h>

static void
print_change (KlInvocation *invocation,
              const char   *sentence,
              const char   *change)
{
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "change", change);
  kl_json_writer_end_object (json);

  if (kl_invocation_wants_json (invocation))
    kl_invocation_print_json (invocation, json);
  else
    kl_output_add_format (kl_invocation_print (invocation), "%s: %s", sentence, change);
}

/**
 * kl_command_undo:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Takes the last change back, and names it.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_undo (KlInvocation  *invocation,
                 GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *change = NULL;

  if (library == NULL)
    return FALSE;

  kl_library_undo_async (library, NULL, kl_await_cb, &result);
  change = kl_library_undo_finish (library, kl_await (&result), error);
  if (change == NULL)
    return FALSE;

  print_change (invocation, _("Taken back"), change);
  return TRUE;
}

/**
 * kl_command_redo:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Does the change again that was taken back last, and names it.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_redo (KlInvocation  *invocation,
                 GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *change = NULL;

  if (library == NULL)
    return FALSE;

  kl_library_redo_async (library, NULL, kl_await_cb, &result);
  change = kl_library_redo_finish (library, kl_await (&result), error);
  if (change == NULL)
    return FALSE;

  print_change (invocation, _("Done again"), change);
  return TRUE;
}
