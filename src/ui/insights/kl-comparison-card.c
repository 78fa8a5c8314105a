/* kl-comparison-card.c: the scores of several topics in one chart, and the choice of the topics */

#include "config.h"

#include "kl-comparison-card.h"

#include <glib/gi18n.h>

#include "recall/kl-comparison.h"
#include "ui/chart/kl-chart-card.h"
#include "ui/edit/kl-section-heading.h"
#include "ui/edit/kl-topic-picker.h"
#include "ui/page/kl-control-name.h"

struct _KlComparisonCard
{
  GtkBox parent_instance;

  KlComparison *comparison;
  KlSectionHeading *heading;
  KlTopicPicker *picker;
  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (KlComparisonCard, kl_comparison_card, GTK_TYPE_BOX)

static void
describe (KlComparisonCard *self,
          gboolean          is_full)
{
  const char *problem = kl_comparison_get_problem (self->comparison);
  g_autofree char *full = NULL;

  if (is_full)
    /* Translators: %d is a number of topics above 1 */
    full = g_strdup_printf (_("%d topics are as many as can be told apart: leave one out first."),
                            KL_SCORE_COMPARISON_MAX_LINES);
  if (problem == NULL && full == NULL && !gtk_widget_get_visible (self->card))
    problem = _("Choose the topics whose scores you would like to see beside each other.");
  kl_section_heading_set_description (self->heading, full != NULL ? full : problem);
}

static void
changed_cb (KlComparisonCard *self)
{
  KlScoreComparison *chart = kl_comparison_get_chart (self->comparison);

  gtk_widget_set_visible (self->card, kl_score_comparison_get_n_lines (chart) > 0);
  kl_topic_picker_update (self->picker);
  describe (self, FALSE);
}

static gboolean
is_compared (KlSubject *subject,
             gpointer   comparison)
{
  return kl_comparison_contains (comparison, subject);
}

static void
picked_cb (KlComparisonCard *self,
           KlSubject        *subject)
{
  if (!kl_comparison_toggle (self->comparison, subject))
    describe (self, TRUE);
}

/* A mark or a row is an attempt. */
static void
activated_cb (KlComparisonCard *self,
              const char       *attempt_id)
{
  KlSubject *subject = kl_comparison_find_subject (self->comparison, attempt_id);

  if (subject != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-attempt", "(ss)", kl_record_get_id (KL_RECORD (subject)),
                                attempt_id);
}

static void
kl_comparison_card_dispose (GObject *object)
{
  g_clear_object (&KL_COMPARISON_CARD (object)->comparison);

  G_OBJECT_CLASS (kl_comparison_card_parent_class)->dispose (object);
}

static void
kl_comparison_card_class_init (KlComparisonCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_comparison_card_dispose;
}

static void
kl_comparison_card_init (KlComparisonCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
create_chooser (KlComparisonCard *self,
                KlPlan           *plan)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = kl_topic_picker_new (plan);

  self->picker = KL_TOPIC_PICKER (picker);
  kl_topic_picker_set_marks (self->picker, is_compared, self->comparison);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Topics"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  kl_control_name_set (button, _("Choose the topics to compare"));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/**
 * kl_comparison_card_new:
 * @page: the page that it will be on
 *
 * Returns: (transfer floating): a card that is not seen before kl_comparison_card_set_report()
 */
GtkWidget *
kl_comparison_card_new (KlPage *page)
{
  KlComparisonCard *self = g_object_new (KL_TYPE_COMPARISON_CARD, NULL);
  KlPlan *plan = kl_page_get_plan (page);
  KlChart *chart;

  self->comparison = g_object_ref (kl_comparison_for (kl_page_get_library (page), plan));
  chart = KL_CHART (kl_comparison_get_chart (self->comparison));
  self->heading = KL_SECTION_HEADING (kl_section_heading_new (kl_chart_get_title (chart)));
  kl_section_heading_set_button (self->heading, create_chooser (self, plan));
  self->card = kl_chart_card_new (chart);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), self->card);
  g_signal_connect_object (self->card, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * kl_comparison_card_set_report:
 * @self: a card
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Shows the topics that were explained last, where nobody chose any.
 */
void
kl_comparison_card_set_report (KlComparisonCard      *self,
                               const KlInsightReport *report,
                               const KlInsightTopics *topics)
{
  g_autoptr(GPtrArray) suggested = kl_comparison_suggest (report, topics);

  g_return_if_fail (KL_IS_COMPARISON_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), report->n_attempts > 0);
  kl_comparison_begin (self->comparison, suggested);
}
