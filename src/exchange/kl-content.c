/* kl-content.c: labels, list items and text between two headings */

#include "config.h"

#include "kl-content.h"

#include "kl-phrase.h"

#include <string.h>

/* Labels that are recognised without bold type, since nobody writes them as prose. */
static const char *const plain_labels[] = {
  "status",
  "score",
  "date",
  "target",
  "prerequisites",
  "prerequisite",
  "topics covered",
  "gaps identified",
  "after that",
  "why",
  "result",
  "action items",
  "what you nailed",
  "what needed work",
  NULL,
};

#define MAX_LABEL_BYTES 200

/* As many as there is room for before an array grows. */
#define N_USUAL_CONTENTS 16

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
trim (const char *text,
      gsize      *start,
      gsize      *end)
{
  while (*start < *end && is_space (text[*start]))
    *start += 1;
  while (*end > *start && is_space (text[*end - 1]))
    *end -= 1;
}

static void
clear_content (gpointer data)
{
  KlContent *content = data;

  g_free (content->label);
}

static gboolean
find_colon (const char *text,
            gsize       start,
            gsize       end,
            gsize      *colon,
            gsize      *after)
{
  for (gsize at = start; at < end; at++)
    {
      if (text[at] == ':' && (at + 1 == end || is_space (text[at + 1])))
        {
          *colon = at;
          *after = at + 1;
          return TRUE;
        }
      if (end - at >= 3 && memcmp (text + at, "：", 3) == 0)
        {
          *colon = at;
          *after = at + 3;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_score (const char *text,
          gsize       start,
          gsize       end)
{
  g_autofree char *name = g_strndup (text + start, end - start);
  g_autofree char *folded = kl_phrase_fold_label (name);

  return kl_phrase_has (folded, "score");
}

static gboolean
split_bold (const char *text,
            gsize       start,
            gsize       end,
            gsize       name[2],
            gsize       value[2])
{
  char mark = text[start];
  gsize close;
  gsize colon;
  gsize after;

  for (close = start + 2; close + 1 < end; close++)
    if (text[close] == mark && text[close + 1] == mark)
      break;
  if (close + 1 >= end || close == start + 2)
    return FALSE;

  name[0] = start + 2;
  name[1] = close;
  value[0] = close + 2;
  value[1] = end;

  if (find_colon (text, name[0], name[1], &colon, &after))
    {
      /* `**Date: 2025-10-10**`: the value stands in the bold type; it ends where that ends. */
      if (after < name[1])
        {
          gsize rest[2] = { value[0], value[1] };

          trim (text, &rest[0], &rest[1]);
          if (rest[0] < rest[1] && !is_score (text, name[0], colon))
            return FALSE;
          value[0] = after;
          value[1] = name[1];
        }
      name[1] = colon;
      return TRUE;
    }

  while (value[0] < end && is_space (text[value[0]]))
    value[0]++;
  if (value[0] < end && text[value[0]] == ':')
    {
      value[0]++;
      return TRUE;
    }
  return FALSE;
}

static gboolean
split_plain (const char *text,
             gsize       start,
             gsize       end,
             gsize       name[2],
             gsize       value[2])
{
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;
  gsize colon;
  gsize after;

  if (!find_colon (text, start, MIN (end, start + 40), &colon, &after))
    return FALSE;
  words = g_strndup (text + start, colon - start);
  if (!g_utf8_validate (words, -1, NULL))
    return FALSE;
  folded = kl_phrase_fold_label (words);
  if (!g_strv_contains (plain_labels, folded))
    return FALSE;

  name[0] = start;
  name[1] = colon;
  value[0] = after;
  value[1] = end;
  return TRUE;
}

static gboolean
read_label (const char *text,
            gsize       start,
            gsize       end,
            KlContent  *content)
{
  gsize name[2] = { 0, 0 };
  gsize value[2] = { 0, 0 };
  gboolean found;

  trim (text, &start, &end);
  if (end - start > 4 && (memcmp (text + start, "**", 2) == 0 || memcmp (text + start, "__", 2) == 0))
    found = split_bold (text, start, end, name, value);
  else
    found = end > start && g_ascii_isalpha (text[start]) && split_plain (text, start, end, name, value);

  if (!found || name[1] - name[0] > MAX_LABEL_BYTES)
    return FALSE;

  trim (text, &name[0], &name[1]);
  trim (text, &value[0], &value[1]);
  content->kind = KL_CONTENT_LABEL;
  content->label = g_strndup (text + name[0], name[1] - name[0]);
  content->start = value[0];
  content->end = value[1];
  return TRUE;
}

/* “**Score: 75%** after a break”: what follows is text of its own. */
static KlContent *
add_rest (const char *text,
          gsize       start,
          gsize       end,
          guint       line,
          GArray     *contents)
{
  KlContent content = { KL_CONTENT_TEXT, line, 0, NULL, NULL, start, start, end };

  while (content.start < end && strchr ("*_ ", text[content.start]) != NULL)
    content.start++;
  if (content.start >= end)
    return NULL;
  content.from = content.start;
  g_array_append_val (contents, content);
  return &g_array_index (contents, KlContent, contents->len - 1);
}

static void
read_paragraph (const char    *text,
                const KlBlock *block,
                GArray        *contents)
{
  guint line = block->line;
  KlContent *open = NULL;

  for (gsize at = block->start; at < block->end;)
    {
      gsize stop = at;
      gsize next;
      gsize start = at;
      gsize end;
      KlContent content = { KL_CONTENT_TEXT, line, 0, NULL, NULL, at, 0, 0 };

      while (stop < block->end && text[stop] != '\n' && text[stop] != '\r')
        stop++;
      next = stop;
      if (next < block->end && text[next] == '\r')
        next++;
      if (next < block->end && text[next] == '\n')
        next++;

      end = stop;
      trim (text, &start, &end);
      if (read_label (text, at, stop, &content))
        {
          g_array_append_val (contents, content);
          open = add_rest (text, content.end, end, line, contents);
        }
      else if (start < end && open != NULL)
        open->end = end;
      else if (start < end)
        {
          content.start = start;
          content.end = end;
          g_array_append_val (contents, content);
          open = &g_array_index (contents, KlContent, contents->len - 1);
        }
      at = next;
      line++;
    }
}

/**
 * kl_content_read:
 * @outline: a document
 * @first_block: index of the first block
 * @end_block: one past the last block
 *
 * Returns: (transfer full) (element-type KlContent): what these blocks hold, in order
 */
GArray *
kl_content_read (KlOutline *outline,
                 guint      first_block,
                 guint      end_block)
{
  GArray *contents = g_array_sized_new (FALSE, FALSE, sizeof (KlContent), N_USUAL_CONTENTS);
  const char *text = kl_outline_get_text (outline, NULL);

  g_array_set_clear_func (contents, clear_content);
  for (guint i = first_block; i < end_block; i++)
    {
      const KlBlock *block = kl_outline_get_block (outline, i);
      KlContent content = { KL_CONTENT_TEXT, block->line, block->depth, block, NULL, block->start, block->start,
                            block->end };

      if (block->kind == KL_BLOCK_PARAGRAPH && block->depth == 0)
        {
          read_paragraph (text, block, contents);
          continue;
        }
      if (block->kind == KL_BLOCK_FRONT_MATTER)
        continue;
      if (block->kind == KL_BLOCK_ITEM)
        content.kind = KL_CONTENT_ITEM;
      else if (block->kind == KL_BLOCK_RULE)
        content.kind = KL_CONTENT_RULE;

      /* Line breaks at the end are between the blocks, blanks at the beginning are the block's own: indented code. */
      while (content.end > content.start && is_space (text[content.end - 1]))
        content.end--;
      if (content.end > content.start)
        g_array_append_val (contents, content);
    }
  return contents;
}

/**
 * kl_content_read_labels:
 * @outline: a document
 * @first_block: index of the first block
 * @end_block: one past the last block
 *
 * Returns: (transfer full) (element-type KlContent): the paragraphs with labels among what kl_content_read() returns
 */
GArray *
kl_content_read_labels (KlOutline *outline,
                        guint      first_block,
                        guint      end_block)
{
  GArray *contents = g_array_sized_new (FALSE, FALSE, sizeof (KlContent), N_USUAL_CONTENTS);
  const char *text = kl_outline_get_text (outline, NULL);

  g_array_set_clear_func (contents, clear_content);
  for (guint i = first_block; i < end_block; i++)
    {
      const KlBlock *block = kl_outline_get_block (outline, i);

      if (block->kind == KL_BLOCK_PARAGRAPH && block->depth == 0)
        read_paragraph (text, block, contents);
    }
  return contents;
}

/**
 * kl_content_dup_text:
 * @outline: a document
 * @start: first byte
 * @end: one past the last
 *
 * Returns: (transfer full): these bytes, without line breaks and blanks at their end
 */
char *
kl_content_dup_text (KlOutline *outline,
                     gsize      start,
                     gsize      end)
{
  const char *text = kl_outline_get_text (outline, NULL);

  while (end > start && is_space (text[end - 1]))
    end--;
  return g_strndup (text + start, end - start);
}

/**
 * kl_content_is_contents_entry:
 * @outline: a document
 * @item: a list item of it
 *
 * Returns: whether it only leads to a heading, as an entry of a table of contents does
 */
gboolean
kl_content_is_contents_entry (KlOutline     *outline,
                              const KlBlock *item)
{
  const char *text = kl_outline_get_text (outline, NULL);
  KlItemSpan span = kl_outline_find_item (outline, item);

  return span.start < span.end && text[span.start] == '['
         && g_strstr_len (text + span.start, (gssize) (span.end - span.start), "](#") != NULL;
}
