/* kl-word-net.c: which words can mean the same, from the files of WordNet as they are in its packages
 *
 * The formats are described in the manual page wndb(5WN): an index has a sorted line for each word with the offsets of
 * its sets of synonyms, and the data has a line for each set with pointers to related ones. The files are given as bytes,
 * so that they can be mapped, and nothing in them is trusted.
 */

#include "config.h"

#include "kl-word-net.h"

#include <string.h>

/* The most frequent meanings come first; the others are more often wrong than right. */
#define MAX_SENSES 4
#define MAX_POINTERS 12

struct _KlWordNet
{
  gatomicrefcount references;
  GBytes *indexes[KL_WORD_NET_N_PARTS];
  GBytes *data[KL_WORD_NET_N_PARTS];
};

G_DEFINE_BOXED_TYPE (KlWordNet, kl_word_net, kl_word_net_ref, kl_word_net_unref)

/* Endings that are taken off, and what comes in their place, by part of speech. */
static const struct
{
  KlWordNetPart part;
  const char *ending;
  const char *instead;
} endings[] = {
  { KL_WORD_NET_NOUN, "s", "" },       { KL_WORD_NET_NOUN, "ses", "s" },    { KL_WORD_NET_NOUN, "xes", "x" },
  { KL_WORD_NET_NOUN, "zes", "z" },    { KL_WORD_NET_NOUN, "ches", "ch" },  { KL_WORD_NET_NOUN, "shes", "sh" },
  { KL_WORD_NET_NOUN, "men", "man" },  { KL_WORD_NET_NOUN, "ies", "y" },    { KL_WORD_NET_VERB, "s", "" },
  { KL_WORD_NET_VERB, "ies", "y" },    { KL_WORD_NET_VERB, "es", "e" },     { KL_WORD_NET_VERB, "es", "" },
  { KL_WORD_NET_VERB, "ed", "e" },     { KL_WORD_NET_VERB, "ed", "" },      { KL_WORD_NET_VERB, "ing", "e" },
  { KL_WORD_NET_VERB, "ing", "" },     { KL_WORD_NET_ADJECTIVE, "er", "" }, { KL_WORD_NET_ADJECTIVE, "est", "" },
  { KL_WORD_NET_ADJECTIVE, "er", "e" }, { KL_WORD_NET_ADJECTIVE, "est", "e" },
};

/**
 * kl_word_net_new:
 * @indexes: (array fixed-size=4): index.noun, index.verb, index.adj and index.adv
 * @data: (array fixed-size=4): data.noun, data.verb, data.adj and data.adv
 *
 * Returns: (transfer full): the word net in them
 */
KlWordNet *
kl_word_net_new (GBytes *const *indexes,
                 GBytes *const *data)
{
  KlWordNet *self = g_new0 (KlWordNet, 1);

  g_atomic_ref_count_init (&self->references);
  for (guint i = 0; i < KL_WORD_NET_N_PARTS; i++)
    {
      self->indexes[i] = g_bytes_ref (indexes[i]);
      self->data[i] = g_bytes_ref (data[i]);
    }
  return self;
}

KlWordNet *
kl_word_net_ref (KlWordNet *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
kl_word_net_unref (KlWordNet *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < KL_WORD_NET_N_PARTS; i++)
    {
      g_bytes_unref (self->indexes[i]);
      g_bytes_unref (self->data[i]);
    }
  g_free (self);
}

/* The line that @at lies in, without its end; at most 64 KiB of it. */
static char *
dup_line (const char *text,
          gsize       size,
          gsize       at)
{
  const char *end = memchr (text + at, '\n', MIN (size - at, 65536));

  return end != NULL ? g_strndup (text + at, (gsize) (end - (text + at))) : NULL;
}

static gsize
find_start (const char *text,
            gsize       at)
{
  while (at > 0 && text[at - 1] != '\n')
    at--;
  return at;
}

/* Compares as the index is sorted, by bytes up to the first blank. */
static int
compare_lemma (const char *text,
               gsize       size,
               gsize       at,
               const char *lemma)
{
  for (; at < size; at++, lemma++)
    {
      int here = text[at] == ' ' ? 0 : (guchar) text[at];

      if (here != (guchar) *lemma)
        return here - (guchar) *lemma;
      if (here == 0)
        return 0;
    }
  return 1;
}

static char *
find_entry (GBytes     *index,
            const char *lemma)
{
  gsize size;
  const char *text = g_bytes_get_data (index, &size);
  gsize low = 0;
  gsize high = size;

  while (low < high)
    {
      gsize at = find_start (text, low + (high - low) / 2);
      int order = compare_lemma (text, size, at, lemma);

      if (order == 0)
        return dup_line (text, size, at);
      if (order > 0)
        high = at;
      else
        {
          const char *end = memchr (text + at, '\n', size - at);

          low = end != NULL ? (gsize) (end - text) + 1 : size;
        }
    }
  return NULL;
}

static void
add_meaning (GArray       *meanings,
             KlWordNetPart part,
             guint64       offset,
             guint         steps)
{
  KlMeaning meaning = { ((guint64) part << 32) | offset, steps };

  for (guint i = 0; i < meanings->len; i++)
    if (g_array_index (meanings, KlMeaning, i).synset == meaning.synset)
      {
        g_array_index (meanings, KlMeaning, i).steps = MIN (g_array_index (meanings, KlMeaning, i).steps, steps);
        return;
      }
  g_array_append_val (meanings, meaning);
}

