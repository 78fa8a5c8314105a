/* kl-likeness.c: which words of an explanation can stand for one of a point
 *
 * The same stem, one that grew out of the other, one that is mistyped, and, where a word net is there, one that can
 * mean the same.
 */

#include "config.h"

#include "kl-likeness.h"

/* A word grew out of the other, or a letter is wrong. */
#define MISTYPED 0.85
/* The first letter is wrong. */
#define MISTYPED_FIRST 0.6
/* One meaning in common, and meanings that are a step from each other. */
#define SAME_MEANING 0.8
#define NEAR_MEANING 0.6

struct _KlLikeness
{
  KlVocabulary *vocabulary;
  const KlWordNet *word_net;
  GArray *ids;          /* Known: the different words of the explanation */
  GHashTable *alike;    /* a word and its whole → GArray of KlAlike */
  GHashTable *meanings; /* synset → GArray of Meant; NULL without a word net */
};

/* A word of the explanation. */
typedef struct
{
  guint id;
  guint32 letters;
  guint length;
  gboolean comparable;
} Known;

/* A word of the explanation that can mean something. */
typedef struct
{
  guint id;
  guint steps;
} Meant;

static gboolean
is_comparable (KlLikeness *self,
               guint       id)
{
  return !(kl_vocabulary_get_kind (self->vocabulary, id) & (KL_WORD_NUMBER | KL_WORD_FUNCTION));
}

static void
add_id (KlLikeness *self,
        GHashTable *seen,
        guint       id)
{
  Known known = { id, kl_vocabulary_get_letters (self->vocabulary, id), kl_vocabulary_get_length (self->vocabulary, id),
                  is_comparable (self, id) };

  if (g_hash_table_add (seen, GUINT_TO_POINTER (id + 1)))
    g_array_append_val (self->ids, known);
}

static void
add_meanings (KlLikeness *self,
              guint       id)
{
  g_autoptr(GArray) meanings = kl_word_net_find (self->word_net, kl_vocabulary_get_word (self->vocabulary, id));

  for (guint i = 0; i < meanings->len; i++)
    {
      const KlMeaning *meaning = &g_array_index (meanings, KlMeaning, i);
      GArray *words = g_hash_table_lookup (self->meanings, &meaning->synset);
      Meant meant = { id, meaning->steps };

      if (words == NULL)
        {
          words = g_array_new (FALSE, FALSE, sizeof (Meant));
          g_hash_table_insert (self->meanings, g_memdup2 (&meaning->synset, sizeof meaning->synset), words);
        }
      g_array_append_val (words, meant);
    }
}

/**
 * kl_likeness_new:
 * @vocabulary: has the words of all texts that are read
 * @explanation: (element-type KlWord): words
 * @word_net: (nullable): tells which words can mean the same; has to stay
 *
 * Returns: (transfer full): who compares words with those of @explanation
 */
KlLikeness *
kl_likeness_new (KlVocabulary    *vocabulary,
                 const GArray    *explanation,
                 const KlWordNet *word_net)
{
  KlLikeness *self = g_new0 (KlLikeness, 1);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  self->vocabulary = vocabulary;
  self->word_net = word_net;
  self->ids = g_array_new (FALSE, FALSE, sizeof (Known));
  self->alike = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < explanation->len; i++)
    {
      const KlWord *word = &g_array_index (explanation, KlWord, i);

      add_id (self, seen, word->id);
      add_id (self, seen, word->whole);
    }
  if (word_net == NULL)
    return self;

  self->meanings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, Known, i).comparable)
      add_meanings (self, g_array_index (self->ids, Known, i).id);
  return self;
}

void
kl_likeness_free (KlLikeness *self)
{
  g_array_unref (self->ids);
  g_hash_table_unref (self->alike);
  g_clear_pointer (&self->meanings, g_hash_table_unref);
  g_free (self);
}

/* Optimal string alignment with a limit. */
static guint
edit_distance (const char *a,
               const char *b,
               guint       limit)
{
  glong n_a, n_b;
  g_autofree gunichar *x = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *y = g_utf8_to_ucs4_fast (b, -1, &n_b);
  guint rows[3][48];
  guint *before = rows[0], *last = rows[1], *row = rows[2];

  if (n_a > 40 || n_b > 40 || (guint) ABS (n_a - n_b) > limit)
    return limit + 1;
  for (glong j = 0; j <= n_b; j++)
    last[j] = (guint) j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint *swap = before;
      guint best;

      row[0] = best = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint cost = x[i - 1] != y[j - 1];

          row[j] = MIN (MIN (last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
          if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          best = MIN (best, row[j]);
        }
      if (best > limit)
        return limit + 1;
      before = last;
      last = row;
      row = swap;
    }
  return last[n_b];
}

