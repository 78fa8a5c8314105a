/* kl-point-evidence.c: what of an explanation speaks for a point, and the words of the point that it has not */

#include "config.h"

#include "kl-point-evidence.h"

/* Adds a place, or makes the last one longer where it goes on or reaches into this one. */
static void
add_span (GArray           *evidence,
          const KlTextSpan *span,
          gboolean          goes_on)
{
  KlTextSpan *last = evidence->len > 0 ? &g_array_index (evidence, KlTextSpan, evidence->len - 1) : NULL;

  if (last != NULL && (goes_on || span->start < last->end))
    last->end = MAX (last->end, span->end);
  else
    g_array_append_val (evidence, *span);
}

/* The identifier that a word of a passage is a part of, or the word itself. */
static KlTextSpan
get_whole_span (const KlWord *words,
                gsize         n,
                gsize         i)
{
  KlTextSpan span = words[i].span;

  if (words[i].whole == words[i].id)
    return span;
  for (gsize j = i; j > 0 && words[j - 1].whole == words[i].whole; j--)
    span.start = words[j - 1].span.start;
  for (gsize j = i + 1; j < n && words[j].whole == words[i].whole; j++)
    span.end = MAX (span.end, words[j].span.end);
  return span;
}

/**
 * kl_point_evidence_find:
 * @comparison: compares the words of the explanation
 * @point: (element-type KlWord): the words of a point
 * @passage: (array length=n_passage): words of the explanation in a row
 * @n_passage: how many
 *
 * Words that stand side by side, or with nothing but function words between them, are one place.
 *
 * Returns: (transfer full) (element-type KlTextSpan): the places that speak for the point, in order, apart from each
 *   other
 */
GArray *
kl_point_evidence_find (KlComparison *comparison,
                        const GArray *point,
                        const KlWord *passage,
                        gsize         n_passage)
{
  const KlWord *own = &g_array_index (point, KlWord, 0);
  g_autofree double *back = kl_comparison_look_back (comparison, own, point->len, passage, n_passage);
  GArray *evidence = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
  gboolean goes_on = FALSE;

  for (gsize i = 0; i < n_passage; i++)
    {
      if (passage[i].kind & KL_WORD_FUNCTION)
        continue;
      if (back[i] > 0)
        {
          KlTextSpan span = get_whole_span (passage, n_passage, i);

          add_span (evidence, &span, goes_on && i > 0 && passage[i].sentence == passage[i - 1].sentence);
        }
      goes_on = back[i] > 0;
    }
  return evidence;
}

typedef struct
{
  const KlWord *word;
  double weight;
} Missing;

static int
compare_missing (gconstpointer a,
                 gconstpointer b)
{
  const Missing *x = a;
  const Missing *y = b;

  if (x->weight > y->weight || x->weight < y->weight)
    return x->weight > y->weight ? -1 : 1;
  return x->word->span.start < y->word->span.start ? -1 : 1;
}

/**
 * kl_point_evidence_list_missing:
 * @likeness: knows the words of the explanation
 * @text: the point as it is written
 * @point: (element-type KlWord): its words
 *
 * Returns: (transfer full): the words of the point that stand nowhere in the explanation, as it writes them, the rarest
 *   first
 */
char **
kl_point_evidence_list_missing (KlLikeness   *likeness,
                                const char   *text,
                                const GArray *point)
{
  g_autoptr(GArray) missing = g_array_new (FALSE, FALSE, sizeof (Missing));
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < point->len; i++)
    {
      Missing one = { &g_array_index (point, KlWord, i), 0.0 };

      one.weight = one.word->weight;
      if (!(one.word->kind & KL_WORD_FUNCTION)
          && kl_likeness_find (likeness, one.word)->len == 0)
        g_array_append_val (missing, one);
    }
  g_array_sort (missing, compare_missing);
  for (guint i = 0; i < missing->len; i++)
    {
      const KlTextSpan *span = &g_array_index (missing, Missing, i).word->span;
      g_autofree char *word = g_strndup (text + span->start, span->end - span->start);

      if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}
