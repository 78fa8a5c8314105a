/* read.c: reads a file as an explanation against the lines of another as key points, as the window does
 *
 * klearn-bench-read [--load] EXPLANATION POINTS
 *
 * With --load it only loads them, so that what the reading takes can be told. There is no word net.
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "coach/kl-coach.h"

static char *
load (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_printerr ("klearn-bench-read: %s\n", error->message);
  return text;
}

static int
read_explanation (const char *explanation,
                  char      **points)
{
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  g_autoptr(GError) error = NULL;
  g_autoptr(KlExplanationReading) reading = kl_coach_read (coach, NULL, (const char *const *) points,
                                                           g_strv_length (points), explanation, NULL, &error);

  return reading != NULL && isfinite (kl_explanation_reading_get_score (reading)) ? 0 : 1;
}

int
main (int    argc,
      char **argv)
{
  gboolean only_loads = argc == 4 && strcmp (argv[1], "--load") == 0;
  char **files = argv + (only_loads ? 2 : 1);
  g_autofree char *explanation = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) points = NULL;

  if (argc != (only_loads ? 4 : 3))
    {
      g_printerr ("usage: klearn-bench-read [--load] EXPLANATION POINTS\n");
      return 2;
    }

  explanation = load (files[0]);
  text = load (files[1]);
  if (explanation == NULL || text == NULL)
    return 1;

  points = g_strsplit (text, "\n", -1);
  return only_loads ? 0 : read_explanation (explanation, points);
}
