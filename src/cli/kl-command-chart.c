/* kl-command-chart.c: klearn chart */

#include "config.h"

#include "kl-command.h"

#include "chart/kl-chart-file.h"
#include "chart/kl-score-series.h"

#include "kl-cli-error.h"
#include "kl-finder.h"

#include <glib/gi18n.h>

#define WIDTH 800
#define HEIGHT 400

static gboolean
write_chart (KlInvocation   *invocation,
             KlScoreSeries  *series,
             const char     *path,
             GError        **error)
{
  g_autoptr(GDateTime) today = kl_clock_get_now (kl_invocation_get_clock (invocation));
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);

  kl_score_series_set_today (series, today);
  return kl_chart_file_write (KL_CHART (series), style, path, WIDTH, HEIGHT, error);
}

/**
 * kl_command_chart:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Draws the score history of a topic or an exercise into a file.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_chart (KlInvocation  *invocation,
                  GError       **error)
{
  const char *path = kl_invocation_get_output (invocation);
  g_autofree char *shown = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlSubject) subject = NULL;
  g_autoptr(KlScoreSeries) series = NULL;
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();
  guint n_marks;

  if (path == NULL)
    {
      g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
                           _("--output FILE is missing: what to write, .svg, .png, .pdf or .csv."));
      return FALSE;
    }
  if (kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  subject = kl_find_subject (invocation, &plan, error);
  if (subject == NULL)
    return FALSE;

  series = kl_score_series_new (kl_subject_get_attempts (subject), kl_plan_get_bands (plan));
  kl_chart_set_title (KL_CHART (series), kl_subject_get_title (subject));
  if (!write_chart (invocation, series, path, error))
    return FALSE;

  n_marks = kl_score_series_get_n_marks (series);
  shown = g_filename_display_name (path);
  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "file", shown);
  kl_json_writer_add_integer (json, "points", n_marks);
  kl_json_writer_end_object (json);

  if (kl_invocation_wants_json (invocation))
    kl_invocation_print_json (invocation, json);
  else
    kl_output_add_format (kl_invocation_print (invocation),
                          g_dngettext (GETTEXT_PACKAGE, "%s: %u attempt of “%s”", "%s: %u attempts of “%s”", n_marks),
                          shown, n_marks, kl_subject_get_title (subject));
  return TRUE;
}
