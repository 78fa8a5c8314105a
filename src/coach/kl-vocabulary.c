/* kl-vocabulary.c: the different words of the texts that are read together, each by a number */

#include "config.h"

#include "kl-vocabulary.h"

#include <libstemmer.h>
#include <string.h>

/* One stem. */
typedef struct
{
  const char *stem;
  const char *word; /* as it was written first, in small letters */
  guint length;     /* of the stem, in characters */
  guint32 letters;  /* a bit for each letter in it, by the letter’s number modulo 32 */
  KlWordKind kind;
  double weight;
} Entry;

struct _KlVocabulary
{
  const KlLanguage *language;
  struct sb_stemmer *stemmer;
  GHashTable *function_words; /* word → KlWordKind */
  GHashTable *by_word;        /* word → number */
  GHashTable *by_stem;        /* stem → number */
  GStringChunk *strings;
  GArray *entries;
};

static void
add_kind (KlVocabulary *self,
          const char   *words,
          KlWordKind    kind)
{
  g_auto(GStrv) split = g_strsplit (words != NULL ? words : "", " ", -1);

  for (gsize i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      {
        char *word = g_string_chunk_insert_const (self->strings, split[i]);
        guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (self->function_words, word));

        g_hash_table_insert (self->function_words, word, GUINT_TO_POINTER (kinds | kind));
      }
}

/**
 * kl_vocabulary_new:
 * @language: (nullable): of the texts; has to stay
 *
 * It is for one thread at a time, as its stemmer is.
 *
 * Returns: (transfer full): a vocabulary without words
 */
KlVocabulary *
kl_vocabulary_new (const KlLanguage *language)
{
  KlVocabulary *self = g_new0 (KlVocabulary, 1);

  self->language = language;
  if (language != NULL && language->stemmer != NULL)
    self->stemmer = sb_stemmer_new (language->stemmer, NULL);
  self->strings = g_string_chunk_new (4096);
  self->function_words = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_stem = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  if (language != NULL)
    {
      add_kind (self, language->function_words, KL_WORD_FUNCTION);
      add_kind (self, language->negations, KL_WORD_NEGATION | KL_WORD_FUNCTION);
    }
  return self;
}

void
kl_vocabulary_free (KlVocabulary *self)
{
  if (self->stemmer != NULL)
    sb_stemmer_delete (self->stemmer);
  g_hash_table_unref (self->function_words);
  g_hash_table_unref (self->by_word);
  g_hash_table_unref (self->by_stem);
  g_string_chunk_free (self->strings);
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * kl_vocabulary_get_language:
 * @self: a vocabulary
 *
 * Returns: (transfer none) (nullable): the language of its words
 */
const KlLanguage *
kl_vocabulary_get_language (KlVocabulary *self)
{
  return self->language;
}

/**
 * kl_vocabulary_is_negation:
 * @self: a vocabulary
 * @word: a word in small letters
 * @length: in bytes
 *
 * Returns: whether its language denies by this word
 */
gboolean
kl_vocabulary_is_negation (KlVocabulary *self,
                           const char   *word,
                           gsize         length)
{
  g_autofree char *whole = g_strndup (word, length);

  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->function_words, whole)) & KL_WORD_NEGATION) != 0;
}

static gboolean
has_digit (const char *word)
{
  for (; *word != '\0'; word = g_utf8_find_next_char (word, NULL))
    if (g_unichar_isdigit (g_utf8_get_char (word)))
      return TRUE;

  return FALSE;
}

/* Rarity without a corpus: function words say little, numbers and long words more. */
static double
estimate_weight (const Entry *entry)
{
  if (entry->kind & KL_WORD_FUNCTION)
    return entry->kind & KL_WORD_NEGATION ? 0.4 : 0.12;
  if (entry->kind & KL_WORD_NUMBER)
    return 1.2;
  return CLAMP (0.4 + 0.1 * entry->length, 0.5, 1.2);
}

static guint
add_stem (KlVocabulary *self,
          const char   *word,
          const char   *stem)
{
  Entry entry = { stem, word, (guint) g_utf8_strlen (stem, -1), 0, KL_WORD_PLAIN, 0.0 };

  for (const char *at = stem; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    entry.letters |= 1u << (g_utf8_get_char (at) % 32);
  entry.kind = (KlWordKind) GPOINTER_TO_UINT (g_hash_table_lookup (self->function_words, word));
  if (has_digit (word))
    entry.kind |= KL_WORD_NUMBER;
  entry.weight = estimate_weight (&entry);
  g_array_append_val (self->entries, entry);
  return self->entries->len - 1;
}

static const char *
find_stem (KlVocabulary *self,
           const char   *word)
{
  const sb_symbol *stem;

  if (self->stemmer == NULL || has_digit (word))
    return word;

  stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) strlen (word));
  return stem != NULL && *stem != '\0' ? (const char *) stem : word;
}

