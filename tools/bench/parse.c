/* parse.c: a document read and parsed by cmark, and nothing else: the least memory that reading it takes
 *
 * klearn-bench-parse FILE
 */

#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static int
parse (FILE *file)
{
  struct stat status;
  cmark_node *document;
  char *text;
  size_t length;

  if (fstat (fileno (file), &status) != 0)
    return EXIT_FAILURE;

  text = malloc ((size_t) status.st_size + 1);
  if (text == NULL)
    return EXIT_FAILURE;

  length = fread (text, 1, (size_t) status.st_size, file);
  document = cmark_parse_document (text, length, CMARK_OPT_DEFAULT);
  cmark_node_free (document);
  free (text);
  return length == (size_t) status.st_size ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int    argc,
      char **argv)
{
  FILE *file = argc == 2 ? fopen (argv[1], "rb") : NULL;
  int status;

  if (file == NULL)
    {
      fprintf (stderr, "usage: klearn-bench-parse FILE\n");
      return EXIT_FAILURE;
    }

  status = parse (file);
  fclose (file);
  return status;
}
