/* kl-point-suggestions.c: which key points a topic could have, from what was written about it
 *
 * What a text says is taken statement by statement (kl-point-statements). What has too few words to be looked for, what
 * a point or gap says already, and what a better candidate says falls out, told by the same words and comparison that
 * explanations are read with.
 *
 * The order is that of their origins (#KlPointOrigin has the reasons), then that in which the sources were given. Where
 * the notes say more than there is room for, those statements of them stay that are about what all of them are about:
 * whose words the others have as well. They stay in reading order, which is what makes sense of them.
 */

#include "config.h"

#include "kl-point-suggestions.h"

#include <math.h>
#include <string.h>

#include "kl-comparison.h"
#include "kl-contradiction.h"
#include "kl-passages.h"
#include "kl-point-statements.h"

/* So many content words must a point have, so many of them beside the words of the title. Who was corrected was told
 * the right words for something that they had named themselves: the shortest of these do not say what they are about.
 */
#define MIN_WORDS 3
#define MIN_WORDS_OF_CORRECTION 4
#define MIN_NEW_WORDS 2

/* So many statements are compared with each other at most, of notes and of all feedback. */
#define MAX_OF_NOTES 48
#define MAX_OF_FEEDBACK 160
/* Of what is suggested, so many may be from notes where feedback has enough to say. */
#define MAX_NOTES_WITH_FEEDBACK (KL_POINT_SUGGESTIONS_MAX / 2)
/* What a topic has already is read up to here, in bytes. */
#define MAX_KNOWN (256 * 1024)
#define N_PASSAGES 8

/* So much of the words of one that the other has makes them say the same. */
#define SAME 0.8

typedef struct
{
  char *text;
  GArray *words;
  guint source;
  KlPointOrigin origin;
  double centrality;
  guint order;
  gboolean is_left_out; /* there are too many */
} Candidate;

typedef struct
{
  KlVocabulary *vocabulary;
  GPtrArray *candidates;
  GHashTable *seen; /* folded texts that are known, or candidates */
  GArray *known;    /* words */
  GArray *all;      /* words, for likeness */
  KlLikeness *likeness;
  KlComparison *comparison;
  KlPassages *passages;
} Search;

static void
candidate_free (Candidate *self)
{
  g_free (self->text);
  g_array_unref (self->words);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Candidate, candidate_free)

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->passages, kl_passages_free);
  g_clear_pointer (&self->comparison, kl_comparison_free);
  g_clear_pointer (&self->likeness, kl_likeness_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->all, g_array_unref);
  g_clear_pointer (&self->vocabulary, kl_vocabulary_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static const KlWord *
words_of (const GArray *words)
{
  return &g_array_index (words, KlWord, 0);
}

/* Letters and digits alone, small ones. */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) folded = g_string_new (NULL);

  for (const char *at = plain != NULL ? plain : ""; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static void
give_title (Search     *self,
            const char *title)
{
  g_autoptr(GArray) words = kl_word_list_new (self->vocabulary, title);

  for (guint i = 0; i < words->len; i++)
    {
      kl_vocabulary_give (self->vocabulary, g_array_index (words, KlWord, i).id);
      kl_vocabulary_give (self->vocabulary, g_array_index (words, KlWord, i).whole);
    }
}

static void
read_known (Search            *self,
            const char        *title,
            const char *const *known)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; known != NULL && known[i] != NULL; i++)
    {
      g_hash_table_add (self->seen, fold (known[i]));
      if (text->len + strlen (known[i]) < MAX_KNOWN)
        g_string_append_printf (text, "%s\n", known[i]);
    }
  /* The title says nothing of what there is to know. */
  g_hash_table_add (self->seen, fold (title));
  self->known = kl_word_list_new (self->vocabulary, text->str);
}

/* An identifier, such as “kube-proxy”, is one word. */
static gboolean
goes_on (const KlWord *word,
         const KlWord *before)
{
  return word->whole != word->id && before->whole == word->whole;
}

/* What is written without spaces was cut into pairs of letters, of which it takes two to make a word. */
static gboolean
has_enough_words (const char    *text,
                  const GArray  *words,
                  KlPointOrigin  origin)
{
  guint n_halves = 0;
  guint n_new = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const KlWord *word = &g_array_index (words, KlWord, i);
      gboolean is_dense = g_unichar_iswide (g_utf8_get_char (text + word->span.start));
      guint halves = is_dense ? 1 : 2;

      if (word->kind & (KL_WORD_FUNCTION | KL_WORD_NUMBER) || (!is_dense && i > 0 && goes_on (word, word - 1)))
        continue;
      n_halves += halves;
      n_new += word->kind & KL_WORD_GIVEN ? 0 : halves;
    }
  return n_halves >= 2 * (origin == KL_POINT_FROM_CORRECTION ? MIN_WORDS_OF_CORRECTION : MIN_WORDS)
         && n_new >= 2 * MIN_NEW_WORDS;
}

