/* run-corpus.c: a fuzz target without a fuzzer, on each file of a folder; what a fuzzer found once stays found */

#include "config.h"

#include "fuzz.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(GDir) folder = NULL;
  g_autoptr(GError) error = NULL;
  const char *name;
  guint n_files = 0;

  if (argc != 2)
    g_error ("usage: %s FOLDER", argv[0]);
  LLVMFuzzerInitialize (&argc, &argv);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_print ("%s\n", name);
      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      LLVMFuzzerTestOneInput ((const guint8 *) text, length);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
  return 0;
}
