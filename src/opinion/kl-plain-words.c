/* kl-plain-words.c: words from elsewhere without what would make them look like others */

#include "config.h"

#include "kl-plain-words.h"

#include "model/kl-bidi.h"

/* Embeddings, overrides and isolates of the direction turn the words around them; tag characters, the byte order mark
 * and the marks of interlinear notes are not seen at all. The marks that Arabic and Hebrew are written with stay. */
static gboolean
is_hidden (gunichar c)
{
  return kl_bidi_is_control (c) || (c >= 0xfff9 && c <= 0xfffb) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85 || c == '\v' || c == '\f';
}

/**
 * kl_plain_words_dup:
 * @text: UTF-8 from elsewhere
 *
 * Returns: (transfer full): it without control characters, but for the ends of lines, without what turns the direction
 * of other words and without what is not seen; no space at either end
 */
char *
kl_plain_words_dup (const char *text)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_line_break (c))
        g_string_append_c (words, '\n');
      else if (c == '\t')
        g_string_append_c (words, ' ');
      else if (!g_unichar_iscntrl (c) && !is_hidden (c))
        g_string_append_unichar (words, c);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&words), FALSE));
}

/**
 * kl_plain_words_dup_line:
 * @text: UTF-8 from elsewhere
 * @max_chars: how many characters there may be, with the sign that some are missing
 *
 * Returns: (transfer full): kl_plain_words_dup() on one line, cut where it is too long
 */
char *
kl_plain_words_dup_line (const char *text,
                         guint       max_chars)
{
  g_autofree char *words = kl_plain_words_dup (text);
  g_autofree char *start = NULL;

  g_strdelimit (words, "\n", ' ');
  if (g_utf8_strlen (words, -1) <= (glong) max_chars)
    return g_steal_pointer (&words);
  start = g_utf8_substring (words, 0, (glong) max_chars - 1);
  return g_strconcat (start, "…", NULL);
}
