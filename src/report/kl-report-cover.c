/* kl-report-cover.c: the first page of a report: what it is of, and how it goes in numbers */

#include "config.h"

#include "kl-report-writing.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-bands.h"
#include "chart/kl-chart-shape.h"
#include "chart/kl-chart-text.h"
#include "model/kl-study-kind.h"
#include "model/kl-iso-date.h"
#include "recall/kl-insight-text.h"

#include "kl-report-words.h"

/* What stands above the title, so that it is not at the edge. */
#define HEADROOM 96

#define N_FIGURES 4
#define FIGURE_WIDTH 116

#define BAND_WIDTH 190
#define LONGEST_BAR 240
#define SHORTEST_BAR 2

typedef struct
{
  guint n;
  const char *word;
} Figure;

static guint
count_topics (KlReportWriting *self)
{
  GListModel *subjects = kl_plan_get_subjects (self->facts->plan);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      n += kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC ? 1 : 0;
    }
  return n;
}

static guint
count_scored (KlReportWriting *self)
{
  const KlInsightSpread *spread = self->insights->spread;

  return spread->n_weeks > 0 ? kl_insight_spread_get_total (spread, spread->n_weeks - 1) : 0;
}

static guint
count_due (KlReportWriting *self)
{
  GHashTableIter iterator;
  gpointer outlook;
  guint n = 0;

  g_hash_table_iter_init (&iterator, self->facts->outlooks);
  while (g_hash_table_iter_next (&iterator, NULL, &outlook))
    {
      gint64 due = ((KlReportOutlook *) outlook)->prospect.due;

      n += due > 0 && due <= self->facts->due.today ? 1 : 0;
    }
  return n;
}

/* The numbers in one row, their words below them. */
static void
add_figures (KlReportWriting *self)
{
  guint n_topics = count_topics (self), n_scored = count_scored (self), n_due = count_due (self);
  guint n_attempts = self->insights->n_attempts;
  const Figure figures[N_FIGURES] = {
    { n_topics, ngettext ("topic", "topics", n_topics) },
    { n_attempts, ngettext ("attempt", "attempts", n_attempts) },
    /* Translators: below a number: so many topics and exercises have a score */
    { n_scored, ngettext ("with a score", "with a score", n_scored) },
    /* Translators: below a number: so many topics and exercises are due */
    { n_due, ngettext ("due now", "due now", n_due) },
  };
  KlReportBlock *numbers = kl_report_block_new (), *words = kl_report_block_new ();

  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autofree char *number = kl_chart_text_number (figures[i].n);

      kl_report_block_add (numbers, kl_report_text_new (number, KL_REPORT_STYLE_FIGURE, NULL), i * FIGURE_WIDTH,
                           FIGURE_WIDTH);
      kl_report_block_add (words, kl_report_text_new (figures[i].word, KL_REPORT_STYLE_CAPTION, NULL), i * FIGURE_WIDTH,
                           FIGURE_WIDTH);
    }
  numbers->above = 36;
  numbers->keeps_next = TRUE;
  kl_report_add (self->report, numbers);
  kl_report_add (self->report, words);
}

/* How many stand in a band now, as a bar that its colour does not have to tell apart. */
static void
add_band (KlReportWriting *self,
          guint            rank,
          guint            n,
          guint            most)
{
  const KlChartBand *band = kl_chart_bands_get (self->bands, (int) rank);
  g_autofree char *name = kl_insight_text_band (self->insights, rank);
  const char *shape = band != NULL ? kl_chart_shape_get_text (kl_chart_shape_for_rank ((int) rank)) : "";
  g_autofree char *words = g_strdup_printf ("%s %s", shape, name);
  g_autofree char *number = kl_chart_text_number (n);
  KlReportBlock *block = kl_report_block_new ();

  kl_report_block_add (block, kl_report_text_new (g_strstrip (words), KL_REPORT_STYLE_BODY, NULL), 0, BAND_WIDTH - 48);
  kl_report_block_add (block, kl_report_text_new (number, KL_REPORT_STYLE_BODY, NULL), BAND_WIDTH - 44, 32)->align
    = KL_REPORT_ALIGN_END;
  block->bar_start = BAND_WIDTH;
  block->bar = n > 0 ? MAX (LONGEST_BAR * (double) n / most, SHORTEST_BAR) : 0;
  block->bar_hue = band != NULL ? band->hue : KL_CHART_HUE_PLAIN;
  block->above = 4;
  kl_report_add (self->report, block);
}

