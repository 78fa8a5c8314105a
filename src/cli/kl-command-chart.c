/* kl-command-chart.c: klearn chart */

#include "config.h"

#include "kl-command.h"

#include "chart/kl-chart-file.h"
#include "chart/kl-score-comparison.h"
#include "recall/kl-agenda.h"
#include "recall/kl-score-outlook.h"

#include "kl-cli-error.h"
#include "kl-finder.h"
#include "kl-upcoming.h"

#include <glib/gi18n.h>

#define WIDTH 800
#define HEIGHT 400

/* As the window shows it: with what was studied, and with how it goes on. */
static KlChart *
make_history (KlSubject *subject,
              KlPlan    *plan,
              KlAgenda  *agenda,
              GDateTime *today)
{
  const char *id = kl_record_get_id (KL_RECORD (subject));
  KlSchedules *schedules = kl_agenda_get_schedules (agenda);
  KlScoreSeries *series = kl_score_series_new (kl_subject_get_attempts (subject), kl_plan_get_bands (plan));

  kl_score_series_set_sessions (series, kl_subject_get_sessions (subject));
  kl_score_series_set_today (series, today);
  kl_score_outlook_show (series, kl_schedules_get_scheduler (schedules), kl_schedules_peek (schedules, id), id,
                         kl_agenda_get_today (agenda));
  kl_chart_set_title (KL_CHART (series), kl_subject_get_title (subject));
  return KL_CHART (series);
}

static KlChart *
make_comparison (GPtrArray *subjects,
                 KlPlan    *plan,
                 GDateTime *today)
{
  KlScoreComparison *comparison = kl_score_comparison_new (kl_plan_get_bands (plan));

  kl_score_comparison_set_today (comparison, today);
  kl_chart_set_title (KL_CHART (comparison), _("Scores Compared"));
  for (guint i = 0; i < subjects->len; i++)
    {
      KlSubject *subject = g_ptr_array_index (subjects, i);

      kl_score_comparison_add (comparison, kl_subject_get_title (subject), kl_subject_get_attempts (subject));
    }
  return KL_CHART (comparison);
}

/* One subject is a score history, with its title; several are compared. */
static KlChart *
make_chart (KlInvocation  *invocation,
            GPtrArray     *subjects,
            KlPlan        *plan,
            GError       **error)
{
  g_autoptr(GDateTime) today = kl_clock_get_now (kl_invocation_get_clock (invocation));
  g_autoptr(KlAgenda) agenda = NULL;

  if (subjects->len > 1)
    return make_comparison (subjects, plan, today);

  agenda = kl_upcoming_load (invocation, plan, error);
  return agenda != NULL ? make_history (g_ptr_array_index (subjects, 0), plan, agenda, today) : NULL;
}

static guint
count_attempts (KlChart *chart)
{
  return KL_IS_SCORE_SERIES (chart) ? kl_score_series_get_n_marks (KL_SCORE_SERIES (chart))
                                    : kl_chart_get_n_marks (chart);
}

static void
add_json (KlJsonWriter *json,
          KlChart      *chart,
          const char   *shown)
{
  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "file", shown);
  kl_json_writer_add_integer (json, "points", count_attempts (chart));
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
  guint n_marks = count_attempts (chart);
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
  g_autoptr(KlChart) chart = NULL;

  if (!kl_invocation_has_output (invocation, error) || kl_invocation_open (invocation, error) == NULL)
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

  chart = make_chart (invocation, subjects, plan, error);
  if (chart == NULL || !kl_chart_file_write (chart, style, path, WIDTH, HEIGHT, NULL, error))
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
