/* kl-score-label.c: a score in words, with the shape and the colour of its band */

#include "config.h"

#include "kl-score-label.h"

#include "chart/kl-chart-bands.h"
#include "recall/kl-score-text.h"

static const char *hue_classes[KL_CHART_N_HUES] = {
  "kl-green", "kl-yellow", "kl-orange", "kl-red", "kl-blue", "kl-purple", "dim-label",
};

/**
 * kl_score_label_show:
 * @label: a label
 * @bands: (nullable): what kl_chart_bands_new() gave
 * @score: a score
 *
 * Makes @label say such as “● Strong · 92 %” in the colour of the band, so that colour is never the only sign.
 */
void
kl_score_label_show (GtkLabel     *label,
                     const GArray *bands,
                     KlScore       score)
{
  g_autofree char *text = kl_score_text_mark_in (bands, score);
  KlChartHue hue = KL_CHART_HUE_PLAIN;

  if (bands != NULL && kl_score_is_set (score))
    hue = kl_chart_bands_find_hue (bands, kl_score_get_value (score));
  for (guint i = 0; i < KL_CHART_N_HUES; i++)
    if (i != hue)
      gtk_widget_remove_css_class (GTK_WIDGET (label), hue_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (label), hue_classes[hue]);
  gtk_label_set_label (label, text);
}