static void
add_bands (KlReportWriting *self)
{
  const KlInsightSpread *spread = self->insights->spread;
  guint most = 1;

  if (spread->n_weeks == 0)
    return;

  for (guint i = 0; i <= spread->n_ranks; i++)
    most = MAX (most, kl_insight_spread_get (spread, spread->n_weeks - 1, i));
  kl_report_words_add_heading (self->report, _("Bands"), KL_REPORT_STYLE_HEADING, 28);
  for (guint i = 0; i <= spread->n_ranks; i++)
    {
      guint n = kl_insight_spread_get (spread, spread->n_weeks - 1, i);

      if (n > 0 || i < spread->n_ranks)
        add_band (self, i, n, most);
    }
}

static void
add_strategy (KlReportWriting *self)
{
  GListModel *kinds = kl_plan_get_study_kinds (self->facts->plan);
  guint n = g_list_model_get_n_items (kinds);

  if (n == 0)
    return;

  kl_report_words_add_heading (self->report, _("Strategy"), KL_REPORT_STYLE_HEADING, 28);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlStudyKind) kind = g_list_model_get_item (kinds, i);
      const char *name = kl_study_kind_get_name (kind), *meaning = kl_study_kind_get_meaning (kind);
      g_autofree char *words = meaning != NULL && *meaning != '\0'
                                 ? g_strdup_printf ("%s: %s", name != NULL ? name : "", meaning)
                                 : g_strdup (name != NULL ? name : "");

      kl_report_words_add_item (self->report, "•", words, 0, 0, 3);
    }
}

/* What is learned for, and how that is expected to go. */
static void
add_event (KlReportWriting *self)
{
  const char *title = kl_plan_get_event_title (self->facts->plan);
  gint32 day = kl_iso_date_parse_day (kl_plan_get_event_date (self->facts->plan));
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;

  if (day <= 0)
    return;

  date = kl_chart_text_day (day, KL_CHART_DATE_FULL);
  /* Translators: %1$s is what a person learns for, %2$s its day */
  words = title != NULL && *title != '\0' ? g_strdup_printf (_("%1$s on %2$s"), title, date)
                                          : g_strdup_printf (_("For %s"), date);
  kl_report_words_add (self->report, words, KL_REPORT_STYLE_STRONG, 18);
  if (self->facts->forecast != NULL)
    kl_report_words_add (self->report, self->facts->forecast, KL_REPORT_STYLE_BODY, 3);
}

/**
 * kl_report_writing_add_cover:
 * @self: a report
 *
 * Adds the first page: the title, the day, and how it goes in numbers.
 */
void
kl_report_writing_add_cover (KlReportWriting *self)
{
  g_autofree char *date = kl_chart_text_day (kl_report_get_day (self->report), KL_CHART_DATE_FULL);
  g_autofree char *due = kl_insight_text_due (&self->facts->due);
  KlReportBlock *room = kl_report_block_new ();

  room->chart_height = HEADROOM;
  kl_report_add (self->report, room);
  kl_report_words_add (self->report, _("Learning Report"), KL_REPORT_STYLE_CAPTION, 0);
  kl_report_words_add (self->report, kl_report_get_title (self->report), KL_REPORT_STYLE_TITLE, 4);
  kl_report_words_add (self->report, date, KL_REPORT_STYLE_BODY, 6);
  add_event (self);
  add_figures (self);
  add_bands (self);
  kl_report_words_add (self->report, due, KL_REPORT_STYLE_BODY, 18);
  add_strategy (self);
}
