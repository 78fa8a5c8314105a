/* kl-block-parser.c: the blocks of a document, one after the other, as cmark finds them
 *
 * What is inside of a paragraph does not matter where blocks are looked for, and a tree of the whole document takes
 * many times its memory. So the document is never finished for cmark, which would read what is inside, and each block
 * is taken out of the tree and let go of as soon as the next one has begun. What may go on still is the last child of
 * the document, the last child of that, and so on.
 *
 * cmark shows the tree of a document that is not finished only to its extensions: one that never opens a block is asked
 * about a first line of its own.
 */

#include "config.h"

#include "kl-block-parser.h"

#include <cmark-gfm-extension_api.h>
#include <string.h>

#include "kl-text-line.h"

/* Deeper than anybody nests. Blank lines cost cmark one step for each open container, so depth has to have an end. */
#define MAX_DEPTH  64
#define MAX_INDENT 256

/* The line that the extension is asked about, and one that ends it, so that it is no part of what follows. */
#define OWN_TEXT    "x\n\n"
#define N_OWN_LINES 2

/* What is known of a node. */
enum
{
  TOLD = 1,
  ALL_TOLD, /* with all that is in it */
};

struct _KlBlockParser
{
  cmark_parser *parser;
  cmark_syntax_extension *extension;
  cmark_node *document;
  KlBlockFunc func;
  gpointer user_data;
  guint line;
  guint flattened;
};

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* The end of a list or quote marker at @offset, or @offset itself. */
static gsize
skip_marker (const char *text,
             gsize       offset,
             gsize       end)
{
  gsize digits = offset;

  if (offset < end && text[offset] == '>')
    return offset + 1;
  if (offset < end && strchr ("-+*", text[offset]) != NULL && offset + 1 < end && g_ascii_isspace (text[offset + 1]))
    return offset + 1;
  while (digits < end && g_ascii_isdigit (text[digits]))
    digits++;
  if (digits > offset && digits + 1 < end && (text[digits] == '.' || text[digits] == ')') &&
      g_ascii_isspace (text[digits + 1]))
    return digits + 1;
  return offset;
}

/* Makes of one line what cmark can read in linear time; blocks that a person means stay the same blocks. Returns
 * whether the line was nested too deep. @copy is NULL on the first call, which only asks whether anything is to do. */
static gboolean
flatten_line (const char *text,
              gsize       start,
              gsize       end,
              char       *copy)
{
  gsize offset = start;
  guint depth = 0;
  guint indent = 0;
  gboolean is_deep = FALSE;

  while (offset < end)
    {
      gsize after;

      while (offset < end && is_blank (text[offset]))
        indent += text[offset++] == '\t' ? 4 : 1;
      after = skip_marker (text, offset, end);
      if (after == offset)
        break;
      depth++;
      if (depth > MAX_DEPTH || indent > MAX_INDENT)
        {
          is_deep = TRUE;
          if (copy == NULL)
            break;
          memset (copy + offset, 'x', after - offset);
        }
      offset = after;
    }
  return is_deep;
}

static cmark_node *
open_block_cb (cmark_syntax_extension *extension,
               int                     is_indented,
               cmark_parser           *parser,
               cmark_node             *container,
               unsigned char          *line,
               int                     length)
{
  KlBlockParser *self = cmark_syntax_extension_get_private (extension);

  if (self->document == NULL)
    self->document = container;
  return NULL;
}

static gboolean
is_container (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
}

/* The first paragraph of a list item is the item. */
static gboolean
is_absorbed (cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);

  return cmark_node_get_type (parent) == CMARK_NODE_ITEM && cmark_node_previous (node) == NULL
         && cmark_node_get_type (node) != CMARK_NODE_LIST;
}

/* Each block is told once. The user data of cmark's nodes are free to note that. */
static void
tell (KlBlockParser *self,
      cmark_node    *node,
      guint          depth)
{
  guint line = (guint) MAX (cmark_node_get_start_line (node), 0);

  if (cmark_node_get_user_data (node) != NULL)
    return;
  cmark_node_set_user_data (node, GUINT_TO_POINTER (TOLD));
  if (line > N_OWN_LINES && cmark_node_get_type (node) != CMARK_NODE_LIST && !is_absorbed (node))
    self->func (node, line - N_OWN_LINES, depth, self->user_data);
}

/* Tells what is in a closed block, itself included. */
static void
tell_closed (KlBlockParser *self,
             cmark_node    *top,
             guint          depth)
{
  cmark_node *node = top;

  while (node != NULL)
    {
      cmark_node *next = is_container (node) ? cmark_node_first_child (node) : NULL;

      if (cmark_node_get_type (node) == CMARK_NODE_ITEM)
        depth++;
      tell (self, node, depth);
      while (next == NULL && node != NULL)
        {
          if (cmark_node_get_type (node) == CMARK_NODE_ITEM)
            depth--;
          next = node != top ? cmark_node_next (node) : NULL;
          if (next == NULL)
            node = node != top ? cmark_node_parent (node) : NULL;
        }
      node = next;
    }
}

