/* kl-command-insights.c: klearn insights */

#include "config.h"

#include "kl-command.h"

#include <glib/gi18n.h>

#include "model/kl-assessment.h"
#include "recall/kl-insight-improvements.h"
#include "recall/kl-insight-strengths.h"
#include "recall/kl-insight-text.h"
#include "recall/kl-insights.h"

#include "kl-await.h"
#include "kl-finder.h"
#include "kl-insights-chart.h"
#include "kl-insights-json.h"
#include "kl-text-table.h"
#include "kl-upcoming.h"

/* So many rows of what goes on and on are printed; JSON has all. */
#define N_ROWS 10

static void
print_heading (KlOutput   *output,
               const char *heading)
{
  kl_output_add_line (output, "");
  kl_output_add (output, KL_STYLE_HEADING, heading);
  kl_output_add_line (output, "");
}

/* What is worked out, then what the person wrote. */
static void
print_statements (KlOutput         *output,
                  KlPlan           *plan,
                  const char       *heading,
                  KlAssessmentKind  kind,
                  GPtrArray        *statements)
{
  g_autoptr(GPtrArray) owned = statements;
  GListModel *notes = kl_plan_get_assessments (plan);
  gboolean is_empty = owned->len == 0;

  print_heading (output, heading);
  for (guint i = 0; i < owned->len; i++)
    kl_output_add_format (output, "• %s", kl_insight_statement_get_text (g_ptr_array_index (owned, i)));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(KlAssessment) note = g_list_model_get_item (notes, i);
      const char *text = kl_assessment_get_text (note);

      if (kl_assessment_get_kind (note) != kind || text == NULL)
        continue;
      /* Translators: %s is what the person wrote */
      kl_output_add_format (output, _("• Your note: %s"), text);
      is_empty = FALSE;
    }
  if (is_empty)
    kl_output_add_line (output, _("Nothing to say yet."));
}

static void
print_due (KlOutput           *output,
           const KlInsightDue *due)
{
  g_autofree char *summary = kl_insight_text_due (due);
  g_autoptr(KlTextTable) table = kl_text_table_new (2);

  print_heading (output, _("What Is Due in the Coming Weeks"));
  kl_output_add_line (output, summary);
  if (kl_insight_due_get_total (due) == 0)
    return;

  kl_text_table_set_right (table, 1);
  for (guint i = 0; i < KL_INSIGHT_DUE_WEEKS; i++)
    {
      g_autofree char *week = kl_insight_text_due_week (due, i);
      g_autofree char *n = g_strdup_printf ("%u", due->weeks[i]);

      kl_text_table_add (table, week, n, NULL);
    }
  kl_text_table_print (table, output);
}

static void
print_calibration (KlOutput                   *output,
                   const KlInsightCalibration *calibration,
                   const KlInsightTopics      *topics,
                   const char                 *heading)
{
  const GArray *subjects = calibration->subjects;
  g_autofree char *summary = kl_insight_text_calibration (calibration);
  g_autoptr(KlTextTable) table = kl_text_table_new (3);

  print_heading (output, heading);
  kl_output_add_line (output, summary);
  if (subjects->len == 0)
    return;

  kl_text_table_set_head (table, _("Topic"), _("Attempts"), _("On average"), NULL);
  kl_text_table_set_right (table, 1);
  for (guint i = 0; i < MIN (subjects->len, N_ROWS); i++)
    {
      const KlInsightBias *bias = &g_array_index (subjects, KlInsightBias, i);
      const char *title = kl_insight_topics_get_title (topics, bias->subject);
      g_autofree char *n = g_strdup_printf ("%u", bias->n);
      g_autofree char *words = kl_insight_calibration_say (calibration, bias->bias);

      kl_text_table_add (table, title != NULL ? title : "", n, words, NULL);
    }
  kl_text_table_print (table, output);
}

