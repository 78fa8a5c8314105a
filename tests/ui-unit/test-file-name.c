/* test-file-name.c: what a file is called at first */

#include "config.h"

#include <glib.h>

#include "ui/page/kl-file-name.h"

static void
test_what_no_name_can_have (void)
{
  static const char *const names[][2] = {
    { "Pods", "Pods.md" },
    { "CAP: consistency/availability", "CAP- consistency-availability.md" },
    { "One\nTwo\r\\", "One-Two--.md" },
    { "Zeit ⏱", "Zeit ⏱.md" },
    { "", ".md" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = kl_file_name_new (names[i][0], ".md");

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/file-name/what-no-name-can-have", test_what_no_name_can_have);

  return g_test_run ();
}
