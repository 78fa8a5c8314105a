/* reading-samples.c: what is measured of each answer, two at a time */

#include "config.h"

#include "reading-samples.h"

typedef struct
{
  KlCoach *coach;
  GPtrArray *answers;
  KlPointFeatures *features;
} Samples;

enum
{
  N_THREADS = 2,
  N_AT_ONCE = 256,
};

static void
measure_some (gpointer data,
              gpointer user_data)
{
  Samples *self = user_data;
  guint end = GPOINTER_TO_UINT (data);

  for (guint i = end > N_AT_ONCE ? (end - 1) / N_AT_ONCE * N_AT_ONCE : 0; i < end; i++)
    {
      const Answer *answer = g_ptr_array_index (self->answers, i);

      kl_coach_measure (self->coach, answer->question, (const char *const *) (gpointer) answer->references,
                        g_strv_length (answer->references), answer->text, &self->features[i]);
    }
}

/**
 * reading_samples_measure:
 * @coach: who reads
 * @answers: (element-type Answer): what
 *
 * Returns: (transfer full) (array): what was measured of each answer and the reference that it is most like
 */
KlPointFeatures *
reading_samples_measure (KlCoach   *coach,
                         GPtrArray *answers)
{
  KlPointFeatures *features = g_new0 (KlPointFeatures, answers->len);
  Samples samples = { coach, answers, features };
  GThreadPool *pool = g_thread_pool_new (measure_some, &samples, N_THREADS, FALSE, NULL);

  for (guint end = N_AT_ONCE; end < answers->len + N_AT_ONCE; end += N_AT_ONCE)
    g_thread_pool_push (pool, GUINT_TO_POINTER (MIN (end, answers->len)), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return features;
}
