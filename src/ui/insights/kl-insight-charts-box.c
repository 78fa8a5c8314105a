/* kl-insight-charts-box.c: the charts of the insights one below the other, with what is to be said to each */

#include "config.h"

#include "kl-insight-charts-box.h"

#include <glib/gi18n.h>

#include "model/kl-plan-watch.h"
#include "recall/kl-agenda.h"
#include "recall/kl-insight-charts.h"
#include "recall/kl-insight-improvements.h"
#include "ui/edit/kl-section-heading.h"

#include "kl-insight-card.h"
#include "kl-statement-list.h"

#define SHOW_TOPIC "win.show-topic"
#define SHOW_ATTEMPT "insights.show-attempt"

/* Of a list to a chart so many are shown. */
#define MAX_STATEMENTS 10

struct _KlInsightChartsBox
{
  GtkBox parent_instance;

  KlAgenda *agenda;
  KlPlanWatch *watch;

  KlInsightCard *spread;
  KlInsightCard *due;
  KlInsightCard *days;
  KlInsightCard *calibration;
  GtkWidget *biases;
  KlSectionHeading *agreement;
  KlInsightCard *suggestions;
  KlInsightCard *missed;
  GtkWidget *returns;
  KlInsightCard *time;
};

G_DEFINE_FINAL_TYPE (KlInsightChartsBox, kl_insight_charts_box, GTK_TYPE_BOX)

/* What is due follows the schedules, which follow the library by themselves. */
static void
update_due (KlInsightChartsBox *self)
{
  KlInsightDue due;

  if (!kl_agenda_is_loaded (self->agenda))
    return;

  kl_insight_due_count (&due, self->agenda, kl_plan_watch_get_subjects (self->watch));
  kl_insight_card_take_chart (self->due, kl_insight_charts_new_due (&due));
}

static KlInsightCard *
append_card (KlInsightChartsBox *self,
             const char         *action)
{
  GtkWidget *card = kl_insight_card_new (action);

  gtk_box_append (GTK_BOX (self), card);
  return KL_INSIGHT_CARD (card);
}

static GtkWidget *
append_list (KlInsightChartsBox *self,
             const char         *title,
             const char         *empty)
{
  GtkWidget *list = kl_statement_list_new (title, empty);

  gtk_box_append (GTK_BOX (self), list);
  return list;
}

static void
kl_insight_charts_box_dispose (GObject *object)
{
  KlInsightChartsBox *self = KL_INSIGHT_CHARTS_BOX (object);

  g_clear_object (&self->agenda);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (kl_insight_charts_box_parent_class)->dispose (object);
}

static void
kl_insight_charts_box_class_init (KlInsightChartsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_insight_charts_box_dispose;
}

static void
kl_insight_charts_box_init (KlInsightChartsBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->spread = append_card (self, SHOW_TOPIC);
  self->due = append_card (self, SHOW_TOPIC);
  self->days = append_card (self, SHOW_TOPIC);
  self->calibration = append_card (self, SHOW_ATTEMPT);
  self->biases = append_list (self, _("How Sure You Were, Topic by Topic"),
                              _("A topic shows here once you said three times what score you expect."));
  self->agreement
    = KL_SECTION_HEADING (kl_section_heading_new (_("What KLearn Suggested, and What You Kept")));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->agreement));
  self->suggestions = append_card (self, SHOW_ATTEMPT);
  self->missed = append_card (self, SHOW_TOPIC);
  self->returns = append_list (self, _("Corrections That Came Back"), _("None did."));
  self->time = append_card (self, SHOW_TOPIC);
}

/**
 * kl_insight_charts_box_new:
 * @page: the page that it will be on
 *
 * Returns: (transfer floating): charts that show nothing yet
 */
GtkWidget *
kl_insight_charts_box_new (KlPage *page)
{
  KlInsightChartsBox *self = g_object_new (KL_TYPE_INSIGHT_CHARTS_BOX, NULL);

  self->agenda = kl_agenda_for (kl_page_get_plan (page));
  self->watch = kl_plan_watch_for (kl_page_get_plan (page));
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (update_due), self, G_CONNECT_SWAPPED);
  update_due (self);
  return GTK_WIDGET (self);
}

/**
 * kl_insight_charts_box_set_report:
 * @self: charts
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Shows it.
 */
void
kl_insight_charts_box_set_report (KlInsightChartsBox    *self,
                                  const KlInsightReport *report,
                                  const KlInsightTopics *topics)
{
  g_autoptr(GPtrArray) biases = NULL;
  g_autoptr(GPtrArray) returns = NULL;
  KlReadingAgreement verdicts = report->agreement;
  g_autofree char *agreement = NULL;

  g_return_if_fail (KL_IS_INSIGHT_CHARTS_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self), report->n_attempts > 0);
  kl_insight_card_take_chart (self->spread, kl_insight_charts_new_spread (report));
  kl_insight_card_take_chart (self->days, kl_insight_charts_new_days (report));
  kl_insight_card_take_chart (self->calibration, kl_insight_charts_new_calibration (report, topics));
  kl_insight_card_take_chart (self->suggestions, kl_insight_charts_new_suggestions (report, topics));
  kl_insight_card_take_chart (self->missed, kl_insight_charts_new_missed (report, topics));
  kl_insight_card_take_chart (self->time, kl_insight_charts_new_time (report));

  biases = kl_insight_improvements_list_biases (report, topics, MAX_STATEMENTS);
  returns = kl_insight_improvements_list_returns (report, topics, MAX_STATEMENTS);
  kl_statement_list_set (self->biases, biases);
  kl_statement_list_set (self->returns, returns);
  /* The card below it says what came of the scores. */
  verdicts.n_scored = 0;
  agreement = kl_reading_agreement_to_text (&verdicts);
  kl_section_heading_set_description (self->agreement,
                                      agreement != NULL ? agreement : _("No suggestion was judged yet."));
}

/**
 * kl_insight_charts_box_show_calibration:
 * @self: charts
 *
 * Brings the scores that were expected into view, and the keyboard to them.
 */
void
kl_insight_charts_box_show_calibration (KlInsightChartsBox *self)
{
  g_return_if_fail (KL_IS_INSIGHT_CHARTS_BOX (self));

  if (!gtk_widget_child_focus (GTK_WIDGET (self->calibration), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (self->biases, GTK_DIR_TAB_FORWARD);
}
