/* kl-comparison-card.c: the scores of several topics in one chart, and the choice of the topics */

#include "config.h"

#include "kl-comparison-card.h"

#include <glib/gi18n.h>

#include "recall/kl-comparison.h"
#include "ui/edit/kl-topic-picker.h"
#include "ui/page/kl-control-name.h"

#include "kl-insight-card.h"

#define SHOW_ATTEMPT "comparison.show-attempt"

struct _KlComparisonCard
{
  AdwBin parent_instance;

  KlComparison *comparison;
  KlTopicPicker *picker;
  KlInsightCard *card;
};

G_DEFINE_FINAL_TYPE (KlComparisonCard, kl_comparison_card, ADW_TYPE_BIN)

/* What is compared already comes in a moment, and with it the summary. */
static void
changed_cb (KlComparisonCard *self)
{
  const char *words = kl_comparison_get_problem (self->comparison);

  if (words == NULL && kl_comparison_get_n_chosen (self->comparison) == 0)
    words = _("Choose the topics whose scores you would like to see beside each other.");
  else if (words == NULL && kl_comparison_is_loading (self->comparison))
    words = "";
  kl_insight_card_set_words (self->card, words);
  kl_topic_picker_update (self->picker);
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
  g_autofree char *full = NULL;

  if (kl_comparison_toggle (self->comparison, subject))
    return;

  /* Translators: %d is a number of topics above 1 */
  full = g_strdup_printf (_("%d topics are as many as can be told apart: leave one out first."),
                          KL_SCORE_COMPARISON_MAX_LINES);
  kl_insight_card_set_words (self->card, full);
}

/* A mark or a row is an attempt. */
static void
show_attempt_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  const char *attempt_id = g_variant_get_string (parameter, NULL);
  KlSubject *subject = kl_comparison_find_subject (KL_COMPARISON_CARD (widget)->comparison, attempt_id);

  if (subject != NULL)
    gtk_widget_activate_action (widget, "win.show-attempt", "(ss)", kl_record_get_id (KL_RECORD (subject)), attempt_id);
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
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), SHOW_ATTEMPT, "s", show_attempt_cb);
}

static void
kl_comparison_card_init (KlComparisonCard *self)
{
  GtkWidget *card = kl_insight_card_new (SHOW_ATTEMPT);

  self->card = KL_INSIGHT_CARD (card);
  adw_bin_set_child (ADW_BIN (self), card);
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

  self->comparison = g_object_ref (kl_comparison_for (kl_page_get_library (page), plan));
  kl_insight_card_set_chart (self->card, KL_CHART (kl_comparison_get_chart (self->comparison)));
  kl_insight_card_set_button (self->card, create_chooser (self, plan));
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
