/* kl-day-order.c: what is in the order of its days, found by a day in as few steps as its number has digits */

#include "config.h"

#include "kl-day-order.h"

static int
get_day (const GArray *self,
         gsize         offset,
         guint         index)
{
  const char *element = self->data + (gsize) index * g_array_get_element_size ((GArray *) (guintptr) self);

  return *(const int *) (gconstpointer) (element + offset);
}

/**
 * kl_day_order_find:
 * @self: elements in the order of their days
 * @offset: where an element has its day, an int
 * @day: a day as in #GDate
 *
 * Returns: the first element of that day or of a later one; how many there are where all are before it
 */
guint
kl_day_order_find (const GArray *self,
                   gsize         offset,
                   int           day)
{
  guint low = 0, high = self->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_day (self, offset, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * kl_day_order_find_nearest:
 * @self: elements in the order of their days, at least one
 * @offset: where an element has its day, an int
 * @day: a day as in #GDate
 *
 * Returns: the one that is nearest in time; of several the latest
 */
guint
kl_day_order_find_nearest (const GArray *self,
                           gsize         offset,
                           int           day)
{
  guint after = kl_day_order_find (self, offset, day);
  int nearest;

  if (after == self->len)
    return after - 1;

  nearest = get_day (self, offset, after);
  if (after > 0 && day - get_day (self, offset, after - 1) < nearest - day)
    return after - 1;
  return kl_day_order_find (self, offset, nearest + 1) - 1;
}