static void
print_missed (KlOutput              *output,
              const KlInsightReport *report,
              const KlInsightTopics *topics)
{
  print_heading (output, _("Points Missed Most Often"));
  if (report->missed->len == 0)
    kl_output_add_line (output, _("No point was missed yet."));
  for (guint i = 0; i < MIN (report->missed->len, N_ROWS); i++)
    {
      const KlInsightPoint *point = g_ptr_array_index (report->missed, i);
      const char *title = kl_insight_topics_get_title (topics, point->subject);
      g_autofree char *words = kl_insight_text_missed (point);

      kl_output_add_format (output, "%s (%s): %s", point->text, title != NULL ? title : "", words);
    }
}

static void
print_text (KlOutput              *output,
            const KlInsightReport *report,
            const KlInsightDue    *due,
            KlPlan                *plan)
{
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (report, plan);
  g_autofree char *spread = kl_insight_text_spread (report);
  g_autofree char *activity = kl_insight_text_activity (report);
  g_autofree char *spent = kl_insight_text_time (report);
  g_autofree char *agreement = kl_reading_agreement_to_text (&report->agreement);

  kl_output_add_line (output, spread);
  kl_output_add_line (output, activity);
  kl_output_add_line (output, spent);
  if (agreement != NULL)
    kl_output_add_line (output, agreement);
  print_statements (output, plan, _("Strengths"), KL_ASSESSMENT_STRENGTH, kl_insight_strengths_new (report, topics));
  print_statements (output, plan, _("Areas for Improvement"), KL_ASSESSMENT_IMPROVEMENT,
                    kl_insight_improvements_new (report, topics));
  print_due (output, due);
  print_calibration (output, report->calibration, topics, _("Expected and Actual Scores"));
  print_calibration (output, report->suggestions, topics, _("Suggested Scores and Yours"));
  print_missed (output, report, topics);
}

static KlInsights *
load (KlInvocation  *invocation,
      KlPlan        *plan,
      KlInsightDue  *due,
      GError       **error)
{
  g_autoptr(KlInsights) insights = kl_insights_new (kl_invocation_get_library (invocation), plan);
  g_autoptr(KlAgenda) agenda = kl_upcoming_load (invocation, plan, error);
  g_autoptr(GPtrArray) subjects = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (agenda == NULL)
    return NULL;

  subjects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (kl_plan_get_subjects (plan)); i++)
    g_ptr_array_add (subjects, g_list_model_get_item (kl_plan_get_subjects (plan), i));
  kl_insight_due_count (due, agenda, subjects);
  kl_insights_load_async (insights, NULL, kl_await_cb, &result);
  return kl_insights_load_finish (insights, kl_await (&result), error) ? g_steal_pointer (&insights) : NULL;
}

/**
 * kl_command_insights:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Says how it goes with a plan on the whole, or writes one of the charts of it.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_insights (KlInvocation  *invocation,
                     GError       **error)
{
  KlLibrary *library = kl_insights_chart_check (invocation, error) ? kl_invocation_open (invocation, error) : NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlInsights) insights = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  KlInsightDue due;

  if (library == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  if (plan == NULL)
    return FALSE;
  kl_library_load_plan_async (library, plan, NULL, kl_await_cb, &result);
  if (!kl_library_load_plan_finish (library, kl_await (&result), error))
    return FALSE;
  insights = load (invocation, plan, &due, error);
  if (insights == NULL)
    return FALSE;

  if (kl_invocation_get_words (invocation) != NULL)
    return kl_insights_chart_write (invocation, plan, kl_insights_get_report (insights), &due, error);
  if (kl_invocation_wants_json (invocation))
    {
      g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

      kl_insights_json_add (json, kl_insights_get_report (insights), &due, plan);
      kl_invocation_print_json (invocation, json);
    }
  else
    print_text (kl_invocation_print (invocation), kl_insights_get_report (insights), &due, plan);
  return TRUE;
}
