/* kl-report-subjects.c: each topic and exercise: how it stands, what it covers, and what is still to be done */

#include "config.h"

#include "kl-report-writing.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-text.h"
#include "chart/kl-score-series.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "model/kl-verdict.h"
#include "recall/kl-date-text.h"
#include "recall/kl-day-text.h"
#include "recall/kl-depth-text.h"
#include "recall/kl-expectation-text.h"
#include "recall/kl-prospect-text.h"
#include "recall/kl-score-outlook.h"
#include "recall/kl-score-text.h"
#include "recall/kl-verdict-text.h"

#include "kl-report-words.h"

#define CHART_HEIGHT 124
#define ABOVE_HEADING 11
#define ABOVE_ITEM 2
#define STEP 16
#define MAX_LEVEL 8

/* What an attempt did with a point, in a column of its own. */
#define VERDICT_WIDTH 84

/* The chart has all attempts, the list the latest ones. */
#define MAX_ATTEMPTS 5

/* The columns of the attempts. */
#define DATE_WIDTH 120
#define SCORE_WIDTH 140
#define GUESS_WIDTH 110

/**
 * Subject:
 * @writing: the report
 * @subject: what is written about
 * @attempts: its attempts, oldest first
 * @outlook: (nullable): how it goes on
 */
typedef struct
{
  KlReportWriting *writing;
  KlReport *report;
  KlSubject *subject;
  GPtrArray *attempts;
  const KlReportOutlook *outlook;
} Subject;

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* The head */

