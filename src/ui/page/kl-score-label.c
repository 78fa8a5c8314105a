/* kl-score-label.c: a score in words, with the shape and the colour of its band */

#include "config.h"

#include "kl-score-label.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-bands.h"
#include "chart/kl-chart-shape.h"
#include "chart/kl-chart-text.h"

static const char *hue_classes[KL_CHART_N_HUES] = {
  "kl-green", "kl-yellow", "kl-orange", "kl-red", "kl-blue", "kl-purple", "dim-label",
};

/**
 * kl_score_label_describe:
 * @bands: (nullable): what kl_chart_bands_new() gave
 * @score: a score
 *
 * Returns: (transfer full): such as “Strong · 92 %”, or “Not assessed”
 */
char *
kl_score_label_describe (const GArray *bands,
                         KlScore       score)
{
  const KlChartBand *band = NULL;
  g_autofree char *percent = NULL;

  if (!kl_score_is_set (score))
    return g_strdup (_("Not assessed"));

  percent = kl_chart_text_score (score);
  if (bands != NULL)
    band = kl_chart_bands_get (bands, kl_chart_bands_find (bands, kl_score_get_value (score)));
  if (band == NULL)
    return g_steal_pointer (&percent);

  return g_strdup_printf ("%s · %s", band->name, percent);
}

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
  g_autofree char *words = kl_score_label_describe (bands, score);
  g_autofree char *text = NULL;
  KlChartHue hue = KL_CHART_HUE_PLAIN;
  int rank = -1;

  if (bands != NULL && kl_score_is_set (score))
    {
      rank = kl_chart_bands_find (bands, kl_score_get_value (score));
      hue = kl_chart_bands_find_hue (bands, kl_score_get_value (score));
    }
  if (rank >= 0)
    text = g_strdup_printf ("%s %s", kl_chart_shape_get_text (kl_chart_shape_for_rank (rank)), words);

  for (guint i = 0; i < KL_CHART_N_HUES; i++)
    if (i != hue)
      gtk_widget_remove_css_class (GTK_WIDGET (label), hue_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (label), hue_classes[hue]);
  gtk_label_set_label (label, text != NULL ? text : words);
}
