/* reading-folds.c: what a fit says of the long answers to questions of which it has seen none
 *
 * The questions are dealt to ten folds in the order of their ids. For each fold the weights are fitted without its
 * questions; the other sets are in every fit.
 */

#include "config.h"

#include "reading-folds.h"

#include "reading-figure.h"

enum
{
  N_FOLDS = 10,
};

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Which fold an answer belongs to, by the id of its question, counted from 1. */
static GHashTable *
deal (GPtrArray *answers)
{
  GHashTable *folds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);

      if (answer->kind == ANSWER_SAF && g_hash_table_add (folds, answer->question_id))
        g_ptr_array_add (ids, answer->question_id);
    }
  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (folds, g_ptr_array_index (ids, i), GUINT_TO_POINTER (1 + i % N_FOLDS));
  return folds;
}

/**
 * reading_folds_judge:
 * @fit: a fit
 * @answers: (element-type Answer): judged answers
 * @features: (array): what was measured of each
 * @without: a feature to do without, %KL_N_FEATURES for none
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type ReadingJudgement): all long answers, each judged by weights that
 *   were fitted without its question; it holds as long as the answers do
 */
GArray *
reading_folds_judge (ReadingFit             *fit,
                     GPtrArray              *answers,
                     const KlPointFeatures  *features,
                     KlFeature               without,
                     GError                **error)
{
  g_autoptr(GArray) judgements = g_array_new (FALSE, FALSE, sizeof (ReadingJudgement));
  g_autoptr(GHashTable) folds = deal (answers);
  g_autofree gboolean *are_left_out = g_new0 (gboolean, answers->len);

  for (guint fold = 1; fold <= N_FOLDS; fold++)
    {
      for (guint i = 0; i < answers->len; i++)
        {
          const Answer *answer = g_ptr_array_index (answers, i);

          are_left_out[i] = answer->kind == ANSWER_SAF
                            && GPOINTER_TO_UINT (g_hash_table_lookup (folds, answer->question_id)) == fold;
        }
      if (!reading_fit_run (fit, are_left_out, without, error))
        return NULL;
      for (guint i = 0; i < answers->len; i++)
        {
          const Answer *answer = g_ptr_array_index (answers, i);
          ReadingJudgement judgement = { answer->question_id, 0, answer->target };

          if (!are_left_out[i])
            continue;
          judgement.score = reading_fit_judge (fit, &features[i]);
          g_array_append_val (judgements, judgement);
        }
    }
  return g_steal_pointer (&judgements);
}