static char *
describe_standing (const Subject *self)
{
  g_autofree char *mark
    = kl_score_text_mark_in (self->writing->bands, kl_report_writing_find_score (self->attempts));
  gint64 today = self->writing->facts->due.today;
  g_autoptr(GString) text = g_string_new (mark);

  if (self->outlook != NULL && self->outlook->prospect.is_assessed)
    {
      g_autofree char *expected = kl_expectation_to_text (&self->outlook->prospect.expectation);

      g_string_append_printf (text, " · %s", expected);
    }
  if (self->outlook != NULL && self->outlook->prospect.due > 0)
    {
      gint64 due = self->outlook->prospect.due;
      g_autofree char *day = due <= today ? kl_day_text_due (due, today) : kl_day_text_weekday (due, today);

      g_string_append (text, " · ");
      if (due <= today)
        g_string_append (text, day);
      else
        /* Translators: %s is a day, such as “Friday, 4 December” */
        g_string_append_printf (text, _("due on %s"), day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_facts (const Subject *self)
{
  KlSubject *parent = kl_report_writing_find (self->writing, kl_subject_get_parent (self->subject));
  gboolean is_exercise = kl_subject_get_kind (self->subject) == KL_SUBJECT_EXERCISE;
  gint64 minutes = kl_subject_get_minutes (self->subject);
  g_autoptr(GString) text
    = g_string_new (is_exercise ? _("Exercise") : kl_depth_text_get (kl_subject_get_depth (self->subject)));

  if (parent != NULL)
    {
      g_autofree char *title = kl_report_writing_dup_title (parent);

      g_string_append (text, " · ");
      /* Translators: %s is the topic that a subtopic is part of */
      g_string_append_printf (text, _("part of %s"), title);
    }
  if (minutes > 0)
    {
      g_autofree char *span = kl_chart_text_span (60.0 * (double) minutes);

      g_string_append_printf (text, " · %s", span);
    }
  if (!is_empty (kl_subject_get_status (self->subject)))
    g_string_append_printf (text, " · %s", kl_subject_get_status (self->subject));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_why (const Subject *self)
{
  const KlReportFacts *facts = self->writing->facts;
  g_autofree char *why = NULL;

  if (self->outlook == NULL || self->outlook->prospect.due == 0)
    return;

  why = kl_prospect_explain_due_by (&self->outlook->prospect, &facts->scheduler,
                                    self->outlook->has_schedule ? &self->outlook->schedule : NULL, facts->due.today);
  kl_report_words_add_heading (self->report, why, KL_REPORT_STYLE_CAPTION, 1);
}

static void
add_head (const Subject *self)
{
  guint level = kl_report_writing_get_level (self->writing, self->subject);
  g_autofree char *title = kl_report_writing_dup_title (self->subject);
  g_autofree char *standing = describe_standing (self);
  g_autofree char *facts = describe_facts (self);
  KlReportBlock *heading;

  kl_report_begin_section (self->report, kl_record_get_id (KL_RECORD (self->subject)), title,
                           1 + MIN (level, MAX_LEVEL));
  heading = kl_report_words_add_heading (self->report, title, KL_REPORT_STYLE_TOPIC, 30);
  heading->begins_group = TRUE;
  heading->is_ruled = TRUE;
  kl_report_words_add_heading (self->report, standing, KL_REPORT_STYLE_STRONG, 3);
  kl_report_words_add_heading (self->report, facts, KL_REPORT_STYLE_CAPTION, 2);
  add_why (self);
}

static void
add_chart (const Subject *self)
{
  const KlReportFacts *facts = self->writing->facts;
  g_autoptr(GDateTime) today = NULL;
  KlScoreSeries *series;

  if (self->attempts->len == 0)
    return;

  series = kl_score_series_new (kl_subject_get_attempts (self->subject), kl_plan_get_bands (facts->plan));
  kl_score_series_set_sessions (series, kl_subject_get_sessions (self->subject));
  today = kl_report_facts_dup_today (facts);
  kl_score_series_set_today (series, today);
  kl_score_outlook_show (series, &facts->scheduler,
                         self->outlook != NULL && self->outlook->has_schedule ? &self->outlook->schedule : NULL,
                         kl_record_get_id (KL_RECORD (self->subject)), facts->due.today);
  kl_report_add (self->report, kl_report_block_new_chart (KL_CHART (series), CHART_HEIGHT))->above = 8;
}

/* What it covers */

static GHashTable *
index_verdicts (const Subject *self)
{
  GHashTable *verdicts = g_hash_table_new (g_str_hash, g_str_equal); /* point's id → KlVerdictValue */
  KlAttempt *latest = self->attempts->len > 0 ? g_ptr_array_index (self->attempts, self->attempts->len - 1) : NULL;
  GListModel *list = latest != NULL ? kl_attempt_get_verdicts (latest) : NULL;

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      /* The attempt's list keeps the verdict alive. */
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (list, i);

      if (kl_verdict_get_point (verdict) != NULL && kl_verdict_get_value (verdict) != KL_VERDICT_UNSET)
        g_hash_table_insert (verdicts, (gpointer) (guintptr) kl_verdict_get_point (verdict),
                             GUINT_TO_POINTER (kl_verdict_get_value (verdict)));
    }
  return verdicts;
}

static void
add_point (const Subject *self,
           KlPoint       *point,
           guint          level,
           GHashTable    *verdicts)
{
  KlVerdictValue verdict
    = (KlVerdictValue) GPOINTER_TO_UINT (g_hash_table_lookup (verdicts, kl_record_get_id (KL_RECORD (point))));
  gboolean has_verdict = verdict != KL_VERDICT_UNSET;
  double start = STEP * (double) MIN (level, MAX_LEVEL);
  KlReportBlock *block
    = kl_report_words_add_item (self->report, has_verdict ? kl_verdict_text_get_glyph (verdict) : "•",
                                kl_point_get_text (point), start,
                                g_hash_table_size (verdicts) > 0 ? -VERDICT_WIDTH : 0, ABOVE_ITEM);

  if (has_verdict)
    {
      KlReportText *word = kl_report_text_new (kl_verdict_text_get_word (verdict), KL_REPORT_STYLE_CAPTION, NULL);

      kl_report_block_add (block, word, 8 - VERDICT_WIDTH, 0)->align = KL_REPORT_ALIGN_END;
    }
  if (!is_empty (kl_point_get_note (point)))
    {
      KlReportBlock *note = kl_report_words_add (self->report, kl_point_get_note (point), KL_REPORT_STYLE_CAPTION, 0);

      kl_report_block_get (note, 0)->start = start + STEP;
    }
}

static void
add_points (const Subject *self)
{
  GListModel *points = kl_subject_get_points (self->subject);
  guint n_points = g_list_model_get_n_items (points);
  g_autoptr(GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal); /* id → level below its heading, from 1 */
  g_autoptr(GHashTable) verdicts = index_verdicts (self);

  if (n_points > 0)
    kl_report_words_add_heading (self->report, _("Key Points"), KL_REPORT_STYLE_HEADING, ABOVE_HEADING);
  for (guint i = 0; i < n_points; i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);
      const char *parent = kl_point_get_parent (point);
      /* Points stand after what they are part of. */
      guint level = parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (levels, parent)) : 0;

      g_hash_table_insert (levels, (gpointer) (guintptr) kl_record_get_id (KL_RECORD (point)),
                           GUINT_TO_POINTER (level + 1));
      add_point (self, point, level, verdicts);
    }
}

/* Those that are closed are done with. */
static void
add_gaps (const Subject *self)
{
  GListModel *gaps = kl_subject_get_gaps (self->subject);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(KlGap) gap = g_list_model_get_item (gaps, i);

      if (!kl_gap_get_open (gap))
        continue;
      if (!any)
        kl_report_words_add_heading (self->report, _("Open Gaps"), KL_REPORT_STYLE_HEADING, ABOVE_HEADING);
      any = TRUE;
      kl_report_words_add_item (self->report, "☐", kl_gap_get_text (gap), 0, 0, ABOVE_ITEM);
    }
}

