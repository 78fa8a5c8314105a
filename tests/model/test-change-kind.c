/* test-change-kind.c: every change has a name of its own */

#include "config.h"

#include "model/kl-change-kind.h"

static void
test_describe (void)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_CHANGE_KIND);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < kinds->n_values; i++)
    {
      char *name = kl_change_kind_describe ((KlChangeKind) kinds->values[i].value, "100 %s");

      g_assert_nonnull (strstr (name, "“100 %s”"));
      g_assert_true (g_hash_table_add (names, name));
    }
}

static void
test_words (void)
{
  g_autofree char *name = kl_change_kind_describe (KL_CHANGE_RECORD_ATTEMPT, "Pod Networking");

  g_assert_cmpstr (name, ==, "Attempt on “Pod Networking”");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-kind/describe", test_describe);
  g_test_add_func ("/change-kind/words", test_words);

  return g_test_run ();
}
