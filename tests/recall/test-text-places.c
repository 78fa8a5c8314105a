/* test-text-places.c: places in a text, counted in characters */

#include "config.h"

#include "recall/kl-text-places.h"

#include <string.h>

static GArray *
create_places (const int *borders)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (KlTextPlace));

  for (; borders[0] >= 0; borders += 2)
    {
      KlTextPlace place = { borders[0], borders[1] };

      g_array_append_val (places, place);
    }

  return places;
}

static void
assert_places (const GArray *places,
               const int    *borders)
{
  g_autoptr(GArray) expected = create_places (borders);

  g_assert_cmpuint (places->len, ==, expected->len);
  for (guint i = 0; i < places->len; i++)
    {
      g_assert_cmpint (g_array_index (places, KlTextPlace, i).start, ==,
                       g_array_index (expected, KlTextPlace, i).start);
      g_assert_cmpint (g_array_index (places, KlTextPlace, i).end, ==, g_array_index (expected, KlTextPlace, i).end);
    }
}

static void
test_bytes_and_characters (void)
{
  const char *text = "Größe, 大小, \U0001f600 x";
  const KlTextSpan spans[] = {
    { 0, strlen ("Größe") },
    { strlen ("Größe, "), strlen ("Größe, 大小") },
    { strlen ("Größe, 大小, \U0001f600 "), strlen (text) },
  };
  g_autoptr(GArray) array = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
  g_autoptr(GArray) places = NULL;

  g_array_append_vals (array, spans, G_N_ELEMENTS (spans));
  places = kl_text_places_new (text, array);
  assert_places (places, (const int[]) { 0, 5, 7, 9, 13, 14, -1 });
}

static void
test_contain (void)
{
  g_autoptr(GArray) places = create_places ((const int[]) { 2, 4, 7, 8, -1 });
  g_autoptr(GArray) none = create_places ((const int[]) { -1 });

  for (int offset = 0; offset < 10; offset++)
    g_assert_cmpint (kl_text_places_contain (places, offset), ==, offset == 2 || offset == 3 || offset == 7);
  g_assert_false (kl_text_places_contain (none, 0));
}

static void
test_add (void)
{
  g_autoptr(GArray) places = create_places ((const int[]) { 2, 4, 10, 20, -1 });
  g_autoptr(GArray) others = create_places ((const int[]) { 0, 1, 3, 6, 12, 13, 19, 25, -1 });

  kl_text_places_add (places, others);
  assert_places (places, (const int[]) { 0, 1, 2, 6, 10, 25, -1 });
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-places/bytes-and-characters", test_bytes_and_characters);
  g_test_add_func ("/text-places/contain", test_contain);
  g_test_add_func ("/text-places/add", test_add);
  return g_test_run ();
}
