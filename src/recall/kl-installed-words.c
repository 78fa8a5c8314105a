/* kl-installed-words.c: the word net of this machine, where there is one
 *
 * Debian's wordnet-base, and what other systems call it, has the files of WordNet 3 in a folder. They are mapped, not
 * read: a reading touches a few pages of them.
 */

#include "config.h"

#include "kl-installed-words.h"

#define USUAL_FOLDER "/usr/share/wordnet"

static const char *const parts[KL_WORD_NET_N_PARTS] = {
  [KL_WORD_NET_NOUN] = "noun",
  [KL_WORD_NET_VERB] = "verb",
  [KL_WORD_NET_ADJECTIVE] = "adj",
  [KL_WORD_NET_ADVERB] = "adv",
};

/* A file that is empty or cannot be read is as good as none: the reading works without. */
static GBytes *
map_file (const char *folder,
          const char *kind,
          const char *part)
{
  g_autofree char *name = g_strconcat (kind, ".", part, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GMappedFile) file = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  file = g_mapped_file_new (path, FALSE, NULL);
  return file != NULL && g_mapped_file_get_length (file) > 0 ? g_mapped_file_get_bytes (file) : NULL;
}

/**
 * kl_installed_words_open:
 * @folder: (nullable): where the files lie; %NULL for where the system has them
 *
 * Returns: (transfer full) (nullable): the word net in it; %NULL where a file of it is missing
 */
KlWordNet *
kl_installed_words_open (const char *folder)
{
  GBytes *indexes[KL_WORD_NET_N_PARTS];
  GBytes *data[KL_WORD_NET_N_PARTS];
  gboolean is_whole = TRUE;
  KlWordNet *word_net;

  for (guint i = 0; i < KL_WORD_NET_N_PARTS; i++)
    {
      indexes[i] = map_file (folder != NULL ? folder : USUAL_FOLDER, "index", parts[i]);
      data[i] = map_file (folder != NULL ? folder : USUAL_FOLDER, "data", parts[i]);
      is_whole = is_whole && indexes[i] != NULL && data[i] != NULL;
    }
  word_net = is_whole ? kl_word_net_new (indexes, data) : NULL;

  for (guint i = 0; i < KL_WORD_NET_N_PARTS; i++)
    {
      g_clear_pointer (&indexes[i], g_bytes_unref);
      g_clear_pointer (&data[i], g_bytes_unref);
    }
  return word_net;
}

/**
 * kl_installed_words_new_coach:
 * @language: (nullable): of the texts, such as “de”; %NULL to tell it from each explanation
 *
 * Returns: (transfer full): who reads explanations, with the word net of this machine where it has one
 */
KlCoach *
kl_installed_words_new_coach (const char *language)
{
  g_autoptr(KlWordNet) word_net = kl_installed_words_open (NULL);
  KlCoach *coach = kl_coach_new (language);

  kl_coach_set_word_net (coach, word_net);
  return coach;
}
