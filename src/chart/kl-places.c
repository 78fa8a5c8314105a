/* kl-places.c: several things beside each other, each as near to its place as it can be */

#include "config.h"

#include "kl-places.h"

/* Pools neighbours that would stand in the wrong order and gives them their mean (the pool-adjacent-violators
 * algorithm): of all places in the right order these are nearest to the wanted ones, by least squares. */
static void
put_in_order (double *places,
              guint   n_places)
{
  g_autofree double *means = g_new (double, n_places);
  g_autofree guint *sizes = g_new (guint, n_places);
  guint n_pools = 0;

  for (guint i = 0; i < n_places; i++)
    {
      means[n_pools] = places[i];
      sizes[n_pools] = 1;
      n_pools++;
      while (n_pools > 1 && means[n_pools - 2] > means[n_pools - 1])
        {
          guint size = sizes[n_pools - 2] + sizes[n_pools - 1];

          means[n_pools - 2]
            = (means[n_pools - 2] * sizes[n_pools - 2] + means[n_pools - 1] * sizes[n_pools - 1]) / size;
          sizes[n_pools - 2] = size;
          n_pools--;
        }
    }

  for (guint i = 0, pool = 0; pool < n_pools; pool++)
    for (guint j = 0; j < sizes[pool]; j++, i++)
      places[i] = means[pool];
}

/**
 * kl_places_spread:
 * @places: (array length=n_places) (inout): where they would like to be, in ascending order; where they can be
 * @offsets: (array length=n_places): how far at least each is to be from the first one, which has 0, in ascending order
 * @n_places: how many
 * @first: where the first one may be
 * @last: where the last one may be; where there is not enough room for all, they move closer together
 *
 * Moves them as little as possible so that they are apart, in their order.
 */
void
kl_places_spread (double       *places,
                  const double *offsets,
                  guint         n_places,
                  double        first,
                  double        last)
{
  double room = 1, end;

  if (n_places == 0)
    return;

  if (offsets[n_places - 1] > last - first)
    room = MAX (last - first, 0) / offsets[n_places - 1];
  end = MAX (last - offsets[n_places - 1] * room, first);
  for (guint i = 0; i < n_places; i++)
    places[i] -= offsets[i] * room;
  put_in_order (places, n_places);
  for (guint i = 0; i < n_places; i++)
    places[i] = CLAMP (places[i], first, end) + offsets[i] * room;
}
