/* kl-chart-card.c: a chart of any kind on a page: chart or table, and what can be done with it */

#include "config.h"

#include "kl-chart-card.h"

#include <glib/gi18n.h>

#include "ui/page/kl-control-name.h"

#include "kl-chart-save-button.h"
#include "kl-chart-table.h"
#include "kl-chart-widget.h"

struct _KlChartCard
{
  AdwBin parent_instance;

  GtkStack *stack;
  KlChartWidget *widget;
  KlChartTable *table;
  GtkLabel *heading;
  GtkLabel *summary;
  GtkWidget *details;
  GtkWidget *whole_button;
  GtkToggleButton *table_button;
  KlChartSaveButton *save_button;

  KlChart *chart;
};

G_DEFINE_FINAL_TYPE (KlChartCard, kl_chart_card, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (KlChartCard *self,
              const char  *target)
{
  if (target != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, target);
}

/* The way back is from a closer look at the chart; a table always has all. */
static void
update_whole_button (KlChartCard *self)
{
  gboolean zoomed = !kl_chart_view_is_whole (kl_chart_widget_get_view (self->widget));

  gtk_widget_set_visible (self->whole_button, zoomed && !gtk_toggle_button_get_active (self->table_button));
}

static void
toggled_cb (KlChartCard *self)
{
  gboolean as_table = gtk_toggle_button_get_active (self->table_button);

  /* Most tables are never looked at. */
  if (as_table)
    kl_chart_table_set_chart (self->table, self->chart);
  update_whole_button (self);
  gtk_stack_set_visible_child_name (self->stack, as_table ? "table" : "chart");
  gtk_widget_set_visible (self->details, !as_table);
}

static void
show_whole_cb (KlChartCard *self)
{
  kl_chart_widget_show_whole (self->widget);
  /* The button goes away: what it was about has the focus then. */
  gtk_widget_grab_focus (GTK_WIDGET (self->widget));
}

static void
changed_cb (KlChartCard *self)
{
  const char *title = kl_chart_get_title (self->chart);
  g_autofree char *name = kl_chart_dup_name (self->chart);
  g_autofree char *summary = kl_chart_dup_summary (self->chart);
  /* Translators: %s is what a chart is called. */
  g_autofree char *table = g_strdup_printf (_("Table: %s"), name);

  gtk_label_set_text (self->heading, title != NULL ? title : "");
  gtk_label_set_text (self->summary, summary);
  kl_control_name_set (GTK_WIDGET (self->table_button), table);
  kl_chart_save_button_set_chart (self->save_button, self->chart);
}

static void
kl_chart_card_dispose (GObject *object)
{
  KlChartCard *self = KL_CHART_CARD (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_func (self->chart, changed_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_CHART_CARD);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (kl_chart_card_parent_class)->dispose (object);
}

static void
kl_chart_card_class_init (KlChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_chart_card_dispose;

  /**
   * KlChartCard::activated:
   * @self: a card
   * @target: the id of what was chosen in the chart or in the table, to be opened
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (KL_TYPE_CHART_WIDGET);
  g_type_ensure (KL_TYPE_CHART_TABLE);
  g_type_ensure (KL_TYPE_CHART_SAVE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/chart/kl-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, widget);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, heading);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, summary);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, details);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, whole_button);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, KlChartCard, save_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_whole_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_whole_button);
}

static void
kl_chart_card_init (KlChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_chart_card_new:
 * @chart: what it shows, which the card follows
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
kl_chart_card_new (KlChart *chart)
{
  KlChartCard *self = g_object_new (KL_TYPE_CHART_CARD, NULL);

  self->chart = g_object_ref (chart);
  g_signal_connect_swapped (chart, "changed", G_CALLBACK (changed_cb), self);
  kl_chart_widget_set_chart (self->widget, chart);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * kl_chart_card_get_chart:
 * @self: a card
 *
 * Returns: (transfer none): what it shows
 */
KlChart *
kl_chart_card_get_chart (KlChartCard *self)
{
  g_return_val_if_fail (KL_IS_CHART_CARD (self), NULL);

  return self->chart;
}

/**
 * kl_chart_card_set_titled:
 * @self: a card
 * @titled: whether the chart's title and its summary stand above it, where no page says them; %FALSE at first
 */
void
kl_chart_card_set_titled (KlChartCard *self,
                          gboolean     titled)
{
  g_return_if_fail (KL_IS_CHART_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->heading), titled);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), titled);
}
