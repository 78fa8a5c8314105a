/* kl-command-export.c: klearn export */

#include "config.h"

#include "kl-command.h"

#include "transfer/kl-plan-export.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-finder.h"

#include <glib/gi18n.h>

static gboolean
find_format (const char  *name,
             guint       *format,
             GError     **error)
{
  if (kl_plan_export_find_format (name != NULL ? name : "md", format))
    return TRUE;

  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
               _("“%s” is not a form that a plan can be written in (md, csv, json)."), name);
  return FALSE;
}

static void
print_json (KlInvocation *invocation,
            KlPlan       *plan,
            guint         format,
            const char   *path,
            GBytes       *bytes)
{
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_boolean (json, "ok", TRUE);
  kl_json_writer_add_string (json, "plan", kl_plan_get_title (plan));
  kl_json_writer_add_string (json, "format", kl_plan_export_get_formats ()[format]);
  kl_json_writer_add_string (json, "file", shown);
  if (path == NULL)
    kl_json_writer_add_string (json, "text", text);
  kl_json_writer_end_object (json);
  kl_invocation_print_json (invocation, json);
}

/**
 * kl_command_export:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Writes a plan as a document, to standard output or into a file.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_export (KlInvocation  *invocation,
                   GError       **error)
{
  const char *path = kl_invocation_get_output (invocation);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint format;

  if (!find_format (kl_invocation_get_format (invocation), &format, error) ||
      kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  if (plan == NULL)
    return FALSE;
  kl_plan_export_async (kl_invocation_get_library (invocation), kl_record_get_id (KL_RECORD (plan)), format, path, NULL,
                        kl_await_cb, &result);
  bytes = kl_plan_export_finish (kl_await (&result), error);
  if (bytes == NULL)
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    print_json (invocation, plan, format, path, bytes);
  else if (path != NULL)
    kl_output_add_format (kl_invocation_print (invocation), _("“%s” is in %s."), kl_plan_get_title (plan), shown);
  else
    {
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autofree char *text = g_strndup (data, length);

      kl_output_add_raw (kl_invocation_print (invocation), text);
    }
  return TRUE;
}
