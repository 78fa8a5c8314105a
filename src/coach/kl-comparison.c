/* kl-comparison.c: how much of a point stands in a passage */

#include "config.h"

#include "kl-comparison.h"

#include <math.h>
#include <string.h>

/* So many different triples of letters are told apart. */
#define TRIGRAM_BITS 11

struct _KlComparison
{
  KlVocabulary *vocabulary;
  GArray *marks;      /* by word: in which passage it was seen last */
  GArray *point_marks;
  GArray *strengths; /* by word: how much it stands in the point, where it has its mark */
  guint mark;
  const KlWord *passage;
  gsize n_passage;
  KlLikeness *likeness;
};

static gboolean
seen (GArray *marks,
      guint   id,
      guint   mark)
{
  return id < marks->len && g_array_index (marks, guint, id) == mark;
}

static void
mark (GArray *marks,
      guint   id,
      guint   value)
{
  if (id >= marks->len)
    g_array_set_size (marks, id + 1);
  g_array_index (marks, guint, id) = value;
}

/**
 * kl_comparison_new:
 * @vocabulary: has the words of all texts that are read; has to stay
 * @likeness: knows which words of the explanation can stand for others; has to stay
 *
 * Returns: (transfer full): who measures points and passages
 */
KlComparison *
kl_comparison_new (KlVocabulary    *vocabulary,
                   KlLikeness      *likeness)
{
  KlComparison *self = g_new0 (KlComparison, 1);

  self->likeness = likeness;
  self->vocabulary = vocabulary;
  self->marks = g_array_new (FALSE, TRUE, sizeof (guint));
  self->point_marks = g_array_new (FALSE, TRUE, sizeof (guint));
  self->strengths = g_array_new (FALSE, TRUE, sizeof (double));
  return self;
}

void
kl_comparison_free (KlComparison *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->point_marks);
  g_array_unref (self->strengths);
  g_free (self);
}

static gboolean
is_new (const KlWord *word)
{
  return !(word->kind & KL_WORD_GIVEN);
}

static gboolean
is_content (const KlWord *word)
{
  return !(word->kind & KL_WORD_FUNCTION);
}

/* Says in which words match_word() looks. */
static void
set_passage (KlComparison *self,
             const KlWord *passage,
             gsize         n_passage)
{
  self->mark++;
  self->passage = passage;
  self->n_passage = n_passage;
  for (gsize i = 0; i < n_passage; i++)
    {
      mark (self->marks, passage[i].id, self->mark);
      mark (self->marks, passage[i].whole, self->mark);
    }
}

/* How much of a word of a point stands in the passage, 0–1. */
static double
match_word (KlComparison *self,
            const KlWord *word)
{
  const GArray *alike;
  double best = 0;

  if (seen (self->marks, word->id, self->mark) || seen (self->marks, word->whole, self->mark))
    return 1;
  if (word->kind & (KL_WORD_FUNCTION | KL_WORD_NUMBER))
    return 0;
  alike = kl_likeness_find (self->likeness, word);
  for (guint i = 0; i < alike->len; i++)
    {
      const KlAlike *like = &g_array_index (alike, KlAlike, i);

      if (like->strength > best && seen (self->marks, like->id, self->mark))
        best = like->strength;
    }
  return best;
}

static void
strengthen (KlComparison *self,
            guint         id,
            double        strength)
{
  if (id >= self->strengths->len)
    g_array_set_size (self->strengths, id + 1);
  if (!seen (self->point_marks, id, self->mark))
    g_array_index (self->strengths, double, id) = 0;
  mark (self->point_marks, id, self->mark);
  if (g_array_index (self->strengths, double, id) < strength)
    g_array_index (self->strengths, double, id) = strength;
}

/* How much of each word of the passage stands in the point. */
static void
look_back (KlComparison *self,
           const KlWord *point,
           gsize         n_point,
           double       *back)
{
  for (gsize i = 0; i < n_point; i++)
    {
      strengthen (self, point[i].id, 1);
      strengthen (self, point[i].whole, 1);
      if (!(point[i].kind & (KL_WORD_FUNCTION | KL_WORD_NUMBER)))
        {
          const GArray *alike = kl_likeness_find (self->likeness, &point[i]);

          for (guint j = 0; j < alike->len; j++)
            strengthen (self, g_array_index (alike, KlAlike, j).id, g_array_index (alike, KlAlike, j).strength);
        }
    }
  for (gsize i = 0; i < self->n_passage; i++)
    {
      guint id = self->passage[i].id;
      guint whole = self->passage[i].whole;

      if (seen (self->point_marks, id, self->mark))
        back[i] = g_array_index (self->strengths, double, id);
      if (seen (self->point_marks, whole, self->mark))
        back[i] = MAX (back[i], g_array_index (self->strengths, double, whole));
    }
}

