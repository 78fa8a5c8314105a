/* kl-band-edit.c: changes of a plan's bands that leave no gap and no overlap
 *
 * Only where a band begins can be said. It reaches up to the next one, the topmost to 100, and the lowest begins at 0;
 * a plan whose bands were written otherwise is put right by the first change.
 */

#include "config.h"

#include "kl-band-edit.h"

#include <math.h>

#define TOP 100

/* Where a band begins, in a plan as it shall be. */
typedef struct
{
  KlBand *band;
  int low;
} Limit;

static void
clear_limit (gpointer data)
{
  g_clear_object (&((Limit *) data)->band);
}

static gint
compare_from_below (gconstpointer a,
                    gconstpointer b)
{
  return ((const Limit *) a)->low - ((const Limit *) b)->low;
}

static GArray *
read_limits (KlPlan *plan)
{
  GListModel *bands = kl_plan_get_bands (plan);
  guint n_bands = g_list_model_get_n_items (bands);
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (Limit));

  g_array_set_clear_func (limits, clear_limit);
  for (guint i = 0; i < n_bands; i++)
    {
      Limit limit = { g_list_model_get_item (bands, i), 0 };
      double low = kl_band_get_low (limit.band);

      limit.low = isnan (low) ? 0 : (int) lround (CLAMP (low, 0, TOP));
      g_array_append_val (limits, limit);
    }
  g_array_sort (limits, compare_from_below);
  return limits;
}

static guint
find (GArray *limits,
      KlBand *band)
{
  for (guint i = 0; i < limits->len; i++)
    if (g_array_index (limits, Limit, i).band == band)
      return i;

  g_return_val_if_reached (0);
}

static void
set_number (KlChange   *change,
            KlBand     *band,
            const char *field,
            double      old,
            int         value)
{
  if (isnan (old) || lround (old) != value)
    kl_change_set_number (change, KL_RECORD (band), field, value);
}

/* Of “below 50”, which the lowest band may say, 50 is where it ends, and is in the next one. */
static gboolean
ends_below (KlPlan *plan,
            KlBand *lowest)
{
  GListModel *bands = kl_plan_get_bands (plan);

  for (guint i = 0; i < g_list_model_get_n_items (bands); i++)
    {
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);

      if (kl_band_get_low (band) > 0 && fabs (kl_band_get_low (band) - kl_band_get_high (lowest)) < 0.5)
        return kl_band_get_low (lowest) <= 0;
    }
  return FALSE;
}

/* Each band from its limit to the next one's. */
static void
write_limits (KlPlan   *plan,
              GArray   *limits,
              KlChange *change)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const Limit *limit = &g_array_index (limits, Limit, i);
      int low = i == 0 ? 0 : limit->low;
      int high = i + 1 < limits->len ? g_array_index (limits, Limit, i + 1).low - 1 : TOP;

      if (i == 0 && high < TOP && ends_below (plan, limit->band))
        high++;

      set_number (change, limit->band, "low", kl_band_get_low (limit->band), low);
      set_number (change, limit->band, "high", kl_band_get_high (limit->band), high);
    }
}

static KlChange *
change_new (KlPlan *plan)
{
  return kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (plan));
}

/**
 * kl_band_edit_get_range:
 * @plan: a plan
 * @band: a band of it
 * @lowest: (out): the lowest score at which it may begin
 * @highest: (out): the highest; the same as @lowest for the lowest band
 */
void
kl_band_edit_get_range (KlPlan *plan,
                        KlBand *band,
                        int    *lowest,
                        int    *highest)
{
  g_autoptr(GArray) limits = read_limits (plan);
  guint i = find (limits, band);

  *lowest = i > 0 ? MAX (g_array_index (limits, Limit, i - 1).low, (int) i - 1) + 1 : 0;
  *highest = i == 0 ? 0 : i + 1 < limits->len ? g_array_index (limits, Limit, i + 1).low - 1 : TOP;
}

/**
 * kl_band_edit_new_low:
 * @plan: a plan
 * @band: a band of it
 * @low: the score at which it shall begin, put between those beside it
 *
 * Returns: (transfer full) (nullable): the change, %NULL where there is nothing to change
 */
KlChange *
kl_band_edit_new_low (KlPlan *plan,
                      KlBand *band,
                      int     low)
{
  g_autoptr(GArray) limits = read_limits (plan);
  g_autoptr(KlChange) change = change_new (plan);
  int lowest, highest;

  kl_band_edit_get_range (plan, band, &lowest, &highest);
  g_array_index (limits, Limit, find (limits, band)).low = CLAMP (low, lowest, MAX (lowest, highest));
  write_limits (plan, limits, change);
  return kl_change_get_n_operations (change) > 0 ? g_steal_pointer (&change) : NULL;
}

/**
 * kl_band_edit_new_add:
 * @plan: a plan
 * @name: what the new band is called
 *
 * The widest band gives its upper half to the new one.
 *
 * Returns: (transfer full) (nullable): the change, %NULL where no band is wide enough
 */
KlChange *
kl_band_edit_new_add (KlPlan     *plan,
                      const char *name)
{
  g_autoptr(GArray) limits = read_limits (plan);
  g_autoptr(KlChange) change = change_new (plan);
  g_autoptr(KlBand) band = NULL;
  int widest = 0, low = 0, high = TOP;
  gint64 position = 0;

  for (guint i = 0; i < limits->len; i++)
    {
      const Limit *limit = &g_array_index (limits, Limit, i);
      int end = i + 1 < limits->len ? g_array_index (limits, Limit, i + 1).low - 1 : TOP;

      position = MAX (position, kl_record_get_position (KL_RECORD (limit->band)));
      if (end - limit->low <= widest)
        continue;
      widest = end - limit->low;
      low = limit->low + (widest + 1) / 2;
      high = end;
    }
  if (limits->len > 0 && widest == 0)
    return NULL;

  band = g_object_new (KL_TYPE_BAND, "owner", kl_record_get_id (KL_RECORD (plan)), "position", position + 1,
                       "name", name, "low", (double) low, "high", (double) high, NULL);
  kl_change_insert (change, KL_RECORD (band));
  {
    Limit limit = { g_steal_pointer (&band), low };

    g_array_append_val (limits, limit);
  }
  g_array_sort (limits, compare_from_below);
  write_limits (plan, limits, change);
  return g_steal_pointer (&change);
}

/**
 * kl_band_edit_new_remove:
 * @plan: a plan
 * @band: a band of it
 *
 * What it covered goes to the band below it, or above where it is the lowest.
 *
 * Returns: (transfer full): the change
 */
KlChange *
kl_band_edit_new_remove (KlPlan *plan,
                         KlBand *band)
{
  g_autoptr(GArray) limits = read_limits (plan);
  g_autoptr(KlChange) change = change_new (plan);

  g_array_remove_index (limits, find (limits, band));
  kl_change_remove (change, KL_TYPE_BAND, kl_record_get_id (KL_RECORD (band)));
  write_limits (plan, limits, change);
  return g_steal_pointer (&change);
}
