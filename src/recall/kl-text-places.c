/* kl-text-places.c: places in a text, counted in characters */

#include "config.h"

#include "kl-text-places.h"

/**
 * kl_text_places_new:
 * @text: a text
 * @spans: (element-type KlTextSpan): places in it, counted in bytes, in order
 *
 * Returns: (transfer full) (element-type KlTextPlace): the same places
 */
GArray *
kl_text_places_new (const char   *text,
                    const GArray *spans)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (KlTextPlace), spans->len);
  const char *at = text;
  int offset = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const KlTextSpan *span = &g_array_index (spans, KlTextSpan, i);
      KlTextPlace place;

      offset += (int) g_utf8_strlen (at, (text + span->start) - at);
      place.start = offset;
      offset += (int) g_utf8_strlen (text + span->start, (gssize) (span->end - span->start));
      place.end = offset;
      at = text + span->end;
      g_array_append_val (places, place);
    }

  return places;
}

/* The first one that ends after @offset. */
static guint
find (const GArray *places,
      int           offset)
{
  guint low = 0;
  guint high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, KlTextPlace, middle).end > offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * kl_text_places_contain:
 * @places: (element-type KlTextPlace): places, in order, apart from each other
 * @offset: a character's offset
 *
 * Returns: whether the character lies in one of them
 */
gboolean
kl_text_places_contain (const GArray *places,
                        int           offset)
{
  guint index = find (places, offset);

  return index < places->len && g_array_index (places, KlTextPlace, index).start <= offset;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  const KlTextPlace *first = a;
  const KlTextPlace *second = b;

  return first->start != second->start ? (first->start > second->start) - (first->start < second->start)
                                       : (first->end > second->end) - (first->end < second->end);
}

/**
 * kl_text_places_add:
 * @places: (element-type KlTextPlace): places, in order, apart from each other
 * @others: (element-type KlTextPlace): others
 *
 * Adds @others to @places. Where some overlap, they become one.
 */
void
kl_text_places_add (GArray       *places,
                    const GArray *others)
{
  guint n_kept = 0;

  g_array_append_vals (places, others->data, others->len);
  g_array_sort (places, compare_cb);
  for (guint i = 0; i < places->len; i++)
    {
      KlTextPlace place = g_array_index (places, KlTextPlace, i);
      KlTextPlace *last = n_kept > 0 ? &g_array_index (places, KlTextPlace, n_kept - 1) : NULL;

      if (last != NULL && place.start <= last->end)
        last->end = MAX (last->end, place.end);
      else
        g_array_index (places, KlTextPlace, n_kept++) = place;
    }
  g_array_set_size (places, n_kept);
}