/* The record */

typedef void (*AddFeedbackFunc) (const Subject *self,
                                 KlFeedback    *item);

static void
add_action (const Subject *self,
            KlFeedback    *item)
{
  kl_report_words_add_item (self->report, "☐", kl_feedback_get_text (item), 0, 0, ABOVE_ITEM);
}

static void
add_correction (const Subject *self,
                KlFeedback    *item)
{
  KlReportBlock *wrong
    = kl_report_words_add_item (self->report, "✗", kl_feedback_get_wrong (item), 0, 0, ABOVE_ITEM + 2);

  wrong->keeps_next = TRUE;
  kl_report_words_add_item (self->report, "✓", kl_feedback_get_right (item), 0, 0, 0);
}

static void
add_insight (const Subject *self,
             KlFeedback    *item)
{
  kl_report_words_add_item (self->report, "•", kl_feedback_get_text (item), 0, 0, ABOVE_ITEM);
}

/* What attempts brought, the latest attempt first; of action items those that are still open. */
static void
add_feedback (const Subject   *self,
              const char      *heading,
              guint            kinds,
              AddFeedbackFunc  add)
{
  gboolean any = FALSE;

  for (guint i = self->attempts->len; i > 0; i--)
    {
      GListModel *feedback = kl_attempt_get_feedback (g_ptr_array_index (self->attempts, i - 1));

      for (guint j = 0; j < g_list_model_get_n_items (feedback); j++)
        {
          g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, j);

          if ((kinds & 1u << kl_feedback_get_kind (item)) == 0 || kl_feedback_get_done (item))
            continue;
          if (!any)
            kl_report_words_add_heading (self->report, heading, KL_REPORT_STYLE_HEADING, ABOVE_HEADING);
          any = TRUE;
          add (self, item);
        }
    }
}

static char *
dup_guess (KlAttempt *attempt)
{
  double guess = kl_attempt_get_guess (attempt);

  return isfinite (guess) ? kl_chart_text_percent (guess) : g_strdup ("");
}

static const char *
get_remark (KlAttempt *attempt)
{
  if (kl_attempt_get_assisted (attempt))
    return _("assisted");
  return kl_attempt_has_other_score (attempt) ? _("amended") : "";
}

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

static void
add_attempt (const Subject *self,
             KlAttempt     *attempt,
             KlReportBlock *head)
{
  KlScore score = kl_attempt_get_score (attempt);
  g_autofree char *date = kl_date_text_format (kl_attempt_get_date (attempt));
  g_autofree char *mark
    = kl_score_is_set (score) ? kl_score_text_mark_in (self->writing->bands, score) : g_strdup (_("No score"));
  g_autofree char *guess = dup_guess (attempt);
  KlReportBlock *row = kl_report_block_new ();

  add_cell (row, date, KL_REPORT_STYLE_BODY, 0, DATE_WIDTH - 8);
  add_cell (row, mark, KL_REPORT_STYLE_BODY, DATE_WIDTH, SCORE_WIDTH - 8);
  add_cell (row, guess, KL_REPORT_STYLE_BODY, DATE_WIDTH + SCORE_WIDTH, GUESS_WIDTH - 8);
  add_cell (row, get_remark (attempt), KL_REPORT_STYLE_CAPTION, DATE_WIDTH + SCORE_WIDTH + GUESS_WIDTH, 0);
  row->above = ABOVE_ITEM;
  row->head = head;
  kl_report_add (self->report, row);
}

