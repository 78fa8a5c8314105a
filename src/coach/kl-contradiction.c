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

/* “Not only” denies nothing. */
static const char *const onlies[] = { "only", "just", "merely", "nur", "bloß", "seulement", "solo", "sólo",
                                      "só",   "apenas", "alleen", "bara", "kun", "только" };

/* Words that begin another sentence within one. */
static const char *const breaks[]
  = { "because", "since",    "as",    "so",  "that", "which", "who", "when", "while",  "if",     "where", "but",
      "until",   "unless",   "parce", "que", "qui",  "quand", "si",  "mais", "porque", "cuando", "pero",  "perché",
      "che",     "although", "quando" };

/* So many words behind “by” at most stands who acts. */
#define MAX_AGENT 4

/* What a negation denies stands at most so many words of content before it, or words of any kind behind it. */
#define MAX_BACK 3
#define MAX_AHEAD 12

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

/* Whether @word, of the passage, stands for a word of content of @point. */
static gboolean
has_match (KlLikeness   *likeness,
           const Clause *point,
           const KlWord *word)
{
  const Clause only = { word, 1 };

  for (gsize i = 0; i < point->n; i++)
    if (is_content (&point->words[i]) && find_word (likeness, &point->words[i], &only) == 0)
      return TRUE;

  return FALSE;
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

static gboolean
is_one_of (KlLikeness        *likeness,
           const KlWord      *word,
           const char *const *words,
           gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (kl_likeness_get_word (likeness, word), words[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_any (KlLikeness        *likeness,
         const Clause      *clause,
         const char *const *words,
         gsize              n_words)
{
  for (gsize i = 0; i < clause->n; i++)
    if (is_one_of (likeness, &clause->words[i], words, n_words))
      return TRUE;

  return FALSE;
}

static gboolean
is_negation (KlLikeness   *likeness,
             const Clause *clause,
             gsize         i)
{
  if (!(clause->words[i].kind & KL_WORD_NEGATION))
    return FALSE;

  return i + 1 == clause->n || !is_one_of (likeness, &clause->words[i + 1], onlies, G_N_ELEMENTS (onlies));
}

static guint
count_negations (KlLikeness   *likeness,
                 const Clause *clause)
{
  guint n = 0;

  for (gsize i = 0; i < clause->n; i++)
    n += is_negation (likeness, clause, i) ? 1 : 0;
  return n;
}

/* Whether @other speaks of the word at @i of @clause, and @clause does not say it a second time. Of a long clause few
 * words come to the second question. */
static gboolean
is_shared (KlLikeness   *likeness,
           const Clause *clause,
           gsize         i,
           const Clause *other,
           gboolean      clause_is_point)
{
  gboolean is_there = clause_is_point ? find_word (likeness, &clause->words[i], other) < other->n
                                      : has_match (likeness, other, &clause->words[i]);

  for (gsize j = 0; is_there && j < clause->n; j++)
    if (j != i && clause->words[j].id == clause->words[i].id)
      return FALSE;

  return is_there;
}

/* Whether what the negation at @negation denies is something that @other speaks of, rather than something beside it:
 * the next word of content; an adverb says how, not what. At the end of a clause it denies what stands before it. */
static gboolean
denies_shared (KlLikeness   *likeness,
               const Clause *clause,
               gsize         negation,
               const Clause *other,
               gboolean      clause_is_point)
{
  guint n_back = 0;

  for (gsize i = negation + 1; i < clause->n && i <= negation + MAX_AHEAD; i++)
    if (is_content (&clause->words[i]))
      {
        if (is_shared (likeness, clause, i, other, clause_is_point))
          return TRUE;
        if (!g_str_has_suffix (kl_likeness_get_word (likeness, &clause->words[i]), "ly"))
          return FALSE;
      }
  for (gsize i = negation; i > 0 && negation + 1 == clause->n && n_back < MAX_BACK; i--)
    if (is_content (&clause->words[i - 1]))
      {
        n_back++;
        if (is_shared (likeness, clause, i - 1, other, clause_is_point))
          return TRUE;
      }
  return FALSE;
}

/* Whether a negation in @clause denies something that @other speaks of. */
static gboolean
denies_part_of (KlLikeness   *likeness,
                const Clause *clause,
                const Clause *other,
                gboolean      clause_is_point)
{
  for (gsize i = 0; i < clause->n; i++)
    if (is_negation (likeness, clause, i) && denies_shared (likeness, clause, i, other, clause_is_point))
      return TRUE;

  return FALSE;
}

/* Whether one of the two denies what the other says. Where both deny something, or one denies twice, nobody can tell
 * from the words. */
static gboolean
is_contrary (KlLikeness   *likeness,
             const Clause *point,
             const Clause *clause)
{
  guint in_point = count_negations (likeness, point);
  guint in_clause = count_negations (likeness, clause);

  if (in_clause == 0 && in_point % 2 != 0)
    return denies_part_of (likeness, point, clause, TRUE);
  return in_point == 0 && in_clause % 2 != 0 && denies_part_of (likeness, clause, point, FALSE);
}

/* Where @clause says by a word of its own who acts, such as “is watched by”: from its auxiliary on. Its length where it
 * does not; “by watching” says how. */
static gsize
find_passive (KlLikeness   *likeness,
              const Clause *clause,
              gsize        *agent)
{
  gsize auxiliary = clause->n;

  for (gsize i = 0; i + 1 < clause->n; i++)
    {
      if (is_one_of (likeness, &clause->words[i], auxiliaries, G_N_ELEMENTS (auxiliaries)))
        auxiliary = i;
      *agent = i;
      if (auxiliary < clause->n && is_one_of (likeness, &clause->words[i], agents, G_N_ELEMENTS (agents))
          && !g_str_has_suffix (kl_likeness_get_word (likeness, &clause->words[i + 1]), "ing"))
        return auxiliary;
    }
  return clause->n;
}

/* Whether @places, of words of one sentence in @clause, are those of its passive: what is done stands behind the
 * auxiliary, and who acts behind “by”. */
static gboolean
is_passive (KlLikeness   *likeness,
            const Clause *clause,
            const gsize  *places,
            gsize         n)
{
  gsize agent = 0;
  gsize auxiliary = find_passive (likeness, clause, &agent);
  gsize last = MAX (places[0], places[n - 1]);

  if (auxiliary == clause->n || last < agent || last - agent > MAX_AGENT)
    return FALSE;
  for (gsize i = 1; i + 1 < n; i++)
    if (places[i] > auxiliary)
      return TRUE;

  return FALSE;
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

/* Whether a word stands between two places that begins another sentence. */
static gboolean
is_broken (KlLikeness   *likeness,
           const Clause *clause,
           gsize         from,
           gsize         to)
{
  const Clause between = { clause->words + from, to - from };

  return has_any (likeness, &between, breaks, G_N_ELEMENTS (breaks));
}

/* The places in @clause of the words of content of @point, in the order of @point, and their own places there. */
static gsize
find_places (KlLikeness   *likeness,
             const Clause *point,
             const Clause *clause,
             gsize        *places,
             gsize        *own)
{
  gsize n = 0;

  for (gsize i = 0; i < point->n; i++)
    if (is_content (&point->words[i]))
      {
        gsize place = find_word (likeness, &point->words[i], clause);

        if (place < clause->n)
          {
            own[n] = i;
            places[n++] = place;
          }
      }
  return n;
}

/* The first and the last content word around one between them: in the same order, or turned around? */
static gboolean
is_swapped (KlLikeness   *likeness,
            const Clause *point,
            const Clause *clause)
{
  g_autofree gsize *places = g_new (gsize, point->n + 1);
  g_autofree gsize *own = g_new (gsize, point->n + 1);
  gsize n = find_places (likeness, point, clause, places, own);
  gboolean voices_differ;
  gsize from, to;

  if (n < 3)
    return FALSE;
  from = MIN (places[0], places[n - 1]);
  to = MAX (places[0], places[n - 1]);
  voices_differ = is_passive (likeness, point, own, n) != is_passive (likeness, clause, places, n);
  if ((!voices_differ && may_be_passive (likeness, point, clause)) || is_broken (likeness, clause, from, to)
      || is_broken (likeness, point, own[0], own[n - 1]))
    return FALSE;
  /* The verb has to stand between the two on both sides, else it is another sentence. */
  for (gsize i = 1; i + 1 < n; i++)
    if (places[i] > from && places[i] < to)
      return (places[0] > places[n - 1]) != voices_differ;

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

/* What the clauses of the passage that have nearly all of @point say otherwise; nothing where one of them says it. */
static KlReadingReason
check_clause (KlLikeness   *likeness,
              const Clause *point,
              const KlWord *passage,
              gsize         n_passage)
{
  KlReadingReason reason = KL_READING_WORDS;

  for (gsize from = 0; from < n_passage;)
    {
      Clause clause = next_clause (passage, n_passage, from);

      from += clause.n;
      if (measure_overlap (likeness, point, &clause) < SAME_CLAUSE)
        continue;
      if (is_contrary (likeness, point, &clause))
        reason = KL_READING_NEGATED;
      else if (is_swapped (likeness, point, &clause))
        reason = KL_READING_SWAPPED;
      else
        return KL_READING_WORDS;
    }
  return reason;
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
      KlReadingReason reason = check_clause (likeness, &clause, passage, n_passage);

      from += clause.n;
      if (reason != KL_READING_WORDS)
        return reason;
    }
  if (measure_overlap (likeness, &all, &whole) >= SAME_PASSAGE && has_other_number (likeness, point, n_point, &whole))
    return KL_READING_NUMBER;
  return KL_READING_WORDS;
}