/* The letters that one has and the other has not tell how far apart they are at least. */
static double
compare_spelling (KlLikeness  *self,
                  const Known *a,
                  const Known *b)
{
  const char *x;
  const char *y;
  guint shorter = MIN (a->length, b->length);
  guint longer = MAX (a->length, b->length);
  guint limit = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  gboolean may_be_mistyped = longer - shorter <= limit
                             && (guint) __builtin_popcount (a->letters ^ b->letters) <= 2 * limit;
  gsize common = 0;

  if (limit == 0 || (!may_be_mistyped && shorter < 5))
    return 0;

  x = kl_vocabulary_get_stem (self->vocabulary, a->id);
  y = kl_vocabulary_get_stem (self->vocabulary, b->id);
  while (x[common] != '\0' && x[common] == y[common])
    common++;
  /* Such as “evapor” and “evaporation”. */
  if (common >= 5 && common >= (gsize) shorter - 1)
    return MISTYPED;
  if (!may_be_mistyped || (common == 0 && shorter < 6) || edit_distance (x, y, limit) > limit)
    return 0;
  return common > 0 ? MISTYPED : MISTYPED_FIRST;
}

static void
strengthen (GArray *alike,
            guint   id,
            double  strength)
{
  KlAlike like = { id, strength };

  for (guint i = 0; i < alike->len; i++)
    if (g_array_index (alike, KlAlike, i).id == id)
      {
        g_array_index (alike, KlAlike, i).strength = MAX (g_array_index (alike, KlAlike, i).strength, strength);
        return;
      }
  g_array_append_val (alike, like);
}

static void
find_meanings (KlLikeness *self,
               guint       id,
               GArray     *alike)
{
  g_autoptr(GArray) meanings = kl_word_net_find (self->word_net, kl_vocabulary_get_word (self->vocabulary, id));

  for (guint i = 0; i < meanings->len; i++)
    {
      const KlMeaning *meaning = &g_array_index (meanings, KlMeaning, i);
      const GArray *words = g_hash_table_lookup (self->meanings, &meaning->synset);

      for (guint j = 0; words != NULL && j < words->len; j++)
        {
          const Meant *meant = &g_array_index (words, Meant, j);
          guint steps = meant->steps + meaning->steps;

          if (steps < 2)
            strengthen (alike, meant->id, steps == 0 ? SAME_MEANING : NEAR_MEANING);
        }
    }
}

static GArray *
find_alike (KlLikeness   *self,
            const KlWord *word)
{
  GArray *alike = g_array_new (FALSE, FALSE, sizeof (KlAlike));
  const Known own = { word->id, kl_vocabulary_get_letters (self->vocabulary, word->id),
                      kl_vocabulary_get_length (self->vocabulary, word->id), is_comparable (self, word->id) };

  for (guint i = 0; i < self->ids->len; i++)
    {
      const Known *known = &g_array_index (self->ids, Known, i);
      KlAlike like = { known->id, 0.0 };

      if (known->id == word->id || known->id == word->whole)
        like.strength = 1;
      else if (own.comparable && known->comparable)
        like.strength = compare_spelling (self, &own, known);
      if (like.strength > 0)
        g_array_append_val (alike, like);
    }
  if (own.comparable && self->word_net != NULL)
    find_meanings (self, word->id, alike);
  return alike;
}

/**
 * kl_likeness_find:
 * @self: who compares
 * @word: a word of a point
 *
 * Returns: (transfer none) (element-type KlAlike): the words of the explanation that can stand for it
 */
const GArray *
kl_likeness_find (KlLikeness   *self,
                  const KlWord *word)
{
  /* The parts of an identifier know their whole: the same part of another one is another word. */
  guint64 key = ((guint64) word->whole << 32) | word->id;
  GArray *alike = g_hash_table_lookup (self->alike, &key);

  if (alike == NULL)
    {
      alike = find_alike (self, word);
      g_hash_table_insert (self->alike, g_memdup2 (&key, sizeof key), alike);
    }
  return alike;
}

/**
 * kl_likeness_get_word:
 * @self: who compares
 * @word: a word
 *
 * Returns: (transfer none): it in small letters
 */
const char *
kl_likeness_get_word (KlLikeness   *self,
                      const KlWord *word)
{
  return kl_vocabulary_get_word (self->vocabulary, word->id);
}
