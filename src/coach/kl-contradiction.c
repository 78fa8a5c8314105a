/* kl-contradiction.c: a passage that has the words of a point and says something else
 *
 * Three things that words alone do not show: the contrary (“does not depend” for “depends”), who does what to whom
 * (“the API server watches kube-proxy” for “kube-proxy watches the API server”) and another number. Each is only said
 * where nearly all other words of the point stand in one clause, so that seldom something right is called wrong.
 */

#include "config.h"

#include "kl-contradiction.h"

#include <string.h>

/* So much of a clause of the point, by weight, has to stand in one clause of the passage. */
#define SAME_CLAUSE 0.75
#define SAME_PASSAGE 0.6

/* Words that turn who acts and who is acted on around, in the languages that say it by a word of its own. */
static const char *const agents[] = { "by", "von", "vom", "durch", "par", "por", "da", "door", "av" };

/* Words that can make a passive: “state is stored in etcd” for “etcd stores state”. */
static const char *const auxiliaries[] = { "is",  "are",    "was",   "were", "be",  "been", "being", "gets", "wird",
                                           "werden", "wurde", "wurden", "est",  "sont", "es",  "son",   "fue" };

typedef struct
{
  const KlWord *words;
  gsize n;
} Clause;

static gboolean
is_content (const KlWord *word)
{
  return !(word->kind & KL_WORD_FUNCTION);
}

static Clause
next_clause (const KlWord *words,
             gsize         n,
             gsize         from)
{
  gsize to = from;

  while (to < n && words[to].clause == words[from].clause)
    to++;
  return (Clause) { words + from, to - from };
}

/* Where in @clause a word stands for @word; its length where none does. */
static gsize
find_word (KlLikeness   *likeness,
           const KlWord *word,
           const Clause *clause)
{
  const GArray *alike = kl_likeness_find (likeness, word);

  for (gsize i = 0; i < clause->n; i++)
    for (guint j = 0; j < alike->len; j++)
      if (g_array_index (alike, KlAlike, j).id == clause->words[i].id
          || g_array_index (alike, KlAlike, j).id == clause->words[i].whole)
        return i;

  return clause->n;
}

static double
measure_overlap (KlLikeness   *likeness,
                 const Clause *point,
                 const Clause *clause)
{
  double all = 0;
  double found = 0;

  for (gsize i = 0; i < point->n; i++)
    if (is_content (&point->words[i]))
      {
        all += point->words[i].weight;
        if (find_word (likeness, &point->words[i], clause) < clause->n)
          found += point->words[i].weight;
      }
  return all > 0 ? found / all : 0;
}

/* The clause of the passage that has most of @point. */
static Clause
find_clause (KlLikeness   *likeness,
             const Clause *point,
             const KlWord *passage,
             gsize         n_passage,
             double       *overlap)
{
  Clause best = { passage, 0 };

  *overlap = 0;
  for (gsize from = 0; from < n_passage;)
    {
      Clause clause = next_clause (passage, n_passage, from);
      double these = measure_overlap (likeness, point, &clause);

      if (these > *overlap)
        {
          *overlap = these;
          best = clause;
        }
      from += clause.n;
    }
  return best;
}

static gboolean
is_negated (const Clause *clause)
{
  guint n = 0;

  for (gsize i = 0; i < clause->n; i++)
    n += (clause->words[i].kind & KL_WORD_NEGATION) != 0;
  return n % 2 != 0;
}

static gboolean
has_any (KlLikeness        *likeness,
         const Clause      *clause,
         const char *const *words,
         gsize              n_words)
{
  for (gsize i = 0; i < clause->n; i++)
    for (gsize j = 0; j < n_words; j++)
      if (strcmp (kl_likeness_get_word (likeness, &clause->words[i]), words[j]) == 0)
        return TRUE;

  return FALSE;
}

/* Whether only one of the two says who acts after what is done. */
static gboolean
differ_in_voice (KlLikeness   *likeness,
                 const Clause *a,
                 const Clause *b)
{
  return has_any (likeness, a, agents, G_N_ELEMENTS (agents)) != has_any (likeness, b, agents, G_N_ELEMENTS (agents));
}

/* Whether one of the two may be passive, without saying who acts, so that its order tells nothing. */
static gboolean
may_be_passive (KlLikeness   *likeness,
                const Clause *a,
                const Clause *b)
{
  return has_any (likeness, a, auxiliaries, G_N_ELEMENTS (auxiliaries))
         != has_any (likeness, b, auxiliaries, G_N_ELEMENTS (auxiliaries));
}

/* The first and the last content word around one between them: in the same order, or turned around? */
static gboolean
is_swapped (KlLikeness   *likeness,
            const Clause *point,
            const Clause *clause)
{
  g_autofree gsize *places = g_new (gsize, point->n + 1);
  gsize n = 0;
  gboolean turned;

  for (gsize i = 0; i < point->n; i++)
    if (is_content (&point->words[i]))
      {
        gsize place = find_word (likeness, &point->words[i], clause);

        if (place < clause->n)
          places[n++] = place;
      }
  if (n < 3 || (!differ_in_voice (likeness, point, clause) && may_be_passive (likeness, point, clause)))
    return FALSE;
  /* The verb has to stand between the two on both sides, else it is another sentence. */
  turned = places[0] > places[n - 1];
  for (gsize i = 1; i + 1 < n; i++)
    if (places[i] > MIN (places[0], places[n - 1]) && places[i] < MAX (places[0], places[n - 1]))
      return turned != differ_in_voice (likeness, point, clause);

  return FALSE;
}

static gboolean
has_other_number (KlLikeness   *likeness,
                  const KlWord *point,
                  gsize         n_point,
                  const Clause *passage)
{
  gboolean missing = FALSE;
  gboolean any = FALSE;

  for (gsize i = 0; i < n_point; i++)
    if (point[i].kind & KL_WORD_NUMBER && find_word (likeness, &point[i], passage) == passage->n)
      missing = TRUE;
  for (gsize i = 0; i < passage->n && missing; i++)
    if (passage->words[i].kind & KL_WORD_NUMBER)
      {
        const Clause whole = { point, n_point };

        any = any || find_word (likeness, &passage->words[i], &whole) == n_point;
      }
  return any;
}

/**
 * kl_contradiction_find:
 * @likeness: knows which words are alike
 * @point: (array length=n_point): the words of a point
 * @n_point: how many
 * @passage: (array length=n_passage): what speaks for it most
 * @n_passage: how many words it has
 *
 * Returns: what the passage says otherwise than the point; %KL_READING_WORDS where nothing is seen
 */
KlReadingReason
kl_contradiction_find (KlLikeness   *likeness,
                       const KlWord *point,
                       gsize         n_point,
                       const KlWord *passage,
                       gsize         n_passage)
{
  const Clause all = { point, n_point };
  const Clause whole = { passage, n_passage };

  for (gsize from = 0; from < n_point;)
    {
      Clause clause = next_clause (point, n_point, from);
      double overlap;
      Clause said = find_clause (likeness, &clause, passage, n_passage, &overlap);

      from += clause.n;
      if (overlap < SAME_CLAUSE)
        continue;
      if (is_negated (&clause) != is_negated (&said))
        return KL_READING_NEGATED;
      if (is_swapped (likeness, &clause, &said))
        return KL_READING_SWAPPED;
    }
  if (measure_overlap (likeness, &all, &whole) >= SAME_PASSAGE && has_other_number (likeness, point, n_point, &whole))
    return KL_READING_NUMBER;
  return KL_READING_WORDS;
}
