/* kl-fuzz.c: intervals that differ a little, so that what was recorded together does not come back together
 *
 * The range is that of FSRS (fsrs-rs, ts-fsrs: get_fuzz_range). They pick in it by chance; here the pick follows from
 * the subject and the attempt, so that two computers pick the same.
 */

#include "config.h"

#include "kl-fuzz.h"

#include <math.h>

#include "kl-fsrs.h"

/* Shorter intervals stay what they are, in days. */
#define SHORTEST 2.5

/* Of each part of an interval, this share is added to the range on both sides. */
static const struct
{
  double from;
  double to;
  double share;
} parts[] = {
  { 2.5, 7, 0.15 },
  { 7, 20, 0.1 },
  { 20, HUGE_VAL, 0.05 },
};

/* FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/) */
static guint64
hash_bytes (guint64       hash,
            const guint8 *bytes,
            gsize         n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* The same on every computer, whatever its byte order. Its last mixing (that of MurmurHash3) lets every bit depend on
 * all others: the upper half is as evenly spread as chance. */
static guint32
hash_attempt (const char *subject_id,
              gint64      number)
{
  guint64 bits = GUINT64_TO_LE ((guint64) number);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *c = subject_id; *c != '\0'; c++)
    hash = hash_bytes (hash, (const guint8 *) c, 1);
  hash = hash_bytes (hash, (const guint8 *) &bits, sizeof bits);

  hash = (hash ^ (hash >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash = (hash ^ (hash >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return (guint32) ((hash ^ (hash >> 33)) >> 32);
}

/**
 * kl_fuzz_get_range:
 * @interval: an interval, in days, not rounded
 * @elapsed: how many days lay between the last two attempts, 0 after the first
 * @maximum: the longest interval that is wanted, in days, 1–36500
 * @first: (out): the least that may be picked, in days
 * @last: (out): the most, in days
 *
 * From an interval of 2.5 days on, δ days to both sides: δ = 1 + 0.15 · what of the interval lies in 2.5–7 days + 0.1 ·
 * what lies in 7–20 + 0.05 · what lies beyond. At least 2 days, at most @maximum, and where the interval has grown,
 * longer than the one before. Neither end falls when the interval grows.
 */
void
kl_fuzz_get_range (double  interval,
                   gint64  elapsed,
                   gint64  maximum,
                   gint64 *first,
                   gint64 *last)
{
  double delta = 1;

  if (!(interval >= SHORTEST))
    {
      *first = *last = kl_fsrs_round_interval (interval, maximum);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    delta += parts[i].share * MAX (MIN (interval, parts[i].to) - parts[i].from, 0);
  *last = kl_fsrs_round_interval (interval + delta, maximum);
  *first = MAX (kl_fsrs_round_interval (interval - delta, maximum), 2);
  if (interval > (double) elapsed)
    *first = MAX (*first, elapsed + 1);
  *first = MIN (*first, *last);
}

/**
 * kl_fuzz_pick:
 * @interval: an interval, in days, not rounded
 * @elapsed: how many days lay between the last two attempts, 0 after the first
 * @maximum: the longest interval that is wanted, in days, 1–36500
 * @subject_id: the id of what was explained
 * @number: the number of the last attempt
 *
 * Each day of the range is as likely as another. A longer interval never gives an earlier day.
 *
 * Returns: a whole number of days, always the same for the same arguments
 */
gint64
kl_fuzz_pick (double      interval,
              gint64      elapsed,
              gint64      maximum,
              const char *subject_id,
              gint64      number)
{
  gint64 first;
  gint64 last;
  guint64 n_days;

  g_return_val_if_fail (subject_id != NULL, kl_fsrs_round_interval (interval, maximum));

  kl_fuzz_get_range (interval, elapsed, maximum, &first, &last);
  n_days = (guint64) (last - first) + 1;
  return first + (gint64) ((hash_attempt (subject_id, number) * n_days) >> 32);
}