static gboolean
find_part (const char    *letter,
           KlWordNetPart *part)
{
  static const char letters[] = "nvar";
  const char *at = *letter != '\0' ? strchr (letters, *letter) : NULL;

  if (at == NULL)
    return FALSE;
  *part = (KlWordNetPart) (at - letters);
  return TRUE;
}

/* What is one step away: what it is a kind of, similar words, and those of the same family. */
static gboolean
is_followed (const char *pointer)
{
  return strcmp (pointer, "@") == 0 || strcmp (pointer, "&") == 0 || strcmp (pointer, "+") == 0
         || strcmp (pointer, "$") == 0 || strcmp (pointer, "\\") == 0;
}

static void
follow (const KlWordNet *self,
        KlWordNetPart    part,
        guint64          offset,
        GArray          *meanings)
{
  gsize size;
  const char *text = g_bytes_get_data (self->data[part], &size);
  g_autofree char *line = offset < size ? dup_line (text, size, (gsize) offset) : NULL;
  g_auto(GStrv) words = line != NULL ? g_strsplit (line, " ", 400) : NULL;
  guint n = words != NULL ? g_strv_length (words) : 0;
  guint64 n_words;
  guint64 n_pointers;
  guint at;

  if (n < 5 || !g_ascii_string_to_unsigned (words[3], 16, 0, 255, &n_words, NULL))
    return;
  at = 4 + 2 * (guint) n_words;
  if (at >= n || !g_ascii_string_to_unsigned (words[at], 10, 0, 999, &n_pointers, NULL))
    return;
  for (guint i = 0, kept = 0; i < n_pointers && kept < MAX_POINTERS && at + 4 * i + 3 < n; i++)
    {
      const char *const *pointer = (const char *const *) words + at + 1 + 4 * i;
      KlWordNetPart other;
      guint64 target;

      if (!is_followed (pointer[0]) || !find_part (pointer[2], &other)
          || !g_ascii_string_to_unsigned (pointer[1], 10, 0, G_MAXUINT32, &target, NULL))
        continue;
      add_meaning (meanings, other, target, 1);
      kept++;
    }
}

/* An index line: lemma part n_synsets n_pointers pointers… n_senses n_tagged offsets… */
static void
add_entry (const KlWordNet *self,
           KlWordNetPart    part,
           const char      *line,
           GArray          *meanings)
{
  g_auto(GStrv) words = g_strsplit (line, " ", 200);
  guint n = g_strv_length (words);
  guint64 n_pointers;
  guint first;

  if (n < 4 || !g_ascii_string_to_unsigned (words[3], 10, 0, 100, &n_pointers, NULL))
    return;
  first = 4 + (guint) n_pointers + 2;
  for (guint i = first; i < n && i < first + MAX_SENSES; i++)
    {
      guint64 offset;

      if (!g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXUINT32, &offset, NULL))
        continue;
      add_meaning (meanings, part, offset, 0);
      follow (self, part, offset, meanings);
    }
}

static gboolean
add_lemma (const KlWordNet *self,
           KlWordNetPart    part,
           const char      *lemma,
           GArray          *meanings)
{
  g_autofree char *line = find_entry (self->indexes[part], lemma);

  if (line != NULL)
    add_entry (self, part, line, meanings);
  return line != NULL;
}

/**
 * kl_word_net_find:
 * @self: a word net
 * @word: in small letters, in any form
 *
 * Returns: (transfer full) (element-type KlMeaning): what it can mean; empty where it is not known
 */
GArray *
kl_word_net_find (const KlWordNet *self,
                  const char      *word)
{
  GArray *meanings = g_array_new (FALSE, FALSE, sizeof (KlMeaning));
  gsize length = strlen (word);
  gboolean found[KL_WORD_NET_N_PARTS];

  for (guint part = 0; part < KL_WORD_NET_N_PARTS; part++)
    found[part] = add_lemma (self, (KlWordNetPart) part, word, meanings);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (!found[endings[i].part] && g_str_has_suffix (word, endings[i].ending)
        && length > strlen (endings[i].ending) + 1)
      {
        g_autofree char *stem = g_strndup (word, length - strlen (endings[i].ending));
        g_autofree char *lemma = g_strconcat (stem, endings[i].instead, NULL);

        found[endings[i].part] = add_lemma (self, endings[i].part, lemma, meanings);
      }
  return meanings;
}

/**
 * kl_word_net_compare:
 * @meanings: (element-type KlMeaning): what one word can mean
 * @others: (element-type KlMeaning): what another can mean
 *
 * Returns: how much one can stand for the other: 0.8 where they can mean the same, 0.6 where a meaning of one is a step
 *   from one of the other, 0 else
 */
double
kl_word_net_compare (const GArray *meanings,
                     const GArray *others)
{
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < meanings->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        const KlMeaning *a = &g_array_index (meanings, KlMeaning, i);
        const KlMeaning *b = &g_array_index (others, KlMeaning, j);

        if (a->synset == b->synset)
          fewest = MIN (fewest, a->steps + b->steps);
      }
  return fewest == 0 ? 0.8 : fewest == 1 ? 0.6 : 0;
}
