/* kl-insights-chart.c: one of the charts of the insights, as a file */

#include "config.h"

#include "kl-insights-chart.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-file.h"
#include "recall/kl-insight-charts.h"

#include "kl-cli-error.h"

/* What insights are called on the command line, in the order in which the window shows them. */
typedef enum
{
  CHART_BANDS,
  CHART_DUE,
  CHART_DAYS,
  CHART_EXPECTED,
  CHART_SUGGESTED,
  CHART_MISSED,
  CHART_TIME,
  N_CHARTS,
} Chart;

static const char *const names[N_CHARTS + 1]
  = { "bands", "due", "days", "expected", "suggested", "missed", "time", NULL };

static Chart
find_chart (const char *name)
{
  guint i = 0;

  while (i < N_CHARTS && !g_str_equal (names[i], name))
    i++;
  return (Chart) i;
}

static KlDataChart *
make_chart (Chart                  chart,
            KlPlan                *plan,
            const KlInsightReport *report,
            const KlInsightDue    *due)
{
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (report, plan);

  if (chart == CHART_BANDS)
    return kl_insight_charts_new_spread (report);
  if (chart == CHART_DUE)
    return kl_insight_charts_new_due (due);
  if (chart == CHART_DAYS)
    return kl_insight_charts_new_days (report);
  if (chart == CHART_EXPECTED)
    return kl_insight_charts_new_calibration (report, topics);
  if (chart == CHART_SUGGESTED)
    return kl_insight_charts_new_suggestions (report, topics);
  return chart == CHART_MISSED ? kl_insight_charts_new_missed (report, topics) : kl_insight_charts_new_time (report);
}

/**
 * kl_insights_chart_check:
 * @invocation: an invocation
 * @error: return location for an error of %KL_CLI_ERROR
 *
 * Returns: whether it names no chart, or one that there is and a file for it
 */
gboolean
kl_insights_chart_check (KlInvocation  *invocation,
                         GError       **error)
{
  const char *name = kl_invocation_get_words (invocation);
  g_autofree char *all = g_strjoinv (", ", (char **) (gpointer) (guintptr) names);

  if (name != NULL && find_chart (name) == N_CHARTS)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("There is no chart “%s”: choose one of %s."), name, all);
      return FALSE;
    }
  if (name == NULL && kl_invocation_get_output (invocation) != NULL)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("Which chart is to be written? Choose one of %s."), all);
      return FALSE;
    }
  return name == NULL || kl_invocation_has_output (invocation, error);
}

/**
 * kl_insights_chart_write:
 * @invocation: an invocation that names a chart
 * @plan: a plan, loaded
 * @report: how it goes with it
 * @due: what is due in it
 * @error: return location for an error
 *
 * Writes the chart, and says what it shows.
 *
 * Returns: whether that went well
 */
gboolean
kl_insights_chart_write (KlInvocation           *invocation,
                         KlPlan                 *plan,
                         const KlInsightReport  *report,
                         const KlInsightDue     *due,
                         GError                **error)
{
  const char *path = kl_invocation_get_output (invocation);
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);
  g_autoptr(KlDataChart) data = make_chart (find_chart (kl_invocation_get_words (invocation)), plan, report, due);
  KlChart *chart = KL_CHART (data);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *summary = kl_chart_dup_summary (chart);
  int width, height;

  kl_chart_file_find_size (chart, &width, &height);
  if (!kl_chart_file_write (chart, style, path, width, height, NULL, error))
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    {
      g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "file", shown);
      kl_json_writer_add_integer (json, "points", kl_chart_get_n_marks (chart));
      kl_json_writer_end_object (json);
      kl_invocation_print_json (invocation, json);
    }
  else
    {
      /* Translators: the name of a file, and what the chart in it says. */
      kl_output_add_format (kl_invocation_print (invocation), _("%s: %s"), shown, summary);
    }
  return TRUE;
}
