/* kl-blank.c: whether anything was written */

#include "config.h"

#include "kl-blank.h"

/**
 * kl_is_blank:
 * @text: (nullable): UTF-8
 *
 * Returns: whether there is nothing in it to be read: blanks of any kind, or letters without a width
 */
gboolean
kl_is_blank (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && !g_unichar_iszerowidth (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}
