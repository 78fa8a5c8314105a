/* What differs between two versions of a text: either is made of the other, and it is short where little differs. */

#include "config.h"

#include "storage/kl-text-delta.h"

static GVariant *
new_delta (const char *before,
           const char *after)
{
  g_autoptr(GVariant) delta = g_variant_ref_sink (kl_text_delta_new (before, after));
  g_autofree char *forward = kl_text_delta_apply (delta, FALSE, before);
  g_autofree char *backward = kl_text_delta_apply (delta, TRUE, after);

  g_assert_cmpstr (forward, ==, after);
  g_assert_cmpstr (backward, ==, before);
  return g_steal_pointer (&delta);
}

static void
test_edges (void)
{
  static const char *const texts[] = {
    "", "\n", "a", "a\n", "a\nb", "a\nb\n", "b\na\n", "\na\n\n", "a\r\nb\r\n", "the first line\nthe second line\n",
    "the second line\nthe first line\n", "the first line\nthe first line\n", "the first line", "aaaa", "aa",
    "the first line\nthe second line\nthe first line\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr(GVariant) delta = new_delta (texts[i], texts[j]);

        g_assert_cmpint (g_variant_n_children (delta) == 0, ==, i == j);
      }
}

static char *
new_text (GRand *random)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_lines = (guint) g_rand_int_range (random, 0, 40);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "%s%d%s", g_rand_boolean (random) ? "a longer line " : "",
                            g_rand_int_range (random, 0, 30), g_rand_int_range (random, 0, 20) > 0 ? "\n" : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_any (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *before = new_text (random);
      g_autofree char *after = new_text (random);

      g_variant_unref (new_delta (before, after));
    }
}

/* Some lines changed, added, taken out and moved, far apart. */
static void
test_short (void)
{
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  g_autoptr(GVariant) delta = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append_printf (before, "line %u of ten thousand\n\n", i);
      if (i == 20 || i == 9900)
        g_string_append_printf (after, "line %u was changed\n\n", i);
      else if (i != 5000)
        g_string_append_printf (after, "line %u of ten thousand\n\n", i);
      if (i == 7000)
        g_string_append (after, "line that is new\n");
    }
  delta = new_delta (before->str, after->str);
  g_assert_cmpuint (g_variant_n_children (delta), ==, 4);
  g_assert_cmpuint (g_variant_get_size (delta), <, 1000);
}

/* It may come from a damaged file. */
static void
test_damaged (void)
{
  g_autoptr(GVariant) delta = new_delta ("one line\nand another\n", "one line\nand yet another\n");
  g_autoptr(GVariant) other = g_variant_ref_sink (g_variant_new_string ("delta"));
  const guint8 *data = g_variant_get_data (delta);
  gsize size = g_variant_get_size (delta);

  g_assert_null (kl_text_delta_apply (delta, FALSE, "one line\n"));
  g_assert_null (kl_text_delta_apply (delta, FALSE, ""));
  g_assert_null (kl_text_delta_apply (delta, TRUE, "one line\nand another\n"));
  g_assert_null (kl_text_delta_apply (other, FALSE, "one line\n"));

  for (gsize i = 0; i < size * 8; i++)
    {
      g_autofree guint8 *flipped = g_memdup2 (data, size);
      g_autoptr(GVariant) damaged = NULL;

      flipped[i / 8] = (guint8) (flipped[i / 8] ^ (1 << (i % 8)));
      damaged = g_variant_ref_sink (
        g_variant_new_from_data (g_variant_get_type (delta), flipped, size, FALSE, NULL, NULL));
      g_free (kl_text_delta_apply (damaged, FALSE, "one line\nand another\n"));
      g_free (kl_text_delta_apply (damaged, TRUE, "one line\nand yet another\n"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-delta/edges", test_edges);
  g_test_add_func ("/text-delta/any", test_any);
  g_test_add_func ("/text-delta/short", test_short);
  g_test_add_func ("/text-delta/damaged", test_damaged);
  return g_test_run ();
}
