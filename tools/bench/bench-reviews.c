/* bench-reviews.c: the reviews of a learner, from a table */

#include "config.h"

#include "bench-reviews.h"

static gboolean
parse_line (const char        *line,
            char             **card,
            KlTrainingReview  *review)
{
  g_auto(GStrv) fields = g_strsplit (line, "\t", -1);
  guint64 rating;
  guint64 days;

  if (g_strv_length (fields) != 3 || !g_ascii_string_to_unsigned (fields[1], 10, 1, 4, &rating, NULL)
      || !g_ascii_string_to_unsigned (fields[2], 10, 0, G_MAXINT32, &days, NULL))
    return FALSE;

  review->grade = kl_grade_for_rating ((KlRating) rating);
  review->days = (double) days;
  *card = g_strdup (fields[0]);
  return TRUE;
}

static void
add_review (GPtrArray        *cards,
            GHashTable       *by_name,
            char             *name,
            KlTrainingReview  review)
{
  GArray *card = g_hash_table_lookup (by_name, name);

  if (card == NULL)
    {
      card = g_array_new (FALSE, FALSE, sizeof (KlTrainingReview));
      g_ptr_array_add (cards, card);
      g_hash_table_insert (by_name, g_strdup (name), card);
    }
  g_array_append_val (card, review);
}

/**
 * bench_reviews_read:
 * @path: a table with a head: card, rating 1–4, whole days since the review before; in the order of time
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the history of each card
 */
KlTrainingSet *
bench_reviews_read (const char  *path,
                    GError     **error)
{
  g_autoptr(GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(KlTrainingSet) set = kl_training_set_new ();
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;

  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      KlTrainingReview review = { .order = i };

      if (!parse_line (lines[i], &name, &review))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, line %u: not a review", path, i + 1);
          return NULL;
        }
      add_review (cards, by_name, name, review);
    }

  for (guint i = 0; i < cards->len; i++)
    {
      GArray *card = g_ptr_array_index (cards, i);

      kl_training_set_add (set, (const KlTrainingReview *) (gpointer) card->data, card->len);
    }
  return g_steal_pointer (&set);
}
