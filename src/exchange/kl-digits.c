/* kl-digits.c: numbers in the digits of any script, such as “٩٢٪” */

#include "config.h"

#include "kl-digits.h"

#include <string.h>

/* The sign that stands for @letter in ASCII, 0 if none does. */
static char
fold (gunichar letter)
{
  if (letter < 0x80)
    return 0;
  if (g_unichar_isdigit (letter))
    return (char) ('0' + g_unichar_digit_value (letter));
  switch (letter)
    {
    case 0x066a: /* ARABIC PERCENT SIGN */
    case 0xff05: /* FULLWIDTH PERCENT SIGN */
    case 0xfe6a: /* SMALL PERCENT SIGN */
      return '%';
    case 0x066b: /* ARABIC DECIMAL SEPARATOR */
      return '.';
    default:
      return 0;
    }
}

static gboolean
has_any (const char *text)
{
  for (; *text != '\0'; text = g_utf8_find_next_char (text, NULL))
    if ((guchar) *text >= 0x80 && fold (g_utf8_get_char (text)) != 0)
      return TRUE;
  return FALSE;
}

/**
 * kl_digits_fold:
 * @text: UTF-8
 * @offsets: (out) (optional) (array): for each byte of what is returned, and its end, where it comes from in @text; to
 *   be freed with g_free()
 *
 * Returns: (transfer full) (nullable): @text with the digits and the percent sign of ASCII in the place of those of
 *   other scripts; %NULL where there are none
 */
char *
kl_digits_fold (const char *text,
                gsize     **offsets)
{
  g_autoptr(GArray) from = NULL;
  GString *folded;

  if (!has_any (text))
    return NULL;

  from = g_array_new (FALSE, FALSE, sizeof (gsize));
  folded = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    {
      char sign = fold (g_utf8_get_char (at));
      gsize length = sign != 0 ? 1 : (gsize) (g_utf8_find_next_char (at, NULL) - at);

      g_string_append_len (folded, sign != 0 ? &sign : at, (gssize) length);
      for (gsize i = 0; i < length; i++)
        {
          gsize offset = (gsize) (at - text) + i;

          g_array_append_val (from, offset);
        }
    }
  {
    gsize end = strlen (text);

    g_array_append_val (from, end);
  }
  if (offsets != NULL)
    *offsets = (gsize *) (gpointer) g_array_free (g_steal_pointer (&from), FALSE);
  return g_string_free (folded, FALSE);
}
