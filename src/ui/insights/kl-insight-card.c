/* kl-insight-card.c: what the insights show of one thing: a title, a summary, and the chart with its table
 *
 * Where there is nothing to show yet, the summary says how to come to it.
 */

#include "config.h"

#include "kl-insight-card.h"

#include "ui/chart/kl-chart-card.h"
#include "ui/edit/kl-section-heading.h"

struct _KlInsightCard
{
  GtkBox parent_instance;

  char *action;
  KlSectionHeading *heading;
  KlChartCard *card;
  char *words; /* instead of the summary */
};

G_DEFINE_FINAL_TYPE (KlInsightCard, kl_insight_card, GTK_TYPE_BOX)

/* A mark or a row leads to what it is about. */
static void
activated_cb (KlInsightCard *self,
              const char    *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self), self->action, "s", target);
}

static void
update (KlInsightCard *self)
{
  KlChart *chart = kl_chart_card_get_chart (self->card);
  gboolean is_empty = kl_chart_get_n_marks (chart) == 0;
  /* The card says the summary itself. */
  g_autofree char *summary = is_empty ? kl_chart_dup_summary (chart) : NULL;
  const char *words = self->words != NULL ? self->words : summary;

  kl_section_heading_set_description (self->heading, words != NULL && *words != '\0' ? words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->card), !is_empty);
}

static void
kl_insight_card_finalize (GObject *object)
{
  KlInsightCard *self = KL_INSIGHT_CARD (object);

  g_free (self->action);
  g_free (self->words);

  G_OBJECT_CLASS (kl_insight_card_parent_class)->finalize (object);
}

static void
kl_insight_card_class_init (KlInsightCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_insight_card_finalize;
}

static void
kl_insight_card_init (KlInsightCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * kl_insight_card_new:
 * @action: the action that shows what a mark of the chart is about, given its target
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
kl_insight_card_new (const char *action)
{
  KlInsightCard *self = g_object_new (KL_TYPE_INSIGHT_CARD, NULL);

  self->action = g_strdup (action);
  return GTK_WIDGET (self);
}

/**
 * kl_insight_card_set_chart:
 * @self: a card without a chart so far
 * @chart: what it shows, which it follows
 */
void
kl_insight_card_set_chart (KlInsightCard *self,
                           KlChart       *chart)
{
  g_return_if_fail (KL_IS_INSIGHT_CARD (self));
  g_return_if_fail (self->card == NULL);

  self->heading = KL_SECTION_HEADING (kl_section_heading_new (kl_chart_get_title (chart)));
  self->card = KL_CHART_CARD (kl_chart_card_new (chart));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->card));
  g_signal_connect_object (self->card, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * kl_insight_card_take_chart:
 * @self: a card
 * @chart: (transfer full): what it shows from now on, a chart of the same kind as before
 */
void
kl_insight_card_take_chart (KlInsightCard *self,
                            KlDataChart   *chart)
{
  g_autoptr(KlDataChart) owned = chart;

  g_return_if_fail (KL_IS_INSIGHT_CARD (self));

  if (self->card == NULL)
    kl_insight_card_set_chart (self, KL_CHART (chart));
  else
    {
      KlDataChart *shown = KL_DATA_CHART (kl_chart_card_get_chart (self->card));
      g_autofree char *summary = kl_chart_dup_summary (KL_CHART (chart));

      kl_data_chart_set_summary (shown, summary);
      kl_data_chart_set_data (shown, kl_data_chart_get_data (chart));
    }
}

/**
 * kl_insight_card_set_button:
 * @self: a card with a chart
 * @button: what stands beside its title
 */
void
kl_insight_card_set_button (KlInsightCard *self,
                            GtkWidget     *button)
{
  g_return_if_fail (KL_IS_INSIGHT_CARD (self));

  kl_section_heading_set_button (self->heading, button);
}

/**
 * kl_insight_card_set_words:
 * @self: a card with a chart
 * @words: (nullable): what it says below its title, with or without marks in the chart; an empty text to say nothing,
 *   %NULL to say the summary where there are none
 */
void
kl_insight_card_set_words (KlInsightCard *self,
                           const char    *words)
{
  g_return_if_fail (KL_IS_INSIGHT_CARD (self));

  g_free (self->words);
  self->words = g_strdup (words);
  update (self);
}
