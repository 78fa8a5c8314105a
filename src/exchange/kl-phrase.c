/* kl-phrase.c: comparing titles and labels by their words alone
 *
 * A folded phrase is lower case, only letters and digits, one blank between words: emoji, punctuation, Markdown and
 * case do not count when a document's parts are recognised or two titles are compared.
 */

#include "config.h"

#include "kl-phrase.h"

#include <string.h>

/* Past this many words two texts are compared by their beginnings. */
#define MAX_COMPARED_WORDS 256

/* g_utf8_next_char() casts const away. */
static const char *
next_char (const char *at)
{
  return at + g_utf8_skip[(guchar) *at];
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/**
 * kl_phrase_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): its words; the text itself, where it has none
 */
char *
kl_phrase_fold (const char *text)
{
  g_autoptr(GString) folded = g_string_sized_new (strlen (text) + 1);
  gboolean gap = FALSE;

  for (const char *at = text; *at != '\0'; at = next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 128 ? g_ascii_isalnum ((char) c) : (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          /* Variation selectors are marks, but those of an emoji are not a word. */
          if (c >= 0xfe00 && c <= 0xfe0f)
            continue;
          if (gap && folded->len > 0)
            g_string_append_c (folded, ' ');
          gap = FALSE;
          if (c < 128)
            g_string_append_c (folded, g_ascii_tolower ((char) c));
          else
            g_string_append_unichar (folded, g_unichar_tolower (c));
        }
      else if (!is_apostrophe (c))
        gap = TRUE;
    }

  if (folded->len == 0)
    return g_strstrip (g_strdup (text));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/**
 * kl_phrase_fold_label:
 * @text: UTF-8
 *
 * Returns: (transfer full): the words of @text without what stands in brackets at its end: “nailed (second attempt)”
 */
char *
kl_phrase_fold_label (const char *text)
{
  const char *bracket = strchr (text, '(');
  g_autofree char *head = NULL;

  if (bracket == NULL || bracket == text)
    return kl_phrase_fold (text);

  head = g_strndup (text, (gsize) (bracket - text));
  return kl_phrase_fold (head);
}

/**
 * kl_phrase_begins:
 * @folded: a folded phrase
 * @words: folded words
 *
 * Returns: whether @folded begins with these whole words
 */
gboolean
kl_phrase_begins (const char *folded,
                  const char *words)
{
  gsize length = strlen (words);

  return strncmp (folded, words, length) == 0 && (folded[length] == '\0' || folded[length] == ' ');
}

/**
 * kl_phrase_has:
 * @folded: a folded phrase
 * @words: folded words
 *
 * Returns: whether @folded has these whole words one after the other
 */
gboolean
kl_phrase_has (const char *folded,
               const char *words)
{
  for (const char *at = strstr (folded, words); at != NULL; at = strstr (at + 1, words))
    if ((at == folded || at[-1] == ' ') && kl_phrase_begins (at, words))
      return TRUE;
  return FALSE;
}

/**
 * kl_phrase_has_any:
 * @folded: a folded phrase
 * @choices: (array zero-terminated=1): folded words
 *
 * Returns: whether @folded has one of @choices
 */
gboolean
kl_phrase_has_any (const char        *folded,
                   const char *const *choices)
{
  for (; *choices != NULL; choices++)
    if (kl_phrase_has (folded, *choices))
      return TRUE;
  return FALSE;
}

static gboolean
is_emoji (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  /* Past the arrows; a variation selector or a joiner belongs to the symbol before it. */
  return c >= 0x2190 && (type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MATH_SYMBOL ||
                         type == G_UNICODE_MODIFIER_SYMBOL || (c >= 0xfe00 && c <= 0xfe0f));
}

/**
 * kl_phrase_strip_emoji:
 * @text: UTF-8
 * @emoji: (out) (optional): what was stripped, %NULL if nothing was
 *
 * Returns: (transfer full): @text without symbols at its beginning and without blanks around
 */
char *
kl_phrase_strip_emoji (const char *text,
                       char      **emoji)
{
  const char *at = text;
  const char *end;

  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = next_char (at);
  end = at;
  while (*end != '\0' && is_emoji (g_utf8_get_char (end)))
    end = next_char (end);
  if (emoji != NULL)
    *emoji = end > at ? g_strndup (at, (gsize) (end - at)) : NULL;
  return g_strstrip (g_strdup (end));
}

/**
 * kl_phrase_skip_ordinal:
 * @text: a title as written
 *
 * Returns: (transfer none): @text behind the number that it may begin with: “2. Networking”, “2.1 Services”, “3) DNS”,
 *   “4 – Storage”; a number alone belongs to the title, as in “12 Factors”
 */
const char *
kl_phrase_skip_ordinal (const char *text)
{
  static const char *const closings[] = { ". ", ") ", ": ", " - ", " – ", " — ", NULL };
  const char *at = text;
  gboolean dotted = FALSE;

  while (*at == ' ' || *at == '#')
    at++;
  if (!g_ascii_isdigit (*at))
    return text;
  while (g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1])))
    {
      dotted = dotted || *at == '.';
      at++;
    }
  for (guint i = 0; closings[i] != NULL; i++)
    if (g_str_has_prefix (at, closings[i]))
      return at + strlen (closings[i]);
  return dotted && *at == ' ' ? at + 1 : text;
}

/**
 * kl_phrase_similarity:
 * @a: UTF-8
 * @b: UTF-8
 *
 * Returns: how many of their words the two share, 0–1 (twice the common words over all words)
 */
double
kl_phrase_similarity (const char *a,
                      const char *b)
{
  g_autofree char *folded_a = kl_phrase_fold (a);
  g_autofree char *folded_b = kl_phrase_fold (b);
  g_auto(GStrv) words_a = g_strsplit (folded_a, " ", MAX_COMPARED_WORDS);
  g_auto(GStrv) words_b = g_strsplit (folded_b, " ", MAX_COMPARED_WORDS);
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint common = 0;
  guint total = g_strv_length (words_a) + g_strv_length (words_b);

  if (total == 0)
    return 1;
  for (guint i = 0; words_a[i] != NULL; i++)
    g_hash_table_insert (counts, words_a[i],
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, words_a[i])) + 1));
  for (guint i = 0; words_b[i] != NULL; i++)
    {
      guint left = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words_b[i]));

      if (left > 0)
        {
          common++;
          g_hash_table_insert (counts, words_b[i], GUINT_TO_POINTER (left - 1));
        }
    }
  return 2.0 * common / total;
}
