/* kl-chart-save-button.c: saves or copies a chart of any kind */

#include "config.h"

#include "kl-chart-save-button.h"

#include <glib/gi18n.h>

#include "ui/page/kl-control-name.h"

#include "kl-chart-saver.h"

struct _KlChartSaveButton
{
  AdwBin parent_instance;

  KlChart *chart;
};

G_DEFINE_FINAL_TYPE (KlChartSaveButton, kl_chart_save_button, ADW_TYPE_BIN)

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlChartSaveButton *self = KL_CHART_SAVE_BUTTON (widget);

  if (self->chart != NULL)
    kl_chart_saver_ask (widget, self->chart, g_variant_get_string (parameter, NULL));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlChartSaveButton *self = KL_CHART_SAVE_BUTTON (widget);

  if (self->chart != NULL)
    kl_chart_saver_copy (widget, self->chart);
}

static void
kl_chart_save_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KL_TYPE_CHART_SAVE_BUTTON);
  g_clear_object (&KL_CHART_SAVE_BUTTON (object)->chart);

  G_OBJECT_CLASS (kl_chart_save_button_parent_class)->dispose (object);
}

static void
kl_chart_save_button_class_init (KlChartSaveButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_chart_save_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/chart/kl-chart-save-button.ui");
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
}

static void
kl_chart_save_button_init (KlChartSaveButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_chart_save_button_set_chart:
 * @self: a button
 * @chart: what it saves
 */
void
kl_chart_save_button_set_chart (KlChartSaveButton *self,
                                KlChart           *chart)
{
  g_autofree char *name = NULL;
  g_autofree char *save = NULL;

  g_return_if_fail (KL_IS_CHART_SAVE_BUTTON (self));

  g_set_object (&self->chart, chart);
  name = kl_chart_dup_name (chart);
  /* Translators: %s is what a chart is called. */
  save = g_strdup_printf (_("Save: %s"), name);
  kl_control_name_set (adw_bin_get_child (ADW_BIN (self)), save);
}
