/* kl-chart-look.c: the desktop's look, handed to what is painted by hand */

#include "config.h"

#include "kl-chart-look.h"

#include <adwaita.h>

/**
 * kl_chart_look_get_style:
 * @widget: a widget
 *
 * Returns: (transfer full): its font and direction, and the colours for light, dark and high contrast
 */
KlChartStyle *
kl_chart_look_get_style (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  KlChartStyle *style = kl_chart_style_new (adw_style_manager_get_dark (manager),
                                            adw_style_manager_get_high_contrast (manager));

  pango_font_description_free (style->font);
  style->font
    = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  style->right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  return style;
}

/**
 * kl_chart_look_follow:
 * @widget: a widget
 * @changed: called with it when the desktop becomes dark, light or of high contrast, as long as @widget lives
 */
void
kl_chart_look_follow (GtkWidget *widget,
                      void     (*changed) (GtkWidget *widget))
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (changed), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (changed), widget, G_CONNECT_SWAPPED);
}
