/* kl-text-line.c: where the lines of a text end */

#include "config.h"

#include "kl-text-line.h"

#include <string.h>

/* As far as is looked for one kind of line break before the other: a text may have only one of the two. */
#define WINDOW 256

/**
 * kl_text_line_next:
 * @text: a text
 * @offset: where a line starts
 * @length: how long the text is
 *
 * Returns: one past the line's end, its line break included: LF, CR LF or CR, as cmark counts them
 */
gsize
kl_text_line_next (const char *text,
                   gsize       offset,
                   gsize       length)
{
  while (offset < length)
    {
      gsize window = MIN (length - offset, WINDOW);
      const char *feed = memchr (text + offset, '\n', window);
      const char *carriage = memchr (text + offset, '\r', feed != NULL ? (gsize) (feed - text) - offset : window);

      if (carriage != NULL)
        {
          gsize next = (gsize) (carriage - text) + 1;

          return next < length && text[next] == '\n' ? next + 1 : next;
        }
      if (feed != NULL)
        return (gsize) (feed - text) + 1;
      offset += window;
    }
  return length;
}
