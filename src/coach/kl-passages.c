/* kl-passages.c: where in an explanation a point may have been made
 *
 * An index of the explanation's words says in which sentences words of the point stand. One to three sentences in a row
 * are a passage; only the most promising ones are read closely. So a point costs what its words occur, not what the
 * explanation is long.
 */

#include "config.h"

#include "kl-passages.h"

/* More words of a point than this are not looked for when passages are chosen. */
#define MAX_WORDS 64
#define MAX_SENTENCES 3

struct _KlPassages
{
  KlVocabulary *vocabulary;
  const GArray *words;
  GArray *sentences; /* guint: the first word of each, and the end */
  guint n_ids;
  guint *starts;   /* by id: where its places begin, and the end */
  guint *places;   /* sentences */
  guint64 *masks;  /* by sentence: which words of the point stand in it */
  GArray *touched; /* sentences whose mask is not 0 */
};

static void
add_place (KlPassages *self,
           guint      *next,
           guint       id,
           guint       sentence)
{
  self->places[next[id]++] = sentence;
}

static void
index_words (KlPassages *self)
{
  guint n = self->words->len;
  g_autofree guint *next = NULL;

  self->n_ids = kl_vocabulary_get_size (self->vocabulary);
  self->starts = g_new0 (guint, self->n_ids + 2);
  self->places = g_new (guint, 2 * n + 1);
  for (guint i = 0; i < n; i++)
    {
      const KlWord *word = &g_array_index (self->words, KlWord, i);

      self->starts[word->id + 1]++;
      if (word->whole != word->id)
        self->starts[word->whole + 1]++;
      if (i == 0 || word->sentence != g_array_index (self->words, KlWord, i - 1).sentence)
        g_array_append_val (self->sentences, i);
    }
  g_array_append_val (self->sentences, n);
  for (guint id = 0; id < self->n_ids; id++)
    self->starts[id + 1] += self->starts[id];

  next = g_memdup2 (self->starts, (self->n_ids + 1) * sizeof (guint));
  for (guint i = 0, sentence = 0; i < n; i++)
    {
      const KlWord *word = &g_array_index (self->words, KlWord, i);

      while (i >= g_array_index (self->sentences, guint, sentence + 1))
        sentence++;
      add_place (self, next, word->id, sentence);
      if (word->whole != word->id)
        add_place (self, next, word->whole, sentence);
    }
  self->masks = g_new0 (guint64, self->sentences->len);
}

/**
 * kl_passages_new:
 * @vocabulary: has the words of all texts that are read
 * @words: (element-type KlWord): of the explanation; has to stay
 *
 * Returns: (transfer full): an index of them
 */
KlPassages *
kl_passages_new (KlVocabulary *vocabulary,
                 const GArray *words)
{
  KlPassages *self = g_new0 (KlPassages, 1);

  self->vocabulary = vocabulary;
  self->words = words;
  self->sentences = g_array_new (FALSE, FALSE, sizeof (guint));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  index_words (self);
  return self;
}

void
kl_passages_free (KlPassages *self)
{
  g_array_unref (self->sentences);
  g_array_unref (self->touched);
  g_free (self->starts);
  g_free (self->places);
  g_free (self->masks);
  g_free (self);
}

static void
mark_places (KlPassages *self,
             guint       id,
             guint       bit)
{
  for (guint i = self->starts[id]; i < self->starts[id + 1]; i++)
    {
      guint sentence = self->places[i];

      if (self->masks[sentence] == 0)
        g_array_append_val (self->touched, sentence);
      self->masks[sentence] |= G_GUINT64_CONSTANT (1) << bit;
    }
}

static void
keep_best (KlPassage *found,
           guint     *n,
           guint      n_most,
           KlPassage  passage)
{
  guint at = *n;

  while (at > 0 && found[at - 1].gain < passage.gain)
    at--;
  if (at >= n_most)
    return;
  if (*n < n_most)
    ++*n;
  for (guint i = *n - 1; i > at; i--)
    found[i] = found[i - 1];
  found[at] = passage;
}

static double
weigh (guint64       mask,
       const double *weights)
{
  double sum = 0;

  for (guint bit = 0; mask != 0; bit++, mask >>= 1)
    if (mask & 1)
      sum += weights[bit];
  return sum;
}

static void
look_from (KlPassages   *self,
           guint         sentence,
           const double *weights,
           KlPassage    *found,
           guint        *n,
           guint         n_most)
{
  guint64 mask = 0;

  for (guint length = 1; length <= MAX_SENTENCES && sentence + length < self->sentences->len; length++)
    {
      KlPassage passage = { g_array_index (self->sentences, guint, sentence), 0, 0.0 };
      guint64 more = self->masks[sentence + length - 1];

      if (length > 1 && (mask | more) == mask)
        continue;
      mask |= more;
      passage.n = g_array_index (self->sentences, guint, sentence + length) - passage.first;
      passage.gain = weigh (mask, weights) * (1 - 0.08 * (length - 1)) - 0.002 * passage.n;
      keep_best (found, n, n_most, passage);
    }
}

static int
compare_sentences (gconstpointer a,
                   gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/**
 * kl_passages_find:
 * @self: an index
 * @likeness: knows which words are alike
 * @point: (element-type KlWord): the words of a point
 * @found: (out) (array length=n_most): the most promising passages, the best first
 * @n_most: how many
 *
 * Returns: how many there are, at most @n_most
 */
guint
kl_passages_find (KlPassages   *self,
                  KlLikeness   *likeness,
                  const GArray *point,
                  KlPassage    *found,
                  guint         n_most)
{
  double weights[MAX_WORDS] = { 0 };
  guint n_bits = 0;
  guint n = 0;

  for (guint i = 0; i < point->len && n_bits < MAX_WORDS; i++)
    {
      const KlWord *word = &g_array_index (point, KlWord, i);
      const GArray *alike;

      if (word->kind & KL_WORD_FUNCTION)
        continue;
      weights[n_bits] = word->weight * (word->kind & KL_WORD_GIVEN ? 0.3 : 1);
      alike = kl_likeness_find (likeness, word);
      for (guint j = 0; j < alike->len; j++)
        mark_places (self, g_array_index (alike, KlAlike, j).id, n_bits);
      n_bits++;
    }
  g_array_sort (self->touched, compare_sentences);
  for (guint i = 0; i < self->touched->len; i++)
    look_from (self, g_array_index (self->touched, guint, i), weights, found, &n, n_most);
  for (guint i = 0; i < self->touched->len; i++)
    self->masks[g_array_index (self->touched, guint, i)] = 0;
  g_array_set_size (self->touched, 0);
  return n;
}
