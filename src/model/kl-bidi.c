/* kl-bidi.c: the direction of somebody's words among other words
 *
 * See Unicode Standard Annex #9, the Unicode Bidirectional Algorithm.
 */

#include "config.h"

#include "kl-bidi.h"

/* U+2068 and U+2069: what is between them has its own direction. */
#define ISOLATE "\xe2\x81\xa8"
#define END_ISOLATE "\xe2\x81\xa9"

/**
 * kl_bidi_is_control:
 * @letter: a letter
 *
 * Returns: whether it ends an isolate, or begins something that may not end
 */
gboolean
kl_bidi_is_control (gunichar letter)
{
  return (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069);
}

/* The blocks that are set aside for scripts which are written from right to left. */
static gboolean
is_right_to_left (gunichar letter)
{
  return (letter >= 0x590 && letter <= 0x8ff) || (letter >= 0xfb1d && letter <= 0xfdff)
         || (letter >= 0xfe70 && letter <= 0xfeff) || (letter >= 0x10800 && letter <= 0x10fff)
         || (letter >= 0x1e800 && letter <= 0x1efff) || letter == 0x200f;
}

/**
 * kl_bidi_has_right_to_left:
 * @text: UTF-8
 *
 * Returns: whether any of it is written from right to left
 */
gboolean
kl_bidi_has_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    if (is_right_to_left (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/**
 * kl_bidi_isolate:
 * @text: UTF-8 without kl_bidi_is_control()
 *
 * Returns: (transfer full): it with a direction of its own, so that what stands around it stays in its order
 */
char *
kl_bidi_isolate (const char *text)
{
  return g_strconcat (ISOLATE, text, END_ISOLATE, NULL);
}
