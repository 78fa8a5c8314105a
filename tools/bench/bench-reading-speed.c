/* bench-reading-speed.c: what the reading of an explanation takes, against one pass over its words, and how that grows
 *
 * What is measured is the processor's time; the reading takes part alone, without a window.
 */

#include "config.h"

#include "bench-areas.h"

#include <stdio.h>
#include <time.h>

#include "bench-text.h"
#include "coach/kl-word-list.h"
#include "recall/kl-installed-words.h"

#define PASS_BAR 10.0
#define GROWTH_BAR 1.5
#define FRAME_BAR 16.0
#define MEMORY_BAR 20.0

enum
{
  N_WORDS = 1000,
  N_POINTS = 50,
  N_POINT_WORDS = 12,
  N_PASSES = 20, /* one is too short to be measured */
  N_READINGS = 5,
  N_ROUNDS = 9,
  N_LONG_ROUNDS = 3,
};

typedef struct
{
  KlCoach *coach;
  char *points[N_POINTS + 1];
  char *explanation;
  char *longer;
  guint times_longer;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_object (&self->coach);
  for (guint i = 0; i < N_POINTS; i++)
    g_clear_pointer (&self->points[i], g_free);
  g_clear_pointer (&self->explanation, g_free);
  g_clear_pointer (&self->longer, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
reading_init (Reading *self,
              KlCoach *coach)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  self->coach = coach;
  self->explanation = bench_text_new_sentences (random, N_WORDS);
  for (guint i = 0; i < N_POINTS; i++)
    self->points[i] = bench_text_new_sentences (random, N_POINT_WORDS);
}

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
read_text (Reading     *self,
           const char  *explanation,
           guint        n_readings,
           gint64      *microseconds,
           GError     **error)
{
  gint64 begin = get_processor_time ();

  for (guint i = 0; i < n_readings; i++)
    {
      g_autoptr(KlExplanationReading) reading
        = kl_coach_read (self->coach, "What happens in a cluster?", (const char *const *) self->points, N_POINTS,
                         explanation, NULL, error);

      if (reading == NULL)
        return FALSE;
    }
  *microseconds = (get_processor_time () - begin) / n_readings;
  return TRUE;
}

static gboolean
read_short (gpointer   data,
            gint64    *microseconds,
            GError   **error)
{
  Reading *self = data;

  return read_text (self, self->explanation, N_READINGS, microseconds, error);
}

/* As long as if it were a short one. */
static gboolean
read_longer (gpointer   data,
             gint64    *microseconds,
             GError   **error)
{
  Reading *self = data;

  if (!read_text (self, self->longer, 1, microseconds, error))
    return FALSE;
  *microseconds /= self->times_longer;
  return TRUE;
}

/* Words and their stems of the explanation alone. */
static gboolean
pass (gpointer   data,
      gint64    *microseconds,
      GError   **error)
{
  Reading *self = data;
  gint64 begin = get_processor_time ();

  for (guint i = 0; i < N_PASSES; i++)
    {
      g_autoptr(KlVocabulary) vocabulary = kl_vocabulary_new (kl_language_find ("en"));
      g_autoptr(GArray) words = kl_word_list_new (vocabulary, self->explanation);

      if (words->len < N_WORDS)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "words of the explanation are missing");
          return FALSE;
        }
    }
  *microseconds = (get_processor_time () - begin) / N_PASSES;
  return TRUE;
}

static gboolean
compare_pass (BenchContext  *context,
              const char    *name,
              KlCoach       *coach,
              GError       **error)
{
  g_auto(Reading) reading = { 0 };
  double milliseconds;

  reading_init (&reading, coach);
  if (!bench_report_compare (context->report, name, N_ROUNDS, PASS_BAR, read_short, pass, &reading, error))
    return FALSE;

  milliseconds = bench_report_get_last (context->report);
  printf ("    %.1f ms of processor time; a frame has %.0f ms: %s\n", milliseconds, FRAME_BAR,
          milliseconds <= FRAME_BAR ? "ok" : "over");
  if (milliseconds > FRAME_BAR)
    bench_report_add_failure (context->report);
  return TRUE;
}

static gboolean
compare_growth (BenchContext  *context,
                const char    *name,
                guint          times_longer,
                GError       **error)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (2);
  g_auto(Reading) reading = { 0 };

  reading_init (&reading, kl_coach_new ("en"));
  reading.longer = bench_text_new_sentences (random, N_WORDS * times_longer);
  reading.times_longer = times_longer;
  if (!bench_report_compare (context->report, name, N_LONG_ROUNDS, GROWTH_BAR, read_longer, read_short, &reading,
                             error))
    return FALSE;

  printf ("    %.0f ns for a word and a point\n",
          bench_report_get_last (context->report) * 1e6 / N_WORDS / N_POINTS);
  return TRUE;
}

static gboolean
find_peak (const char  *peak,
           const char  *program,
           const char  *option,
           const char  *explanation,
           const char  *points,
           double      *megabytes,
           GError     **error)
{
  const char *loading[] = { peak, program, option, explanation, points, NULL };
  const char *reading[] = { peak, program, explanation, points, NULL };
  g_autoptr(GSubprocess) process
    = g_subprocess_newv (option != NULL ? loading : reading, G_SUBPROCESS_FLAGS_STDOUT_PIPE, error);
  g_autofree char *output = NULL;

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, error)
      || !g_subprocess_wait_check (process, NULL, error))
    return FALSE;

  *megabytes = g_ascii_strtod (output, NULL) / 1024;
  return TRUE;
}

/* The peak with a reading of 100,000 words, less that without. */
static gboolean
measure_memory (BenchContext  *context,
                GError       **error)
{
  g_autofree char *here = g_path_get_dirname (context->bench);
  g_autofree char *peak = g_build_filename (here, "klearn-bench-peak", NULL);
  g_autofree char *program = g_build_filename (here, "klearn-bench-read", NULL);
  g_autofree char *explanation = bench_context_dup_path (context, "explanation.txt");
  g_autofree char *points = bench_context_dup_path (context, "points.txt");
  g_autoptr(GRand) random = g_rand_new_with_seed (2);
  g_autofree char *text = bench_text_new_sentences (random, 100 * N_WORDS);
  g_auto(Reading) reading = { 0 };
  g_autofree char *lines = NULL;
  double with;
  double without;

  reading_init (&reading, NULL);
  lines = g_strjoinv ("\n", reading.points);
  if (!g_file_set_contents (explanation, text, -1, error) || !g_file_set_contents (points, lines, -1, error)
      || !find_peak (peak, program, NULL, explanation, points, &with, error)
      || !find_peak (peak, program, "--load", explanation, points, &without, error))
    return FALSE;

  printf ("memory for a reading of 100,000 words, without a word net: %.1f MB (%.1f less %.1f), bar %.0f MB: %s\n",
          with - without, with, without, MEMORY_BAR, with - without <= MEMORY_BAR ? "ok" : "over");
  if (with - without > MEMORY_BAR)
    bench_report_add_failure (context->report);
  return TRUE;
}

/**
 * bench_reading_speed:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether the time and the memory of a reading could be measured
 */
gboolean
bench_reading_speed (BenchContext  *context,
                     GError       **error)
{
  return compare_pass (context, "read 1,000 words for 50 points, against one pass", kl_coach_new ("en"), error)
         && compare_pass (context, "the same with the word net that is installed", kl_installed_words_new_coach ("en"),
                          error)
         && compare_growth (context, "a thousand of 10,000 words, against 1,000 words", 10, error)
         && compare_growth (context, "a thousand of 100,000 words, against 1,000 words", 100, error)
         && measure_memory (context, error);
}