static void
add_attempts (const Subject *self)
{
  guint n_shown = MIN (self->attempts->len, MAX_ATTEMPTS);
  g_autofree char *heading = NULL;
  KlReportBlock *head;

  if (n_shown == 0)
    return;

  if (n_shown < self->attempts->len)
    heading = g_strdup_printf (_("The Latest %1$u of %2$u Attempts"), n_shown, self->attempts->len);
  else
    heading = g_strdup (_("Attempts"));
  kl_report_words_add_heading (self->report, heading, KL_REPORT_STYLE_HEADING, ABOVE_HEADING);
  head = kl_report_block_new ();
  add_cell (head, _("Date"), KL_REPORT_STYLE_CAPTION, 0, DATE_WIDTH - 8);
  add_cell (head, _("Score"), KL_REPORT_STYLE_CAPTION, DATE_WIDTH, SCORE_WIDTH - 8);
  add_cell (head, _("Expected"), KL_REPORT_STYLE_CAPTION, DATE_WIDTH + SCORE_WIDTH, GUESS_WIDTH - 8);
  head->above = ABOVE_ITEM;
  head->keeps_next = TRUE;
  kl_report_add (self->report, head);
  for (guint i = 0; i < n_shown; i++)
    add_attempt (self, g_ptr_array_index (self->attempts, self->attempts->len - 1 - i), head);
}

static void
add_notes (const Subject *self)
{
  if (is_empty (kl_subject_get_notes (self->subject)))
    return;

  kl_report_words_add_heading (self->report, _("Notes"), KL_REPORT_STYLE_HEADING, ABOVE_HEADING);
  kl_report_words_add_written (self->report, kl_subject_get_notes (self->subject), 0, ABOVE_ITEM);
}

static void
add_subject (KlReportWriting *writing,
             KlSubject       *subject)
{
  g_autoptr(GPtrArray) attempts = kl_report_writing_sort_attempts (subject);
  const KlReportOutlook *outlook = kl_report_facts_get_outlook (writing->facts, subject);
  const Subject self = { writing, writing->report, subject, attempts, outlook };

  add_head (&self);
  add_chart (&self);
  add_points (&self);
  add_gaps (&self);
  add_feedback (&self, _("Action Items"), 1u << KL_FEEDBACK_ACTION, add_action);
  add_feedback (&self, _("Corrections"), 1u << KL_FEEDBACK_CORRECTION, add_correction);
  add_feedback (&self, _("Insights and Quotes"), 1u << KL_FEEDBACK_INSIGHT | 1u << KL_FEEDBACK_QUOTE,
                add_insight);
  add_notes (&self);
  add_attempts (&self);
}

/**
 * kl_report_writing_add_subjects:
 * @self: a report
 * @cancellable: (nullable): stops it
 *
 * Adds each topic and exercise of which there is more to say than how it stands. One that has room below the one before
 * it stands there; any other one begins a page.
 */
void
kl_report_writing_add_subjects (KlReportWriting *self,
                                GCancellable    *cancellable)
{
  GListModel *subjects = kl_plan_get_subjects (self->facts->plan);
  KlReportBlock *heading;
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (subjects) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (!kl_report_writing_has_page (subject))
        continue;
      if (!any)
        {
          kl_report_begin_section (self->report, "subjects", _("Topic by Topic"), 0);
          heading = kl_report_words_add_heading (self->report, _("Topic by Topic"), KL_REPORT_STYLE_CHAPTER, 0);
          heading->begins_page = TRUE;
        }
      any = TRUE;
      add_subject (self, subject);
    }
}
