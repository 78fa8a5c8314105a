/* kl-wish.c: what a plan may wish of its schedule, and what counts where it does not
 *
 * The one place that knows these limits: the window, the commands and the readers of files ask here.
 */

#include "config.h"

#include "kl-wish.h"

#include <math.h>

static const KlWishRange ranges[KL_N_WISHES] = {
  [KL_WISH_RETENTION] = { "retention", 0.70, 0.97, 0.90, FALSE },
  [KL_WISH_TARGET] = { "target", 1, 100, 90, TRUE },
  [KL_WISH_DAILY] = { "daily", 1, 100, 5, TRUE },
  [KL_WISH_DAY_START] = { "day-start", 0, 23, 4, TRUE },
  [KL_WISH_LONGEST] = { "longest", 1, 36500, 36500, TRUE },
  [KL_WISH_RETAINED_ATTEMPTS] = { "retained-attempts", 1, 20, 3, TRUE },
  [KL_WISH_RETAINED_SCORE] = { "retained-score", 1, 100, 90, TRUE },
};

/**
 * kl_wish_get_range:
 * @wish: a wish
 *
 * Returns: (transfer none): what is possible
 */
const KlWishRange *
kl_wish_get_range (KlWish wish)
{
  g_return_val_if_fail (wish < KL_N_WISHES, &ranges[0]);

  return &ranges[wish];
}

/**
 * kl_wish_find_range:
 * @field: a field of a plan
 *
 * Returns: (transfer none) (nullable): what is possible for it, %NULL where it is no wish
 */
const KlWishRange *
kl_wish_find_range (const char *field)
{
  for (guint i = 0; i < KL_N_WISHES; i++)
    if (g_str_equal (ranges[i].field, field))
      return &ranges[i];

  return NULL;
}

/**
 * kl_wish_range_contains:
 * @range: what is possible
 * @value: a number, or NaN
 *
 * Returns: whether it is; NaN is not
 */
gboolean
kl_wish_range_contains (const KlWishRange *range,
                        double             value)
{
  return value >= range->low && value <= range->high && (!range->is_whole || !(value > floor (value)));
}
