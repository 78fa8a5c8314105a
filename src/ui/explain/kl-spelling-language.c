/* kl-spelling-language.c: which of the dictionaries that are installed is for a language */

#include "config.h"

#include "kl-spelling-language.h"

#include <string.h>

/* Whether two codes, such as de_AT and de-at, begin with the same @length letters. */
static gboolean
begin_alike (const char *first,
             const char *second,
             gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      char a = first[i] == '-' ? '_' : g_ascii_tolower (first[i]);
      char b = second[i] == '-' ? '_' : g_ascii_tolower (second[i]);

      if (a != b)
        return FALSE;
      if (a == '\0')
        return TRUE;
    }
  return TRUE;
}

static const char *
find (const char *const *codes,
      const char        *language)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (begin_alike (codes[i], language, strlen (language) + 1))
      return codes[i];
  return NULL;
}

/**
 * kl_spelling_language_choose:
 * @codes: (array zero-terminated=1): the languages of the dictionaries, such as “de_AT”
 * @language: (nullable): the one of the texts, such as “de” or “pt-BR”; %NULL where it is not known
 * @usual: (nullable): the one of the desktop
 *
 * Returns: (transfer none) (nullable): the dictionary of @language: of the same region; else that of the desktop; else
 * that of the land that is called as the language; else the first one. %NULL where there is none
 */
const char *
kl_spelling_language_choose (const char *const *codes,
                             const char        *language,
                             const char        *usual)
{
  const char *wanted = language != NULL && *language != '\0' ? language : usual;
  gsize length = wanted != NULL ? strcspn (wanted, "_-") : 0;
  g_autofree char *bare = g_strndup (wanted != NULL ? wanted : "", length);
  g_autofree char *home = g_strconcat (bare, "_", g_ascii_strcasecmp (bare, "en") == 0 ? "us" : bare, NULL);
  const char *found;

  if (length == 0)
    return NULL;
  found = find (codes, wanted);
  if (found == NULL && usual != NULL && begin_alike (usual, bare, length) && strcspn (usual, "_-") == length)
    found = find (codes, usual);
  if (found == NULL)
    found = find (codes, bare);
  if (found == NULL)
    found = find (codes, home);
  for (guint i = 0; found == NULL && codes[i] != NULL; i++)
    if (strcspn (codes[i], "_-") == length && begin_alike (codes[i], bare, length))
      found = codes[i];
  return found;
}
