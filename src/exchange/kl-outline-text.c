/* kl-outline-text.c: the words of a block, without the marks that make it a block */

#include "config.h"

#include "kl-outline.h"

#include <string.h>

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char *
dup_trimmed (const char *text,
             gsize       start,
             gsize       end)
{
  while (start < end && is_space (text[start]))
    start++;
  while (end > start && is_space (text[end - 1]))
    end--;
  return g_strndup (text + start, end - start);
}

static gsize
line_end (const char *text,
          gsize       start,
          gsize       end)
{
  while (start < end && text[start] != '\n' && text[start] != '\r')
    start++;
  return start;
}

static gsize
line_after (const char *text,
            gsize       start,
            gsize       end)
{
  start = line_end (text, start, end);
  if (start < end && text[start] == '\r')
    start++;
  if (start < end && text[start] == '\n')
    start++;
  return start;
}

static gboolean
is_underline (const char *text,
              gsize       start,
              gsize       end)
{
  while (start < end && is_space (text[start]))
    start++;
  while (end > start && is_space (text[end - 1]))
    end--;
  if (start == end || (text[start] != '=' && text[start] != '-'))
    return FALSE;
  for (gsize at = start; at < end; at++)
    if (text[at] != text[start])
      return FALSE;
  return TRUE;
}

/* “[name]: address” before a heading of the underlined kind counts as its first line for cmark. */
static gboolean
is_definition (const char *text,
               gsize       start,
               gsize       end)
{
  const char *close;

  while (start < end && text[start] == ' ')
    start++;
  if (start == end || text[start] != '[')
    return FALSE;
  close = memchr (text + start, ']', end - start);
  return close != NULL && (gsize) (close + 1 - text) < end && close[1] == ':';
}

static char *
dup_underlined (const char *text,
                gsize       start,
                gsize       end)
{
  g_autoptr(GString) title = g_string_new (NULL);

  for (gsize at = start; at < end;)
    {
      gsize stop = line_end (text, at, end);

      if (is_underline (text, at, stop))
        break;
      if (title->len > 0 || !is_definition (text, at, stop))
        {
          g_autofree char *line = dup_trimmed (text, at, stop);

          if (title->len > 0 && *line != '\0')
            g_string_append_c (title, ' ');
          g_string_append (title, line);
        }
      at = line_after (text, at, end);
    }
  return g_string_free (g_steal_pointer (&title), FALSE);
}

/**
 * kl_outline_find_heading:
 * @self: an outline
 * @block: a heading of it
 * @title: (out): first byte of its title and one past the last
 *
 * Returns: whether the title stands on one line behind `#`; else it is underlined, and @title is the block's
 */
gboolean
kl_outline_find_heading (KlOutline     *self,
                         const KlBlock *block,
                         gsize          title[2])
{
  const char *text = kl_outline_get_text (self, NULL);
  gsize start = MAX (block->start, kl_outline_get_start (self));
  gsize end = line_end (text, start, block->end);

  while (start < end && is_space (text[start]))
    start++;
  title[0] = start;
  title[1] = block->end;
  if (start >= end || text[start] != '#')
    return FALSE;

  while (start < end && text[start] == '#')
    start++;
  while (end > start && is_space (text[end - 1]))
    end--;
  if (end > start && text[end - 1] == '#')
    {
      gsize hashes = end;

      while (hashes > start && text[hashes - 1] == '#')
        hashes--;
      /* A closing run of # needs a blank before it, or it is part of the title: “C#”. */
      if (hashes == start || is_space (text[hashes - 1]))
        end = hashes;
    }
  while (start < end && is_space (text[start]))
    start++;
  while (end > start && is_space (text[end - 1]))
    end--;
  title[0] = start;
  title[1] = end;
  return TRUE;
}

/**
 * kl_outline_dup_heading:
 * @self: an outline
 * @block: a heading of it
 *
 * Returns: (transfer full): the title as written in Markdown, on one line
 */
char *
kl_outline_dup_heading (KlOutline     *self,
                        const KlBlock *block)
{
  const char *text = kl_outline_get_text (self, NULL);
  gsize title[2];

  if (kl_outline_find_heading (self, block, title))
    return g_strndup (text + title[0], title[1] - title[0]);
  return dup_underlined (text, title[0], title[1]);
}

static gsize
skip_bullet (const char *text,
             gsize       start,
             gsize       end)
{
  gsize at = start;

  while (at < end && (is_space (text[at]) || text[at] == '>'))
    at++;
  if (at < end && strchr ("-+*", text[at]) != NULL)
    return at + 1;
  while (at < end && g_ascii_isdigit (text[at]))
    at++;
  if (at < end && (text[at] == '.' || text[at] == ')'))
    return at + 1;
  return start;
}