static double
ratio (double part,
       double whole,
       double none)
{
  return whole > 0 ? part / whole : none;
}

static void
measure_recall (KlComparison    *self,
                const KlWord    *point,
                gsize            n_point,
                const double    *match,
                KlPointFeatures *features)
{
  double all = 0, found = 0, new = 0, new_found = 0, plain = 0, plain_found = 0;

  for (gsize i = 0; i < n_point; i++)
    {
      double weight = point[i].weight;

      all += weight;
      found += weight * match[i];
      if (!is_content (&point[i]))
        continue;
      plain++;
      plain_found += match[i];
      if (!is_new (&point[i]))
        continue;
      new += weight;
      new_found += weight * match[i];
    }
  features->values[KL_FEATURE_RECALL] = ratio (found, all, 0);
  features->values[KL_FEATURE_PLAIN_RECALL] = ratio (plain_found, plain, ratio (found, all, 0));
  features->values[KL_FEATURE_NEW_RECALL] = ratio (new_found, new, ratio (found, all, 0));
  features->values[KL_FEATURE_POINT_NEW] = ratio (new, all, 0);
  features->values[KL_FEATURE_CONTENT] = log1p (plain);
  features->values[KL_FEATURE_FOUND] = log1p (new_found);
}

static void
measure_precision (KlComparison    *self,
                   const double    *back,
                   KlPointFeatures *features)
{
  double all = 0, found = 0, new = 0, new_found = 0;

  for (gsize i = 0; i < self->n_passage; i++)
    {
      const KlWord *word = &self->passage[i];
      double weight = word->weight;

      if (!is_content (word))
        continue;
      all += weight;
      found += weight * back[i];
      if (is_new (word))
        {
          new += weight;
          new_found += weight * back[i];
        }
    }
  features->values[KL_FEATURE_PRECISION] = ratio (found, all, 0);
  features->values[KL_FEATURE_NEW_PRECISION] = ratio (new_found, new, 0);
}

/* Neighbours among the content words of the point that are neighbours, or near each other, in the passage. */
static void
measure_pairs (KlComparison    *self,
               const KlWord    *point,
               gsize            n_point,
               KlPointFeatures *features)
{
  const KlWord *before = NULL;
  double n = 0, near = 0;

  for (gsize i = 0; i < n_point; i++)
    {
      if (!is_content (&point[i]))
        continue;
      if (before != NULL)
        {
          gsize last_a = G_MAXSIZE, last_b = G_MAXSIZE, gap = G_MAXSIZE, position = 0;

          n++;
          for (gsize j = 0; j < self->n_passage; j++)
            {
              if (!is_content (&self->passage[j]))
                continue;
              position++;
              if (self->passage[j].id == before->id)
                last_a = position;
              if (self->passage[j].id == point[i].id)
                last_b = position;
              if (last_a != G_MAXSIZE && last_b != G_MAXSIZE && last_a != last_b)
                gap = MIN (gap, last_a > last_b ? last_a - last_b : last_b - last_a);
            }
          near += gap <= 4 ? 1 : 0;
        }
      before = &point[i];
    }
  features->values[KL_FEATURE_NEAR_PAIRS] = ratio (near, n, features->values[KL_FEATURE_PLAIN_RECALL]);
}

/* Three letters in a row of a stem with its borders, as a number; two of them may share one, which is rare. */
static void
count_trigrams (KlComparison *self,
                const KlWord *words,
                gsize         n,
                guint        *counts)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *at = kl_vocabulary_get_stem (self->vocabulary, words[i].id);
      gunichar first = ' ';
      gunichar second = g_utf8_get_char (at);
      gunichar third;

      if (!is_content (&words[i]) || !is_new (&words[i]))
        continue;
      do
        {
          at = g_utf8_find_next_char (at, NULL);
          third = *at != '\0' ? g_utf8_get_char (at) : ' ';
          counts[((first * 961 + second * 31 + third) * 2654435761u) >> (32 - TRIGRAM_BITS)]++;
          first = second;
          second = third;
        }
      while (*at != '\0');
    }
}

static double
measure_trigrams (KlComparison *self,
                  const KlWord *point,
                  gsize         n_point,
                  double       *f)
{
  guint in_point[1 << TRIGRAM_BITS] = { 0 };
  guint in_passage[1 << TRIGRAM_BITS] = { 0 };
  double n = 0, found = 0, other = 0;

  count_trigrams (self, point, n_point, in_point);
  count_trigrams (self, self->passage, self->n_passage, in_passage);
  for (gsize i = 0; i < G_N_ELEMENTS (in_point); i++)
    {
      n += in_point[i];
      other += in_passage[i];
      found += MIN (in_point[i], in_passage[i]);
    }
  *f = n + other > 0 ? 2 * found / (n + other) : 0;
  return ratio (found, n, 0);
}