static void
add_candidate (Search        *self,
               const char    *text,
               KlPointOrigin  origin,
               guint          source)
{
  g_autoptr(GArray) words = NULL;
  g_autofree char *folded = fold (text);
  Candidate *candidate;

  if (g_hash_table_contains (self->seen, folded))
    return;

  words = kl_word_list_new (self->vocabulary, text);
  if (!has_enough_words (text, words, origin))
    return;

  candidate = g_new0 (Candidate, 1);
  candidate->text = g_strdup (text);
  candidate->words = g_steal_pointer (&words);
  candidate->source = source;
  candidate->origin = origin;
  candidate->order = self->candidates->len;
  g_ptr_array_add (self->candidates, candidate);
  g_hash_table_add (self->seen, g_steal_pointer (&folded));
}

static gboolean
collect (Search               *self,
         const KlPointSource  *sources,
         gsize                 n_sources,
         GCancellable         *cancellable,
         GError              **error)
{
  for (guint origin = 0; origin <= KL_POINT_FROM_NAILED; origin++)
    for (gsize i = 0; i < n_sources; i++)
      {
        g_autoptr(GPtrArray) statements = NULL;

        if (sources[i].origin != origin)
          continue;
        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        statements = kl_point_statements_new (sources[i].text, sources[i].origin);
        for (guint j = 0; j < statements->len; j++)
          add_candidate (self, statements->pdata[j], sources[i].origin, (guint) i);
      }
  return TRUE;
}

/* How many statements of the notes have a word. */
static GHashTable *
count_statements (Search *self)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = self->candidates->pdata[i];
      g_autoptr(GHashTable) own = g_hash_table_new (NULL, NULL);

      for (guint j = 0; candidate->origin == KL_POINT_FROM_NOTES && j < candidate->words->len; j++)
        {
          gpointer id = GUINT_TO_POINTER (g_array_index (candidate->words, KlWord, j).id);

          if (g_hash_table_add (own, id))
            g_hash_table_insert (counts, id,
                                 GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, id))));
        }
    }
  return counts;
}

/* How much of it are words that other statements have as well; of two alike, the one that says it in fewer words. */
static void
weigh_notes (Search *self)
{
  g_autoptr(GHashTable) counts = count_statements (self);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = self->candidates->pdata[i];

      for (guint j = 0; candidate->origin == KL_POINT_FROM_NOTES && j < candidate->words->len; j++)
        {
          const KlWord *word = &g_array_index (candidate->words, KlWord, j);
          guint n_statements = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (word->id)));

          if (!(word->kind & KL_WORD_FUNCTION))
            candidate->centrality += word->weight * log (MAX (n_statements, 1));
        }
      candidate->centrality /= sqrt (candidate->words->len);
    }
}

static int
compare_centrality (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = *(const Candidate *const *) a;
  const Candidate *y = *(const Candidate *const *) b;

  if (x->centrality > y->centrality || x->centrality < y->centrality)
    return x->centrality > y->centrality ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  const Candidate *x = *(const Candidate *const *) a;
  const Candidate *y = *(const Candidate *const *) b;

  if (x->is_left_out != y->is_left_out)
    return x->is_left_out ? 1 : -1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Leaves no more than @max_notes statements of notes, the most central ones, and no more than @max_others others. */
static void
limit (GPtrArray *candidates,
       guint      max_notes,
       guint      max_others)
{
  guint n_notes = 0;
  guint n_others = 0;

  g_ptr_array_sort (candidates, compare_centrality);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = candidates->pdata[i];
      gboolean is_note = candidate->origin == KL_POINT_FROM_NOTES;
      guint *n = is_note ? &n_notes : &n_others;

      candidate->is_left_out = *n >= (is_note ? max_notes : max_others);
      *n += candidate->is_left_out ? 0 : 1;
    }
  g_ptr_array_sort (candidates, compare_order);
  g_ptr_array_set_size (candidates, (int) (n_notes + n_others));
}

static void
prepare_comparison (Search *self)
{
  self->all = g_array_new (FALSE, FALSE, sizeof (KlWord));
  g_array_append_vals (self->all, self->known->data, self->known->len);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = self->candidates->pdata[i];

      g_array_append_vals (self->all, candidate->words->data, candidate->words->len);
    }
  /* Words that only mean something like another do not make two sentences one: there is no word net. */
  self->likeness = kl_likeness_new (self->vocabulary, self->all, NULL);
  self->comparison = kl_comparison_new (self->vocabulary, self->likeness);
  self->passages = kl_passages_new (self->vocabulary, self->known);
}

/* Whether @candidate has nothing that @passage does not say, or, where @both_ways, the other way round. */
static gboolean
says_the_same (Search          *self,
               const Candidate *candidate,
               const KlWord    *passage,
               gsize            n_passage,
               gboolean         both_ways)
{
  const KlWord *words = words_of (candidate->words);
  KlPointFeatures features = { { 0 } };
  KlReadingReason reason;

  kl_comparison_measure (self->comparison, words, candidate->words->len, passage, n_passage, &features);
  if (features.values[KL_FEATURE_RECALL] < SAME && !(both_ways && features.values[KL_FEATURE_PRECISION] >= SAME))
    return FALSE;

  reason = kl_contradiction_find (self->likeness, words, candidate->words->len, passage, n_passage);
  return reason != KL_READING_NEGATED && reason != KL_READING_NUMBER;
}

