/* kl-command-export.c: klearn export */

#include "config.h"

#include "kl-command.h"

#include "exchange/kl-csv-writer.h"
#include "exchange/kl-document-file.h"
#include "exchange/kl-json-plan-writer.h"
#include "exchange/kl-markdown-writer.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-finder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* One name for each form that a plan can be written in. */
static const struct
{
  const char *name;
  GBytes *(*write) (KlPlan      *plan,
                    KlDocument  *document,
                    GError     **error);
} formats[] = {
  { "md", kl_markdown_writer_write },
  { "csv", kl_csv_writer_write },
  { "json", kl_json_plan_writer_write },
};

static gboolean
find_format (const char  *name,
             guint       *format,
             GError     **error)
{
  for (*format = 0; *format < G_N_ELEMENTS (formats); (*format)++)
    if (name == NULL || g_ascii_strcasecmp (name, formats[*format].name) == 0)
      return TRUE;

  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
               _("“%s” is not a form that a plan can be written in (md, csv, json)."), name);
  return FALSE;
}

/* The library itself is the one file that nobody means. */
static gboolean
may_write (KlInvocation  *invocation,
           const char    *path,
           GError       **error)
{
  GStatBuf target;
  GStatBuf library;

  if (g_stat (path, &target) != 0 ||
      g_stat (kl_library_get_path (kl_invocation_get_library (invocation)), &library) != 0 ||
      target.st_dev != library.st_dev || target.st_ino != library.st_ino)
    return TRUE;
  g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                       _("This file is the library itself: name another one for the document."));
  return FALSE;
}

static GBytes *
write_plan (KlInvocation  *invocation,
            guint          format,
            KlPlan        *found,
            GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = NULL;

  kl_library_read_plan_async (kl_invocation_get_library (invocation), kl_record_get_id (KL_RECORD (found)), NULL,
                              kl_await_cb, &result);
  plan
    = kl_library_read_plan_finish (kl_invocation_get_library (invocation), kl_await (&result), &document, NULL, error);
  if (plan == NULL)
    return NULL;
  return formats[format].write (plan, document, error);
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
  kl_json_writer_add_string (json, "format", formats[format].name);
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
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint format;

  if (!find_format (kl_invocation_get_format (invocation), &format, error) ||
      kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  if (plan == NULL)
    return FALSE;
  bytes = write_plan (invocation, format, plan, error);
  if (bytes == NULL)
    return FALSE;
  if (path != NULL && (!may_write (invocation, path, error) || !kl_document_file_save (path, bytes, error)))
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
