/* kl-command-report.c: klearn report */

#include "config.h"

#include "kl-command.h"

#include <glib/gi18n.h>

#include "report/kl-report-file.h"
#include "report/kl-report-saving.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-finder.h"

static gboolean
find_paper (KlInvocation   *invocation,
            KlReportPaper  *paper,
            GError        **error)
{
  const char *name = kl_invocation_get_paper (invocation);

  *paper = kl_report_paper_for_locale ();
  if (name == NULL || kl_report_paper_find (name, paper))
    return TRUE;

  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("“%s” is no paper that is known here: a4 or letter."), name);
  return FALSE;
}

/* Returns how many pages there are, 0 where it failed. */
static guint
write_report (KlInvocation         *invocation,
              KlPlan               *plan,
              const char           *path,
              const KlReportPaper  *paper,
              GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_report_save_async (kl_invocation_get_library (invocation), kl_record_get_id (KL_RECORD (plan)), path, paper,
                        kl_report_fonts_find_right_to_left (), NULL, kl_await_cb, &result);
  return kl_report_save_finish (kl_await (&result), error);
}

/**
 * kl_command_report:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Writes a report of a plan into a PDF file.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_report (KlInvocation  *invocation,
                   GError       **error)
{
  const char *path = kl_invocation_get_output (invocation);
  g_autofree char *shown = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();
  KlReportPaper paper;
  guint n_pages;

  if (path == NULL)
    {
      g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
                           _("--output FILE is missing: what to write, .pdf."));
      return FALSE;
    }
  if (!find_paper (invocation, &paper, error) || !kl_report_file_check_name (path, error)
      || kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  n_pages = plan != NULL ? write_report (invocation, plan, path, &paper, error) : 0;
  if (n_pages == 0)
    return FALSE;

  shown = g_filename_display_name (path);
  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "file", shown);
  kl_json_writer_add_integer (json, "pages", n_pages);
  kl_json_writer_end_object (json);
  if (kl_invocation_wants_json (invocation))
    kl_invocation_print_json (invocation, json);
  else
    kl_output_add_format (kl_invocation_print (invocation),
                          g_dngettext (GETTEXT_PACKAGE, "%s: %u page about “%s”", "%s: %u pages about “%s”", n_pages),
                          shown, n_pages, kl_plan_get_title (plan) != NULL ? kl_plan_get_title (plan) : "");
  return TRUE;
}
