/* kl-report-standing.c: how all topics and exercises stand, in tables, and what is to be said of it in sentences */

#include "config.h"

#include "kl-report-writing.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-text.h"
#include "model/kl-assessment.h"
#include "recall/kl-day-text.h"
#include "recall/kl-insight-improvements.h"
#include "recall/kl-insight-strengths.h"
#include "recall/kl-score-text.h"

#include "kl-report-words.h"

/* The columns, from where the report begins to be read; the first one has what is left. */
#define SCORE_START (-262)
#define SCORE_WIDTH 112
#define EXPECTED_START (-146)
#define EXPECTED_WIDTH 62
#define DUE_START (-78)
#define DUE_WIDTH 0
#define GAP 8
#define STEP 12

/* Nothing takes no room. */
static void
add_cell (KlReportBlock *row,
          const char    *words,
          KlReportStyle  style,
          double         start,
          double         width)
{
  if (*words != '\0')
    kl_report_block_add (row, kl_report_text_new (words, style, NULL), start, width);
}

static KlReportBlock *
create_row (const char    *title,
            double         indent,
            const char    *score,
            const char    *expected,
            const char    *due,
            KlReportStyle  style)
{
  KlReportBlock *row = kl_report_block_new ();

  kl_report_block_add (row, kl_report_text_new (title, style, NULL), indent, SCORE_START - GAP);
  add_cell (row, score, style, SCORE_START, SCORE_WIDTH);
  add_cell (row, expected, style, EXPECTED_START, EXPECTED_WIDTH);
  add_cell (row, due, style, DUE_START, DUE_WIDTH);
  return row;
}

static char *
dup_expected (const KlReportOutlook *outlook)
{
  KlScore range;

  if (outlook == NULL || !outlook->prospect.is_assessed)
    return g_strdup ("");

  range.low = round (outlook->prospect.expectation.low);
  range.high = round (outlook->prospect.expectation.high);
  return kl_chart_text_score (range);
}

/* On paper a day says more than how far it is; of what is due by now, for how long it has been. */
static char *
dup_due (const KlReportOutlook *outlook,
         gint64                 today)
{
  gint64 due = outlook != NULL ? outlook->prospect.due : 0;

  if (due == 0)
    return g_strdup ("");
  return due <= today ? kl_day_text_due (due, today) : kl_day_text_date (due, today);
}

static void
add_subject (KlReportWriting *self,
             KlReportBlock   *head,
             KlSubject       *subject)
{
  gboolean is_group = kl_subject_get_kind (subject) == KL_SUBJECT_GROUP;
  const KlReportOutlook *outlook = kl_report_facts_get_outlook (self->facts, subject);
  g_autoptr(GPtrArray) attempts = kl_report_writing_sort_attempts (subject);
  KlScore score = kl_report_writing_find_score (attempts);
  g_autofree char *title = kl_report_writing_dup_title (subject);
  g_autofree char *mark = kl_score_is_set (score) ? kl_score_text_mark_in (self->bands, score) : g_strdup ("–");
  g_autofree char *expected = dup_expected (outlook);
  g_autofree char *due = dup_due (outlook, self->facts->due.today);
  KlReportBlock *row = create_row (title, STEP * (double) kl_report_writing_get_level (self, subject),
                                   is_group ? "" : mark, is_group ? "" : expected, is_group ? "" : due,
                                   is_group ? KL_REPORT_STYLE_STRONG : KL_REPORT_STYLE_BODY);

  if (kl_report_writing_has_page (subject))
    kl_report_block_get (row, 0)->target = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  row->above = is_group ? 8 : 4;
  row->is_ruled = !is_group;
  row->keeps_next = is_group;
  row->head = head;
  kl_report_add (self->report, row);
}

static void
add_table (KlReportWriting *self,
           gboolean         of_exercises,
           const char      *heading)
{
  GListModel *subjects = kl_plan_get_subjects (self->facts->plan);
  KlReportBlock *head = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if ((kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE) != of_exercises)
        continue;
      if (head == NULL)
        {
          if (heading != NULL)
            kl_report_words_add_heading (self->report, heading, KL_REPORT_STYLE_HEADING, 24);
          head = create_row (of_exercises ? _("Exercise") : _("Topic"), 0, _("Score"), _("Expected now"), _("Due"),
                             KL_REPORT_STYLE_CAPTION);
          head->above = 12;
          head->keeps_next = TRUE;
          kl_report_add (self->report, head);
        }
      add_subject (self, head, subject);
    }
  if (head == NULL && !of_exercises)
    kl_report_words_add (self->report, _("The plan has no topics yet."), KL_REPORT_STYLE_BODY, 12);
}

/* What is worked out, then what the person wrote. */
static void
add_statements (KlReportWriting  *self,
                const char       *heading,
                KlAssessmentKind  kind,
                GPtrArray        *statements)
{
  g_autoptr(GPtrArray) owned = statements;
  GListModel *notes = kl_plan_get_assessments (self->facts->plan);
  gboolean is_empty = owned->len == 0;

  kl_report_words_add_heading (self->report, heading, KL_REPORT_STYLE_HEADING, 24);
  for (guint i = 0; i < owned->len; i++)
    {
      KlReportBlock *block = kl_report_block_new ();
      KlInsightStatement *statement = g_ptr_array_index (owned, i);
      const char *subject_id = kl_insight_statement_get_subject_id (statement);
      KlReportCell *cell;

      kl_report_block_add (block, kl_report_text_new ("•", KL_REPORT_STYLE_BODY, NULL), 0, 16);
      cell = kl_report_block_add (block,
                                  kl_report_text_new (kl_insight_statement_get_text (statement), KL_REPORT_STYLE_BODY,
                                                      NULL),
                                  16, 0);
      cell->target = g_strdup (subject_id);
      block->above = 3;
      kl_report_add (self->report, block);
    }
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(KlAssessment) note = g_list_model_get_item (notes, i);
      const char *text = kl_assessment_get_text (note);
      g_autofree char *words = NULL;

      if (kl_assessment_get_kind (note) != kind || text == NULL)
        continue;
      /* Translators: %s is what the person wrote */
      words = g_strdup_printf (_("Your note: %s"), text);
      kl_report_words_add_item (self->report, "•", words, 0, 0, 3);
      is_empty = FALSE;
    }
  if (is_empty)
    kl_report_words_add (self->report, _("Nothing to say yet."), KL_REPORT_STYLE_CAPTION, 3);
}

/**
 * kl_report_writing_add_standing:
 * @self: a report
 *
 * Adds how everything stands now.
 */
void
kl_report_writing_add_standing (KlReportWriting *self)
{
  KlReportBlock *heading;

  kl_report_begin_section (self->report, "standing", _("Where You Stand"), 0);
  heading = kl_report_words_add_heading (self->report, _("Where You Stand"), KL_REPORT_STYLE_CHAPTER, 0);
  heading->begins_page = TRUE;
  add_table (self, FALSE, NULL);
  add_table (self, TRUE, _("Exercises"));
  add_statements (self, _("Strengths"), KL_ASSESSMENT_STRENGTH,
                  kl_insight_strengths_new (self->insights, self->topics));
  add_statements (self, _("Areas for Improvement"), KL_ASSESSMENT_IMPROVEMENT,
                  kl_insight_improvements_new (self->insights, self->topics));
}