/* Three points that name a thing each do not say what these have to do with each other: one has to say it. */
static gboolean
is_known (Search          *self,
          const Candidate *candidate)
{
  KlPassage found[N_PASSAGES];
  guint n = kl_passages_find (self->passages, self->likeness, candidate->words, found, N_PASSAGES);

  for (guint i = 0; i < n; i++)
    {
      const KlWord *words = words_of (self->known) + found[i].first;

      if (words[0].sentence == words[found[i].n - 1].sentence
          && says_the_same (self, candidate, words, found[i].n, FALSE))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_among (Search          *self,
          GPtrArray       *accepted,
          const Candidate *candidate)
{
  for (guint i = 0; i < accepted->len; i++)
    {
      const Candidate *other = accepted->pdata[i];

      if (says_the_same (self, candidate, words_of (other->words), other->words->len, TRUE))
        return TRUE;
    }
  return FALSE;
}

/* In order of origin: of two that say the same, the better one stays. */
static gboolean
choose (Search        *self,
        GPtrArray     *accepted,
        GCancellable  *cancellable,
        GError       **error)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = self->candidates->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!is_known (self, candidate) && !is_among (self, accepted, candidate))
        g_ptr_array_add (accepted, candidate);
    }
  return TRUE;
}

/* The first ones, but half of the room at least for feedback, if it has so much to say. */
static void
cut_to_size (GPtrArray *accepted)
{
  guint n_notes = 0;
  guint n_others;

  for (guint i = 0; i < accepted->len; i++)
    n_notes += ((const Candidate *) accepted->pdata[i])->origin == KL_POINT_FROM_NOTES;
  n_others = accepted->len - n_notes;
  n_notes
    = MIN (n_notes, MAX (MAX_NOTES_WITH_FEEDBACK, KL_POINT_SUGGESTIONS_MAX - MIN (n_others, KL_POINT_SUGGESTIONS_MAX)));
  limit (accepted, n_notes, G_MAXUINT);
  if (accepted->len > KL_POINT_SUGGESTIONS_MAX)
    g_ptr_array_set_size (accepted, KL_POINT_SUGGESTIONS_MAX);
}

static void
clear_suggestion (gpointer data)
{
  g_free (((KlPointSuggestion *) data)->text);
}

static GArray *
list_suggestions (GPtrArray *accepted)
{
  GArray *suggestions = g_array_new (FALSE, FALSE, sizeof (KlPointSuggestion));

  g_array_set_clear_func (suggestions, clear_suggestion);
  for (guint i = 0; i < accepted->len; i++)
    {
      const Candidate *candidate = accepted->pdata[i];
      KlPointSuggestion suggestion = { g_strdup (candidate->text), candidate->source };

      g_array_append_val (suggestions, suggestion);
    }
  return suggestions;
}

/* The first texts tell enough. */
static const KlLanguage *
guess_language (const KlPointSource *sources,
                gsize                n_sources)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n_sources && text->len < 4096; i++)
    g_string_append_printf (text, "%s\n", sources[i].text);
  return kl_language_guess (text->str);
}

/**
 * kl_point_suggestions_find:
 * @language: (nullable): of the texts, such as “de”; %NULL to tell it from them
 * @title: the title of the topic
 * @known: (nullable) (array zero-terminated=1): points and gaps that it has
 * @sources: (array length=n_sources): what to find points in, of each origin the best first
 * @n_sources: how many
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * It may take long where there is much to read: call it in a thread. The same texts give the same points.
 *
 * Returns: (transfer full) (nullable) (element-type KlPointSuggestion): the candidates, the best first, at most
 *   %KL_POINT_SUGGESTIONS_MAX; %NULL only where it was cancelled
 */
GArray *
kl_point_suggestions_find (const char           *language,
                           const char           *title,
                           const char *const    *known,
                           const KlPointSource  *sources,
                           gsize                 n_sources,
                           GCancellable         *cancellable,
                           GError              **error)
{
  const KlLanguage *of_texts = language != NULL ? kl_language_find (language) : guess_language (sources, n_sources);
  g_autoptr(GPtrArray) accepted = g_ptr_array_new ();
  g_auto(Search) search = { 0 };

  search.vocabulary = kl_vocabulary_new (of_texts);
  search.candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  search.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  give_title (&search, title);
  read_known (&search, title, known);
  if (!collect (&search, sources, n_sources, cancellable, error))
    return NULL;

  weigh_notes (&search);
  limit (search.candidates, MAX_OF_NOTES, MAX_OF_FEEDBACK);
  prepare_comparison (&search);
  if (!choose (&search, accepted, cancellable, error))
    return NULL;
  cut_to_size (accepted);
  return list_suggestions (accepted);
}