/**
 * kl_outline_find_item:
 * @self: an outline
 * @block: a list item of it
 *
 * Returns: where the parts of the item stand
 */
KlItemSpan
kl_outline_find_item (KlOutline     *self,
                      const KlBlock *block)
{
  const char *text = kl_outline_get_text (self, NULL);
  gsize stop = line_end (text, block->start, block->end);
  KlItemSpan span = { block->start, block->start, block->end, FALSE, FALSE };

  span.box = skip_bullet (text, block->start, stop);
  while (span.box < stop && is_space (text[span.box]))
    span.box++;
  span.start = span.box;
  span.task = stop - span.box >= 3 && text[span.box] == '[' && strchr (" xX", text[span.box + 1]) != NULL &&
              text[span.box + 2] == ']' && (stop - span.box == 3 || is_space (text[span.box + 3]));
  if (span.task)
    {
      span.done = text[span.box + 1] != ' ';
      span.start += 3;
      while (span.start < stop && is_space (text[span.start]))
        span.start++;
    }
  while (span.end > span.start && is_space (text[span.end - 1]))
    span.end--;
  return span;
}

/**
 * kl_outline_dup_item:
 * @self: an outline
 * @block: a list item of it
 * @task: (out) (nullable): whether it has a box
 * @done: (out) (nullable): whether that is ticked off
 *
 * Returns: (transfer full): the item's first paragraph as written in Markdown, without bullet and box; lines that were
 *   only wrapped are joined by a blank
 */
char *
kl_outline_dup_item (KlOutline     *self,
                     const KlBlock *block,
                     gboolean      *task,
                     gboolean      *done)
{
  const char *text = kl_outline_get_text (self, NULL);
  KlItemSpan span = kl_outline_find_item (self, block);
  g_autoptr(GString) words = NULL;

  if (task != NULL)
    *task = span.task;
  if (done != NULL)
    *done = span.done;
  /* What would open another block is escaped at the beginning of an item. */
  if (span.start + 1 < span.end && text[span.start] == '\\' && strchr ("-+*#>[", text[span.start + 1]) != NULL)
    span.start++;
  if (line_end (text, span.start, span.end) >= span.end)
    return dup_trimmed (text, span.start, span.end);

  words = g_string_new (NULL);
  for (gsize at = span.start; at < span.end; at = line_after (text, at, span.end))
    {
      g_autofree char *line = dup_trimmed (text, at, line_end (text, at, span.end));

      if (words->len > 0 && *line != '\0')
        g_string_append_c (words, ' ');
      g_string_append (words, line);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * kl_outline_find_front_value:
 * @self: an outline
 * @name: a key, such as “title”
 * @value: (out): first byte of its value, quotes included, and one past the last
 *
 * Returns: whether the front matter has a simple `key: value` or `key = value` line
 */
gboolean
kl_outline_find_front_value (KlOutline  *self,
                             const char *name,
                             gsize       value[2])
{
  const KlBlock *block = kl_outline_get_block (self, 0);
  const char *text = kl_outline_get_text (self, NULL);
  gsize length = strlen (name);

  if (block->kind != KL_BLOCK_FRONT_MATTER)
    return FALSE;

  for (gsize at = block->start; at < block->end; at = line_after (text, at, block->end))
    {
      gsize end = line_end (text, at, block->end);
      gsize sign = at + length;

      if (end - at <= length + 1 || g_ascii_strncasecmp (text + at, name, length) != 0)
        continue;
      while (sign < end && is_space (text[sign]))
        sign++;
      if (sign == end || (text[sign] != ':' && text[sign] != '='))
        continue;
      value[0] = sign + 1;
      value[1] = end;
      while (value[0] < value[1] && is_space (text[value[0]]))
        value[0]++;
      while (value[1] > value[0] && is_space (text[value[1] - 1]))
        value[1]--;
      return value[0] < value[1];
    }
  return FALSE;
}

/**
 * kl_outline_dup_front_value:
 * @self: an outline
 * @name: a key, such as “title”
 *
 * Returns: (transfer full) (nullable): the value of that key in the front matter, without quotes
 */
char *
kl_outline_dup_front_value (KlOutline  *self,
                            const char *name)
{
  const char *text = kl_outline_get_text (self, NULL);
  gsize value[2];

  if (!kl_outline_find_front_value (self, name, value))
    return NULL;
  if (value[1] - value[0] >= 2 && strchr ("\"'", text[value[0]]) != NULL && text[value[1] - 1] == text[value[0]])
    return g_strndup (text + value[0] + 1, value[1] - value[0] - 2);
  return g_strndup (text + value[0], value[1] - value[0]);
}
