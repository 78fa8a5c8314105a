#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlWish:
 * @KL_WISH_RETENTION: recall may fall to this before the next attempt, as a share of 1
 * @KL_WISH_TARGET: the score that is aimed at, in percent
 * @KL_WISH_DAILY: how many subjects a day may ask for
 * @KL_WISH_DAY_START: the hour at which a day begins
 * @KL_WISH_LONGEST: the longest interval, in days
 * @KL_WISH_RETAINED_ATTEMPTS: how many good attempts on different days make a subject one that is retained
 * @KL_WISH_RETAINED_SCORE: what makes an attempt one of them, in percent
 * @KL_N_WISHES: how many there are
 *
 * What a plan wishes of its schedule, as numbers.
 */
typedef enum
{
  KL_WISH_RETENTION,
  KL_WISH_TARGET,
  KL_WISH_DAILY,
  KL_WISH_DAY_START,
  KL_WISH_LONGEST,
  KL_WISH_RETAINED_ATTEMPTS,
  KL_WISH_RETAINED_SCORE,
  KL_N_WISHES,
} KlWish;

/**
 * KlWishRange:
 * @field: the plan's field
 * @low: the lowest value that is possible
 * @high: the highest
 * @usual: what counts where nothing was wished for
 * @is_whole: whether only whole numbers are possible
 */
typedef struct
{
  const char *field;
  double      low;
  double      high;
  double      usual;
  gboolean    is_whole;
} KlWishRange;

const KlWishRange *kl_wish_get_range      (KlWish             wish);
const KlWishRange *kl_wish_find_range     (const char        *field);
gboolean           kl_wish_range_contains (const KlWishRange *range,
                                           double             value);

G_END_DECLS