/* Tells what is closed of an open block, and takes it out. The first child of a list item stays there, as it means
 * something to be the first one. */
static void
take_closed_children (KlBlockParser *self,
                      cmark_node    *container,
                      guint          depth)
{
  gboolean is_item = cmark_node_get_type (container) == CMARK_NODE_ITEM;
  cmark_node *last = cmark_node_last_child (container);
  cmark_node *node = cmark_node_first_child (container);

  while (node != last)
    {
      cmark_node *next = cmark_node_next (node);

      if (!is_item || cmark_node_previous (node) != NULL)
        {
          tell_closed (self, node, depth);
          cmark_node_free (node);
        }
      else if (cmark_node_get_user_data (node) != GUINT_TO_POINTER (ALL_TOLD))
        {
          tell_closed (self, node, depth);
          cmark_node_set_user_data (node, GUINT_TO_POINTER (ALL_TOLD));
        }
      node = next;
    }
}

/* Tells and takes out what is closed. Returns what is open, unless it is a list or a list item, which is told too. */
static cmark_node *
take_closed (KlBlockParser *self,
             guint         *depth)
{
  cmark_node *node = self->document;

  *depth = 0;
  while (node != NULL && is_container (node))
    {
      if (cmark_node_get_type (node) == CMARK_NODE_ITEM)
        *depth += 1;
      if (node != self->document)
        tell (self, node, *depth);
      take_closed_children (self, node, *depth);
      node = cmark_node_last_child (node);
    }
  return node;
}

/**
 * kl_block_parser_new:
 * @func: told each list item, and each block that is no list, in the order of the text; what stands in a quote is a
 *   part of that, and the first paragraph of an item a part of the item
 * @user_data: for @func
 *
 * Returns: (transfer full): a parser of a document
 */
KlBlockParser *
kl_block_parser_new (KlBlockFunc func,
                     gpointer    user_data)
{
  KlBlockParser *self = g_new0 (KlBlockParser, 1);

  self->func = func;
  self->user_data = user_data;
  self->line = 1;
  self->parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  self->extension = cmark_syntax_extension_new ("klearn-blocks");
  cmark_syntax_extension_set_private (self->extension, self, NULL);
  cmark_syntax_extension_set_open_block_func (self->extension, open_block_cb);
  cmark_parser_attach_syntax_extension (self->parser, self->extension);
  cmark_parser_feed (self->parser, OWN_TEXT, strlen (OWN_TEXT));
  g_assert (self->document != NULL);
  return self;
}

/**
 * kl_block_parser_free:
 * @self: (transfer full): a parser
 */
void
kl_block_parser_free (KlBlockParser *self)
{
  cmark_parser_free (self->parser);
  cmark_syntax_extension_free (cmark_get_default_mem_allocator (), self->extension);
  g_free (self);
}

/**
 * kl_block_parser_feed:
 * @self: a parser
 * @text: whole lines
 * @length: how many bytes
 *
 * Goes on with the document, and tells what is known of it by now.
 */
void
kl_block_parser_feed (KlBlockParser *self,
                      const char    *text,
                      gsize          length)
{
  g_autofree char *copy = NULL;
  gboolean is_deep = FALSE;
  guint depth;

  for (gsize at = 0, next = 0; at < length; at = next, self->line++)
    {
      next = kl_text_line_next (text, at, length);
      if (!flatten_line (text, at, next, NULL))
        continue;
      is_deep = TRUE;
      if (self->flattened == 0)
        self->flattened = self->line;
    }
  if (is_deep)
    {
      copy = g_memdup2 (text, length);
      for (gsize at = 0, next = 0; at < length; at = next)
        {
          next = kl_text_line_next (text, at, length);
          flatten_line (text, at, next, copy);
        }
    }

  cmark_parser_feed (self->parser, copy != NULL ? copy : text, length);
  take_closed (self, &depth);
}

/**
 * kl_block_parser_finish:
 * @self: a parser that was fed the whole document
 *
 * Tells what is left.
 */
void
kl_block_parser_finish (KlBlockParser *self)
{
  guint depth;
  cmark_node *last;

  /* The first ends a last line without an end; a blank line closes a paragraph, which may turn out to be none. */
  cmark_parser_feed (self->parser, "\n\n", 2);
  last = take_closed (self, &depth);
  if (last != NULL)
    tell (self, last, depth);
}

/**
 * kl_block_parser_get_flattened:
 * @self: a parser
 *
 * Returns: the first line that nests deeper than KLearn follows, 0 if none does
 */
guint
kl_block_parser_get_flattened (KlBlockParser *self)
{
  return self->flattened;
}