/**
 * kl_vocabulary_add:
 * @self: a vocabulary
 * @word: UTF-8
 * @length: of @word, in bytes
 *
 * Returns: the number of its stem, which is the same for words of one stem
 */
guint
kl_vocabulary_add (KlVocabulary *self,
                   const char   *word,
                   gsize         length)
{
  g_autofree char *plain = g_utf8_normalize (word, (gssize) length, G_NORMALIZE_NFKC);
  g_autofree char *small = g_utf8_strdown (plain != NULL ? plain : "", -1);
  gpointer number;
  const char *kept;
  const char *stem;
  guint id;

  if (g_hash_table_lookup_extended (self->by_word, small, NULL, &number))
    return GPOINTER_TO_UINT (number);

  kept = g_string_chunk_insert (self->strings, small);
  stem = find_stem (self, kept);
  if (g_hash_table_lookup_extended (self->by_stem, stem, NULL, &number))
    id = GPOINTER_TO_UINT (number);
  else
    {
      stem = g_string_chunk_insert (self->strings, stem);
      id = add_stem (self, kept, stem);
      g_hash_table_insert (self->by_stem, (gpointer) (guintptr) stem, GUINT_TO_POINTER (id));
    }
  g_hash_table_insert (self->by_word, (gpointer) (guintptr) kept, GUINT_TO_POINTER (id));
  return id;
}

/**
 * kl_vocabulary_give:
 * @self: a vocabulary
 * @id: a word that stands in what was asked
 */
void
kl_vocabulary_give (KlVocabulary *self,
                    guint         id)
{
  g_array_index (self->entries, Entry, id).kind |= KL_WORD_GIVEN;
}

/**
 * kl_vocabulary_get_size:
 * @self: a vocabulary
 *
 * Returns: how many different stems it has
 */
guint
kl_vocabulary_get_size (KlVocabulary *self)
{
  return self->entries->len;
}

static const Entry *
get_entry (KlVocabulary *self,
           guint         id)
{
  return &g_array_index (self->entries, Entry, id);
}

/**
 * kl_vocabulary_get_stem:
 * @self: a vocabulary
 * @id: the number of a stem
 *
 * Returns: (transfer none): the stem with that number
 */
const char *
kl_vocabulary_get_stem (KlVocabulary *self,
                        guint         id)
{
  return get_entry (self, id)->stem;
}

/**
 * kl_vocabulary_get_word:
 * @self: a vocabulary
 * @id: the number of a stem
 *
 * Returns: (transfer none): the word of that stem that came first, in small letters
 */
const char *
kl_vocabulary_get_word (KlVocabulary *self,
                        guint         id)
{
  return get_entry (self, id)->word;
}

/**
 * kl_vocabulary_get_length:
 * @self: a vocabulary
 * @id: the number of a stem
 *
 * Returns: how many characters the stem has
 */
guint
kl_vocabulary_get_length (KlVocabulary *self,
                          guint         id)
{
  return get_entry (self, id)->length;
}

/**
 * kl_vocabulary_get_letters:
 * @self: a vocabulary
 * @id: the number of a stem
 *
 * Returns: a bit for each letter of the stem, by the letter’s number modulo 32
 */
guint32
kl_vocabulary_get_letters (KlVocabulary *self,
                           guint         id)
{
  return get_entry (self, id)->letters;
}

/**
 * kl_vocabulary_get_kind:
 * @self: a vocabulary
 * @id: the number of a stem
 *
 * Returns: what the word is
 */
KlWordKind
kl_vocabulary_get_kind (KlVocabulary *self,
                        guint         id)
{
  return get_entry (self, id)->kind;
}

/**
 * kl_vocabulary_get_weight:
 * @self: a vocabulary
 * @id: the number of a stem
 *
 * Returns: how much the word says: about 0.1 for a function word, 0.5–1.2 for others
 */
double
kl_vocabulary_get_weight (KlVocabulary *self,
                          guint         id)
{
  return get_entry (self, id)->weight;
}
