/* kl-word-net.c: which words can mean the same, from the files of WordNet as they are in its packages
 *
 * The formats are described in the manual page wndb(5WN): an index has a sorted line for each word with the offsets of
 * its sets of synonyms, and the data has a line for each set with pointers to related ones. The files are given as
 * bytes, so that they can be mapped, and nothing in them is trusted.
 */

#include "config.h"

#include "kl-word-net.h"

#include <string.h>

/* The most frequent meanings come first; the others are more often wrong than right. */
#define MAX_SENSES 4
#define MAX_POINTERS 12
/* No word is longer, in bytes. */
#define MAX_LENGTH 60

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

/* Words of one line, parted by blanks. */
typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static Cursor
cursor_new (const char *text,
            gsize       size,
            gsize       at)
{
  const char *start = text + MIN (at, size);
  const char *end = at < size ? memchr (start, '\n', size - at) : NULL;

  return (Cursor) { start, end != NULL ? end : text + size };
}

/* The next word, of at most @size - 1 bytes; %FALSE at the end of the line and for a longer word. */
static gboolean
cursor_next (Cursor *self,
             char   *word,
             gsize   size)
{
  gsize n = 0;

  while (self->at < self->end && *self->at == ' ')
    self->at++;
  while (self->at < self->end && *self->at != ' ')
    {
      if (n + 1 >= size)
        return FALSE;
      word[n++] = *self->at++;
    }
  word[n] = '\0';
  return n > 0;
}

static gboolean
cursor_skip (Cursor *self,
             guint64 n)
{
  for (; n > 0; n--)
    {
      while (self->at < self->end && *self->at == ' ')
        self->at++;
      if (self->at == self->end)
        return FALSE;
      while (self->at < self->end && *self->at != ' ')
        self->at++;
    }
  return TRUE;
}

static gboolean
cursor_next_number (Cursor  *self,
                    guint    base,
                    guint64  most,
                    guint64 *number)
{
  char word[24];

  return cursor_next (self, word, sizeof word) && g_ascii_string_to_unsigned (word, base, 0, most, number, NULL);
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

static gboolean
find_entry (GBytes     *index,
            const char *lemma,
            Cursor     *entry)
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
        {
          *entry = cursor_new (text, size, at);
          return TRUE;
        }
      if (order > 0)
        high = at;
      else
        {
          const char *end = memchr (text + at, '\n', size - at);

          low = end != NULL ? (gsize) (end - text) + 1 : size;
        }
    }
  return FALSE;
}

static void
add_meaning (GArray        *meanings,
             KlWordNetPart  part,
             guint64        offset,
             guint          steps)
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

/* A line of the data: offset file part n_words (in hexadecimal), two words each, n_pointers, four words each… */
static void
follow (const KlWordNet *self,
        KlWordNetPart    part,
        guint64          offset,
        GArray          *meanings)
{
  gsize size;
  const char *text = g_bytes_get_data (self->data[part], &size);
  Cursor line = cursor_new (text, size, (gsize) MIN (offset, size));
  guint64 n_words;
  guint64 n_pointers;

  if (!cursor_skip (&line, 3) || !cursor_next_number (&line, 16, 255, &n_words) || !cursor_skip (&line, 2 * n_words)
      || !cursor_next_number (&line, 10, 999, &n_pointers))
    return;
  for (guint i = 0, kept = 0; i < n_pointers && kept < MAX_POINTERS; i++)
    {
      char kind[4];
      char letter[2];
      KlWordNetPart other;
      guint64 target;

      if (!cursor_next (&line, kind, sizeof kind) || !cursor_next_number (&line, 10, G_MAXUINT32, &target)
          || !cursor_next (&line, letter, sizeof letter) || !cursor_skip (&line, 1))
        return;
      if (is_followed (kind) && find_part (letter, &other))
        {
          add_meaning (meanings, other, target, 1);
          kept++;
        }
    }
}

/* The rest of a line of an index: part n_synsets n_pointers pointers… n_senses n_tagged offsets… */
static void
add_entry (const KlWordNet *self,
           KlWordNetPart    part,
           Cursor          *entry,
           GArray          *meanings)
{
  guint64 n_pointers;
  guint64 offset;

  if (!cursor_skip (entry, 3) || !cursor_next_number (entry, 10, 100, &n_pointers)
      || !cursor_skip (entry, n_pointers + 2))
    return;
  for (guint i = 0; i < MAX_SENSES && cursor_next_number (entry, 10, G_MAXUINT32, &offset); i++)
    {
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
  Cursor entry;

  if (!find_entry (self->indexes[part], lemma, &entry))
    return FALSE;
  add_entry (self, part, &entry, meanings);
  return TRUE;
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

  if (length > MAX_LENGTH)
    return meanings;
  for (guint part = 0; part < KL_WORD_NET_N_PARTS; part++)
    found[part] = add_lemma (self, (KlWordNetPart) part, word, meanings);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (!found[endings[i].part] && g_str_has_suffix (word, endings[i].ending)
        && length > strlen (endings[i].ending) + 1)
      {
        char lemma[MAX_LENGTH + 4];

        g_strlcpy (lemma, word, sizeof lemma);
        g_strlcpy (lemma + length - strlen (endings[i].ending), endings[i].instead, 4);

        found[endings[i].part] = add_lemma (self, endings[i].part, lemma, meanings);
      }
  return meanings;
}
