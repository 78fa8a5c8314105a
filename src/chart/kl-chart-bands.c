/* kl-chart-bands.c: a plan's bands from the top, as a chart needs them */

#include "config.h"

#include "kl-chart-bands.h"

#include <math.h>
#include <string.h>

#include "model/kl-band.h"

static void
clear_band (gpointer data)
{
  KlChartBand *band = data;

  g_clear_pointer (&band->name, g_free);
}

static gint
compare_from_top (gconstpointer a,
                  gconstpointer b)
{
  const KlChartBand *first = a, *second = b;

  return (first->low < second->low) - (first->low > second->low);
}

static KlChartHue
hue_of_emoji (const char *emoji)
{
  static const struct { const char *emoji; KlChartHue hue; } known[] = {
    { "🟢", KL_CHART_HUE_GREEN },  { "🟡", KL_CHART_HUE_YELLOW }, { "🟠", KL_CHART_HUE_ORANGE },
    { "🔴", KL_CHART_HUE_RED },    { "🔵", KL_CHART_HUE_BLUE },   { "🟣", KL_CHART_HUE_PURPLE },
    { "🟩", KL_CHART_HUE_GREEN },  { "🟨", KL_CHART_HUE_YELLOW }, { "🟧", KL_CHART_HUE_ORANGE },
    { "🟥", KL_CHART_HUE_RED },    { "🟦", KL_CHART_HUE_BLUE },   { "🟪", KL_CHART_HUE_PURPLE },
  };

  for (guint i = 0; emoji != NULL && i < G_N_ELEMENTS (known); i++)
    if (strstr (emoji, known[i].emoji) != NULL)
      return known[i].hue;

  return KL_CHART_HUE_PLAIN;
}

/* Green to red over however many bands there are. */
static KlChartHue
hue_of_rank (guint rank,
             guint n_bands)
{
  return n_bands < 2 ? KL_CHART_HUE_GREEN : (KlChartHue) ((rank * 6 / (n_bands - 1) + 1) / 2);
}

/**
 * kl_chart_bands_new:
 * @bands: (nullable): a list of #KlBand in any order
 *
 * As in kl_plan_find_band(), a band reaches up to the lower limit of the next: what a plan writes as 70–89 and 90–100
 * leaves no gap at 89.5. A band without a lower limit is left out.
 *
 * Returns: (transfer full) (element-type KlChartBand): the bands, best first
 */
GArray *
kl_chart_bands_new (GListModel *bands)
{
  GArray *self = g_array_new (FALSE, TRUE, sizeof (KlChartBand));

  g_array_set_clear_func (self, clear_band);
  for (guint i = 0; bands != NULL && i < g_list_model_get_n_items (bands); i++)
    {
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);
      KlChartBand entry = { NULL, kl_band_get_low (band), 100, hue_of_emoji (kl_band_get_emoji (band)) };

      if (!isfinite (entry.low))
        continue;

      entry.low = CLAMP (entry.low, 0, 100);
      entry.name = g_strdup (kl_band_get_name (band));
      g_array_append_val (self, entry);
    }

  g_array_sort (self, compare_from_top);
  for (guint i = 0; i < self->len; i++)
    {
      KlChartBand *band = &g_array_index (self, KlChartBand, i);

      if (i > 0)
        band->high = g_array_index (self, KlChartBand, i - 1).low;
      if (band->hue == KL_CHART_HUE_PLAIN)
        band->hue = hue_of_rank (i, self->len);
    }

  return self;
}

/**
 * kl_chart_bands_get:
 * @self: bands
 * @rank: a place from the top
 *
 * Returns: (nullable) (transfer none): the band there, %NULL where there is none
 */
const KlChartBand *
kl_chart_bands_get (const GArray *self,
                    int           rank)
{
  if (rank < 0 || (guint) rank >= self->len)
    return NULL;

  return &g_array_index (self, KlChartBand, rank);
}

/**
 * kl_chart_bands_find:
 * @self: bands
 * @score: 0–100, or NaN
 *
 * Returns: the rank of the band that @score falls into, 0 for the best; -1 where there is none
 */
int
kl_chart_bands_find (const GArray *self,
                     double        score)
{
  for (guint i = 0; i < self->len; i++)
    if (score >= g_array_index (self, KlChartBand, i).low)
      return (int) i;

  return -1;
}

/**
 * kl_chart_bands_find_hue:
 * @self: bands
 * @score: 0–100, or NaN
 *
 * Returns: the colour of what has that score
 */
KlChartHue
kl_chart_bands_find_hue (const GArray *self,
                         double        score)
{
  const KlChartBand *band = kl_chart_bands_get (self, kl_chart_bands_find (self, score));

  return band != NULL ? band->hue : KL_CHART_HUE_PLAIN;
}
