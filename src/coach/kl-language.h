#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlLanguage:
 * @code: as in ISO 639, such as “de”
 * @name: what those who speak it call it
 * @stemmer: what libstemmer calls its algorithm, %NULL where it has none
 * @function_words: (nullable): words that say little by themselves, parted by blanks
 * @negations: (nullable): words that turn a sentence into its contrary, parted by blanks
 * @has_concord: whether several of them in a clause deny once, as in “ne … pas”
 *
 * What is known of a language that texts are read in. All words are lower-case.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *stemmer;
  const char *function_words;
  const char *negations;
  gboolean    has_concord;
} KlLanguage;

const KlLanguage *kl_language_list  (gsize      *n);
const KlLanguage *kl_language_find  (const char *code);
const KlLanguage *kl_language_guess (const char *text);

G_END_DECLS