/* Clauses of the passage that share most of their words with the point: is one negated where the point is not? */
static double
measure_clause_negation (KlComparison *self,
                         const double *back,
                         gboolean      point_negated)
{
  double against = 0, all = 0;

  for (gsize a = 0, b; a < self->n_passage; a = b)
    {
      double found = 0;
      gboolean negated = FALSE;

      for (b = a; b < self->n_passage && self->passage[b].clause == self->passage[a].clause; b++)
        {
          if (self->passage[b].kind & KL_WORD_NEGATION)
            negated = TRUE;
          else if (is_content (&self->passage[b]))
            found += back[b] * self->passage[b].weight;
        }
      all += found;
      if (negated != point_negated)
        against += found;
    }
  return ratio (against, all, 0);
}

/* How many of the point's numbers the passage has, less ½; 0 where it has none. */
static double
measure_numbers (const KlWord *point,
                 gsize         n_point,
                 const double *match)
{
  double n = 0, found = 0;

  for (gsize i = 0; i < n_point; i++)
    if (point[i].kind & KL_WORD_NUMBER)
      {
        n++;
        found += match[i];
      }
  return n > 0 ? found / n - 0.5 : 0;
}

static guint
count_negations (KlComparison *self,
                 const KlWord *words,
                 gsize         n)
{
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    count += (words[i].kind & KL_WORD_NEGATION) != 0;
  return count;
}

/* Of the pairs of found words, how many stand in the same order, less those that do not. */
static double
measure_order (KlComparison *self,
               const KlWord *point,
               gsize         n_point)
{
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (gsize));
  double same = 0, other = 0;

  for (gsize i = 0; i < n_point; i++)
    if (is_content (&point[i]))
      for (gsize j = 0; j < self->n_passage; j++)
        if (self->passage[j].id == point[i].id)
          {
            g_array_append_val (positions, j);
            break;
          }
  for (guint i = 0; i < positions->len; i++)
    for (guint j = i + 1; j < positions->len; j++)
      {
        same += g_array_index (positions, gsize, i) < g_array_index (positions, gsize, j);
        other += g_array_index (positions, gsize, i) > g_array_index (positions, gsize, j);
      }
  return ratio (same - other, same + other, 0);
}

/**
 * kl_comparison_look_back:
 * @self: a comparison
 * @point: (array length=n_point): the words of a point
 * @n_point: how many
 * @passage: (array length=n_passage): words of the explanation in a row
 * @n_passage: how many
 *
 * Returns: (transfer full): for each word of @passage how much it stands for one of @point, 0–1
 */
double *
kl_comparison_look_back (KlComparison *self,
                         const KlWord *point,
                         gsize         n_point,
                         const KlWord *passage,
                         gsize         n_passage)
{
  double *back = g_new0 (double, n_passage + 1);

  set_passage (self, passage, n_passage);
  look_back (self, point, n_point, back);
  return back;
}

/**
 * kl_comparison_measure:
 * @self: a comparison
 * @point: (array length=n_point): the words of a point
 * @n_point: how many
 * @passage: (array length=n_passage): words of the explanation in a row
 * @n_passage: how many
 * @features: (out): what is measured; %KL_FEATURE_ALTERNATIVES is left at 0
 */
void
kl_comparison_measure (KlComparison    *self,
                       const KlWord    *point,
                       gsize            n_point,
                       const KlWord    *passage,
                       gsize            n_passage,
                       KlPointFeatures *features)
{
  g_autofree double *match = g_new0 (double, n_point + 1);
  g_autofree double *back = g_new0 (double, n_passage + 1);
  double *values = features->values;
  guint a, b;

  memset (features, 0, sizeof *features);
  set_passage (self, passage, n_passage);
  for (gsize i = 0; i < n_point; i++)
    match[i] = match_word (self, &point[i]);
  look_back (self, point, n_point, back);

  measure_recall (self, point, n_point, match, features);
  measure_precision (self, back, features);
  measure_pairs (self, point, n_point, features);
  values[KL_FEATURE_TRIGRAMS] = measure_trigrams (self, point, n_point, &values[KL_FEATURE_TRIGRAM_F]);
  values[KL_FEATURE_LENGTH_RATIO] = CLAMP (log (((double) n_passage + 1) / ((double) n_point + 1)), -3, 3);
  values[KL_FEATURE_POINT_LENGTH] = log1p ((double) n_point);
  values[KL_FEATURE_NUMBERS] = measure_numbers (point, n_point, match);
  a = count_negations (self, point, n_point);
  b = count_negations (self, passage, n_passage);
  values[KL_FEATURE_NEGATION] = MIN (b, 3);
  values[KL_FEATURE_NEGATION_DIFFERS] = (a % 2) != (b % 2);
  values[KL_FEATURE_CLAUSE_NEGATION] = measure_clause_negation (self, back, a % 2 != 0);
  values[KL_FEATURE_ORDER] = measure_order (self, point, n_point);
}
