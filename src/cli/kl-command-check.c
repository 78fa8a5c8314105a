/* kl-command-check.c: klearn check, klearn backup and klearn restore */

#include "config.h"

#include "kl-command.h"

#include "kl-await.h"
#include "kl-cli-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "storage/kl-same-file.h"

/* {"ok": true, "file": …}, or a sentence. */
static void
print_done (KlInvocation *invocation,
            const char   *sentence,
            const char   *path)
{
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();
  g_autofree char *shown = g_filename_display_name (path);

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_boolean (json, "ok", TRUE);
  kl_json_writer_add_string (json, "file", shown);
  kl_json_writer_end_object (json);

  if (kl_invocation_wants_json (invocation))
    kl_invocation_print_json (invocation, json);
  else
    kl_output_add_format (kl_invocation_print (invocation), "%s: %s", sentence, shown);
}

/* A copy takes the place of a file as a whole: never of one that somebody may miss, such as the library itself. */
static gboolean
may_write (const char  *path,
           GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0 || (S_ISREG (status.st_mode) && status.st_size == 0))
    return TRUE;

  if (S_ISDIR (status.st_mode))
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("“%s” is a folder: name a file in it."), shown);
  else
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("“%s” is there already: name a new file."), shown);
  return FALSE;
}

/**
 * kl_command_check:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Looks through the whole library for damage.
 *
 * Returns: whether there is none
 */
gboolean
kl_command_check (KlInvocation  *invocation,
                  GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_auto(GStrv) findings = NULL;
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  if (library == NULL)
    return FALSE;

  kl_library_check_async (library, NULL, kl_await_cb, &result);
  findings = kl_library_check_finish (library, kl_await (&result), error);
  if (findings == NULL)
    return FALSE;

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_boolean (json, "ok", findings[0] == NULL);
  kl_json_writer_begin_array (json, "findings");
  for (guint i = 0; findings[i] != NULL; i++)
    kl_json_writer_add_string (json, NULL, findings[i]);
  kl_json_writer_end_array (json);
  kl_json_writer_end_object (json);

  if (kl_invocation_wants_json (invocation))
    kl_invocation_print_json (invocation, json);
  else if (findings[0] == NULL)
    kl_output_add_line (kl_invocation_print (invocation), _("The library is sound."));
  for (guint i = 0; findings[i] != NULL && !kl_invocation_wants_json (invocation); i++)
    kl_output_add_line (kl_invocation_print (invocation), findings[i]);

  if (findings[0] == NULL)
    return TRUE;
  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("The library is damaged: %s"), findings[0]);
  return FALSE;
}

/**
 * kl_command_backup:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Writes a verified copy of the library.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_backup (KlInvocation  *invocation,
                   GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  const char *path = kl_invocation_get_file (invocation);
  g_autoptr(GAsyncResult) result = NULL;

  if (library == NULL || !may_write (path, error))
    return FALSE;

  kl_library_backup_async (library, path, NULL, kl_await_cb, &result);
  if (!kl_library_backup_finish (library, kl_await (&result), error))
    return FALSE;

  print_done (invocation, _("The library is copied and the copy verified"), path);
  return TRUE;
}

/**
 * kl_command_restore:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Puts a backup, once it is verified, in the place of the library.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_restore (KlInvocation  *invocation,
                    GError       **error)
{
  KlLibrary *library = kl_invocation_open_damaged (invocation, error);
  const char *path = kl_invocation_get_file (invocation);
  g_autoptr(GAsyncResult) result = NULL;

  if (library == NULL)
    return FALSE;
  if (kl_same_file (path, kl_library_get_path (library)))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("“%s” is the library itself: name a backup of it."),
                   shown);
      return FALSE;
    }

  kl_library_restore_async (library, path, NULL, kl_await_cb, &result);
  if (!kl_library_restore_finish (library, kl_await (&result), error))
    return FALSE;

  print_done (invocation, _("The library is restored from"), path);
  return TRUE;
}
