/* kl-report-insights.c: the charts of a report that are about all topics together, each with what it says in words */

#include "config.h"

#include "kl-report-writing.h"

#include <glib/gi18n.h>

#include "model/kl-assessment.h"
#include "recall/kl-insight-charts.h"
#include "recall/kl-insight-improvements.h"

#include "kl-report-words.h"

/* A pixel of a screen, in points. */
#define CHART_SCALE 0.75

/* Of a list to a chart so many are listed. */
#define MAX_STATEMENTS 10

/* Of what shows nothing there are only the words. */
static void
add_chart (KlReportWriting *self,
           KlDataChart     *data_chart)
{
  KlChart *chart = KL_CHART (data_chart);
  g_autofree char *summary = kl_chart_dup_summary (chart);
  KlReportBlock *words;

  kl_report_words_add_heading (self->report, kl_chart_get_title (chart), KL_REPORT_STYLE_HEADING, 24);
  words = kl_report_words_add (self->report, summary, KL_REPORT_STYLE_BODY, 3);
  if (kl_chart_get_n_marks (chart) > 0)
    {
      double height = kl_chart_get_height (chart) * CHART_SCALE;
      KlReportBlock *block = kl_report_block_new_chart (g_object_ref (chart), height);

      words->keeps_next = TRUE;
      block->above = 8;
      kl_report_add (self->report, block);
    }
  g_object_unref (chart);
}

static void
add_list (KlReportWriting *self,
          const char      *heading,
          GPtrArray       *statements)
{
  g_autoptr(GPtrArray) owned = statements;

  if (owned->len == 0)
    return;

  kl_report_words_add_heading (self->report, heading, KL_REPORT_STYLE_HEADING, 18);
  for (guint i = 0; i < owned->len; i++)
    {
      KlReportBlock *block = kl_report_block_new ();

      kl_report_block_add (block, kl_report_text_new ("•", KL_REPORT_STYLE_BODY, NULL), 0, 16);
      kl_report_block_add (block,
                           kl_report_text_new (kl_insight_statement_get_text (g_ptr_array_index (owned, i)),
                                               KL_REPORT_STYLE_BODY, NULL),
                           16, 0);
      block->above = 3;
      kl_report_add (self->report, block);
    }
}

static void
add_notes (KlReportWriting *self)
{
  GListModel *notes = kl_plan_get_assessments (self->facts->plan);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(KlAssessment) note = g_list_model_get_item (notes, i);

      if (kl_assessment_get_kind (note) != KL_ASSESSMENT_NOTE || kl_assessment_get_text (note) == NULL)
        continue;
      if (!any)
        kl_report_words_add_heading (self->report, _("Notes"), KL_REPORT_STYLE_HEADING, 24);
      any = TRUE;
      kl_report_words_add_item (self->report, "•", kl_assessment_get_text (note), 0, 0, 3);
    }
}

/**
 * kl_report_writing_add_insights:
 * @self: a report
 *
 * Adds how it went so far, and what comes next, in charts.
 */
void
kl_report_writing_add_insights (KlReportWriting *self)
{
  const KlInsightReport *insights = self->insights;
  KlReportBlock *heading;

  if (insights->n_attempts == 0)
    {
      add_notes (self);
      return;
    }

  kl_report_begin_section (self->report, "insights", _("How It Goes"), 0);
  heading = kl_report_words_add_heading (self->report, _("How It Goes"), KL_REPORT_STYLE_CHAPTER, 0);
  heading->begins_page = TRUE;
  add_chart (self, kl_insight_charts_new_spread (insights));
  add_chart (self, kl_insight_charts_new_due (&self->facts->due));
  add_chart (self, kl_insight_charts_new_days (insights));
  add_chart (self, kl_insight_charts_new_calibration (insights, self->topics));
  add_list (self, _("How Sure You Were, Topic by Topic"),
            kl_insight_improvements_list_biases (insights, self->topics, MAX_STATEMENTS));
  add_chart (self, kl_insight_charts_new_suggestions (insights, self->topics));
  add_chart (self, kl_insight_charts_new_missed (insights, self->topics));
  add_list (self, _("Corrections That Came Back"),
            kl_insight_improvements_list_returns (insights, self->topics, MAX_STATEMENTS));
  add_chart (self, kl_insight_charts_new_time (insights));
  add_notes (self);
}
