/* kl-command-chart.c: klearn chart */

#include "config.h"

#include "kl-command.h"

#include "chart/kl-chart-file.h"
#include "chart/kl-score-comparison.h"

#include "kl-cli-error.h"
#include "kl-finder.h"

#include <glib/gi18n.h>

#define WIDTH 800
#define HEIGHT 400

/* One subject is a score history, with its title; several are compared. */
static KlChart *
make_chart (GPtrArray *subjects,
            KlPlan    *plan,
            GDateTime *today)
{
  KlScoreComparison *comparison;

  if (subjects->len == 1)
    {
      KlSubject *subject = g_ptr_array_index (subjects, 0);
      KlScoreSeries *series = kl_score_series_new (kl_subject_get_attempts (subject), kl_plan_get_bands (plan));

      kl_score_series_set_today (series, today);
      kl_chart_set_title (KL_CHART (series), kl_subject_get_title (subject));
      return KL_CHART (series);
    }

  comparison = kl_score_comparison_new (kl_plan_get_bands (plan));
  kl_score_comparison_set_today (comparison, today);
  kl_chart_set_title (KL_CHART (comparison), _("Scores Compared"));
  for (guint i = 0; i < subjects->len; i++)
    {
      KlSubject *subject = g_ptr_array_index (subjects, i);

      kl_score_comparison_add (comparison, kl_subject_get_title (subject), kl_subject_get_attempts (subject));
    }
  return KL_CHART (comparison);
}

static void
add_json (KlJsonWriter *json,
          KlChart      *chart,
          const char   *shown)
{
  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "file", shown);
  kl_json_writer_add_integer (json, "points", kl_chart_get_n_marks (chart));
  if (KL_IS_SCORE_COMPARISON (chart))
    {
      kl_json_writer_begin_array (json, "subjects");
      for (guint i = 0; i < kl_score_comparison_get_n_lines (KL_SCORE_COMPARISON (chart)); i++)
        {
          KlScoreSeries *series = kl_score_comparison_get_series (KL_SCORE_COMPARISON (chart), i);

          kl_json_writer_begin_object (json, NULL);
          kl_json_writer_add_string (json, "title", kl_chart_get_title (KL_CHART (series)));
          kl_json_writer_add_integer (json, "points", kl_score_series_get_n_marks (series));
          kl_json_writer_end_object (json);
        }
      kl_json_writer_end_array (json);
    }
  kl_json_writer_end_object (json);
}

static void
print_words (KlOutput   *output,
             KlChart    *chart,
             const char *shown)
{
  guint n_marks = kl_chart_get_n_marks (chart);
  g_autofree char *summary = NULL;

  if (!KL_IS_SCORE_COMPARISON (chart))
    {
      kl_output_add_format (output,
                            g_dngettext (GETTEXT_PACKAGE, "%s: %u attempt of “%s”", "%s: %u attempts of “%s”", n_marks),
                            shown, n_marks, kl_chart_get_title (chart));
      return;
    }

  summary = kl_chart_dup_summary (chart);
  /* Translators: the name of a file, and what the chart in it says. */
  kl_output_add_format (output, _("%s: %s"), shown, summary);
}

static gboolean
check_arguments (KlInvocation  *invocation,
                 GError       **error)
{
  if (kl_invocation_get_output (invocation) != NULL)
    return TRUE;

  g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
                       _("--output FILE is missing: what to write, .svg, .png, .pdf or .csv."));
  return FALSE;
}

/**
 * kl_command_chart:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Draws the score history of a topic or an exercise into a file, or those of several in one chart.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_chart (KlInvocation  *invocation,
                  GError       **error)
{
  const char *path = kl_invocation_get_output (invocation);
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();
  g_autofree char *shown = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(GPtrArray) subjects = NULL;
  g_autoptr(GDateTime) today = NULL;
  g_autoptr(KlChart) chart = NULL;

  if (!check_arguments (invocation, error) || kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  subjects = kl_find_subjects (invocation, &plan, error);
  if (subjects == NULL)
    return FALSE;
  if (subjects->len > KL_SCORE_COMPARISON_MAX_LINES)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("At most %d topics can be told apart in one chart."),
                   KL_SCORE_COMPARISON_MAX_LINES);
      return FALSE;
    }

  today = kl_clock_get_now (kl_invocation_get_clock (invocation));
  chart = make_chart (subjects, plan, today);
  if (!kl_chart_file_write (chart, style, path, WIDTH, HEIGHT, error))
    return FALSE;

  shown = g_filename_display_name (path);
  if (kl_invocation_wants_json (invocation))
    {
      add_json (json, chart, shown);
      kl_invocation_print_json (invocation, json);
    }
  else
    {
      print_words (kl_invocation_print (invocation), chart, shown);
    }
  return TRUE;
}
