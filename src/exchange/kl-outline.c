/* kl-outline.c: a Markdown document as a flat list of blocks that covers every byte of it
 *
 * cmark finds the blocks. Only the lines that they start on are taken from it, since its end lines cannot be trusted; a
 * block reaches to the start of the next one. What has no node (blank lines, link definitions) so belongs to the block
 * before it. The walk never recurses, and only block nodes are visited.
 *
 * cmark's table extension stays off: a table is a note as it stands, whichever node holds it, and a table of many
 * columns and short rows makes that extension fill in billions of empty cells.
 */

#include "config.h"

#include "kl-outline.h"

#include <cmark-gfm.h>
#include <string.h>

/* Deeper than anybody nests. Blank lines cost cmark one step for each open container, so depth has to have an end. */
#define MAX_DEPTH   64
#define MAX_INDENT  256
#define CHUNK_BYTES (256u * 1024u)

struct _KlOutline
{
  GBytes *bytes;
  GArray *blocks;
  gsize body_start;
  guint body_line;
  guint flattened;
};

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* One past the line's end, its line break included: LF, CR LF or CR, as cmark counts them. */
static gsize
next_line (const char *text,
           gsize       offset,
           gsize       length)
{
  while (offset < length && text[offset] != '\n' && text[offset] != '\r')
    offset++;
  if (offset < length && text[offset] == '\r')
    {
      offset++;
      if (offset < length && text[offset] == '\n')
        offset++;
      return offset;
    }
  return offset < length ? offset + 1 : offset;
}

static gboolean
line_is (const char *text,
         gsize       start,
         gsize       end,
         const char *wanted)
{
  gsize length = strlen (wanted);

  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  return end - start == length && memcmp (text + start, wanted, length) == 0;
}

/* How long the byte order mark is. The bytes of a document end without a NUL. */
static gsize
mark_length (const char *text,
             gsize       length)
{
  static const char mark[] = { '\xef', '\xbb', '\xbf' };

  return length >= sizeof mark && memcmp (text, mark, sizeof mark) == 0 ? sizeof mark : 0;
}

/* Where the front matter ends, 0 if there is none: a rule that nothing closes is only a rule. */
static gsize
find_front_matter (const char *text,
                   gsize       length,
                   guint      *n_lines)
{
  gsize start = mark_length (text, length);
  gsize line = next_line (text, start, length);
  const char *fence = NULL;

  *n_lines = 1;
  if (line_is (text, start, line, "---"))
    fence = "---";
  else if (line_is (text, start, line, "+++"))
    fence = "+++";
  if (fence == NULL)
    return 0;

  while (line < length)
    {
      gsize next = next_line (text, line, length);

      *n_lines += 1;
      if (line_is (text, line, next, fence) || (*fence == '-' && line_is (text, line, next, "...")))
        return next;
      line = next;
    }
  return 0;
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
defuse_line (const char *text,
             gsize       start,
             gsize       end,
             char       *copy,
             gboolean   *needed)
{
  gsize offset = start;
  gsize content;
  guint depth = 0;
  guint indent = 0;
  gboolean deep = FALSE;

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
          deep = TRUE;
          if (copy == NULL)
            break;
          memset (copy + offset, 'x', after - offset);
        }
      offset = after;
    }

  content = offset;
  for (const char *mark = memchr (text + content, '<', end - content); mark != NULL;
       mark = memchr (mark + 1, '<', end - (gsize) (mark + 1 - text)))
    {
      gsize at = (gsize) (mark - text);

      /* “<?” and “<!” inside of a line open inline HTML, whose end cmark looks for again and again. */
      if (at > content && at + 1 < end && (text[at + 1] == '?' || text[at + 1] == '!'))
        {
          *needed = TRUE;
          if (copy == NULL)
            return deep;
          copy[at + 1] = 'x';
        }
    }

  *needed = *needed || deep;
  return deep;
}

static void
feed_chunk (KlOutline    *self,
            cmark_parser *parser,
            const char   *text,
            gsize         length,
            guint        *line)
{
  g_autofree char *copy = NULL;
  gboolean needed = FALSE;

  for (gsize at = 0; at < length;)
    {
      gsize next = next_line (text, at, length);

      if (defuse_line (text, at, next, NULL, &needed) && self->flattened == 0)
        self->flattened = *line;
      *line += 1;
      at = next;
    }

  if (!needed)
    {
      cmark_parser_feed (parser, text, length);
      return;
    }

  copy = g_memdup2 (text, length);
  for (gsize at = 0; at < length;)
    {
      gsize next = next_line (text, at, length);

      defuse_line (text, at, next, copy, &needed);
      at = next;
    }
  cmark_parser_feed (parser, copy, length);
}

static cmark_node *
parse (KlOutline           *self,
       KlExchangeProgress   progress,
       gpointer             progress_data,
       GCancellable        *cancellable,
       GError             **error)
{
  gsize length;
  const char *text = kl_outline_get_text (self, &length);
  cmark_parser *parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  cmark_node *document;
  guint line = self->body_line;

  for (gsize at = self->body_start; at < length;)
    {
      gsize end = MIN (length, at + CHUNK_BYTES);

      end = next_line (text, end - 1, length);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          cmark_parser_free (parser);
          return NULL;
        }
      feed_chunk (self, parser, text + at, end - at, &line);
      if (progress != NULL)
        progress (0.3 * (double) end / (double) length, progress_data);
      at = end;
    }

  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return document;
}

static KlBlockKind
block_kind (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_HEADING)
    return KL_BLOCK_HEADING;
  if (type == CMARK_NODE_PARAGRAPH)
    return KL_BLOCK_PARAGRAPH;
  if (type == CMARK_NODE_ITEM)
    return KL_BLOCK_ITEM;
  if (type == CMARK_NODE_CODE_BLOCK)
    return KL_BLOCK_CODE;
  if (type == CMARK_NODE_BLOCK_QUOTE)
    return KL_BLOCK_QUOTE;
  if (type == CMARK_NODE_HTML_BLOCK)
    return KL_BLOCK_HTML;
  if (type == CMARK_NODE_THEMATIC_BREAK)
    return KL_BLOCK_RULE;
  return KL_BLOCK_OTHER;
}

typedef struct
{
  gsize offset;
  guint line;
} Cursor;

static void
add_block (KlOutline  *self,
           Cursor     *cursor,
           cmark_node *node,
           guint       depth)
{
  gsize length;
  const char *text = kl_outline_get_text (self, &length);
  guint line = (guint) MAX (cmark_node_get_start_line (node), 0) + self->body_line - 1;
  KlBlock block = { block_kind (node), 0, depth, line, 0, 0 };

  /* What starts on the line of the block before it is a part of that block. */
  if (self->blocks->len > 0 && line <= g_array_index (self->blocks, KlBlock, self->blocks->len - 1).line)
    return;

  while (cursor->line < line && cursor->offset < length)
    {
      cursor->offset = next_line (text, cursor->offset, length);
      cursor->line++;
    }
  block.start = cursor->offset;
  if (block.kind == KL_BLOCK_HEADING)
    block.level = (guint) cmark_node_get_heading_level (node);

  if (self->blocks->len == 0 && block.start > 0)
    {
      KlBlock before = { KL_BLOCK_OTHER, 0, 0, 1, 0, 0 };

      g_array_append_val (self->blocks, before);
    }
  g_array_append_val (self->blocks, block);
}

static gboolean
is_absorbed (cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);

  return parent != NULL && cmark_node_get_type (parent) == CMARK_NODE_ITEM && cmark_node_previous (node) == NULL &&
         cmark_node_get_type (node) != CMARK_NODE_LIST;
}

static void
collect_blocks (KlOutline  *self,
                cmark_node *document)
{
  Cursor cursor = { self->body_start, self->body_line };
  cmark_node *node = document;
  guint depth = 0;

  while (node != NULL)
    {
      cmark_node_type type = cmark_node_get_type (node);
      cmark_node *next = NULL;

      if (type == CMARK_NODE_ITEM)
        depth++;
      if (type != CMARK_NODE_DOCUMENT && type != CMARK_NODE_LIST && !is_absorbed (node))
        add_block (self, &cursor, node, depth);
      if (type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM)
        next = cmark_node_first_child (node);

      while (next == NULL && node != NULL)
        {
          if (cmark_node_get_type (node) == CMARK_NODE_ITEM)
            depth--;
          next = cmark_node_next (node);
          if (next == NULL)
            node = cmark_node_parent (node);
        }
      node = next;
    }
}

static void
close_blocks (KlOutline *self)
{
  gsize length = g_bytes_get_size (self->bytes);

  if (self->blocks->len == 0)
    {
      KlBlock all = { KL_BLOCK_OTHER, 0, 0, 1, 0, length };

      g_array_append_val (self->blocks, all);
      return;
    }

  for (guint i = 0; i < self->blocks->len; i++)
    g_array_index (self->blocks, KlBlock, i).end =
      i + 1 < self->blocks->len ? g_array_index (self->blocks, KlBlock, i + 1).start : length;
}

/**
 * kl_outline_new:
 * @bytes: a document; UTF-8 without NUL, not empty
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops between pieces of the document
 * @error: set to %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): its blocks, in order
 */
KlOutline *
kl_outline_new (GBytes              *bytes,
                KlExchangeProgress   progress,
                gpointer             progress_data,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autoptr(KlOutline) self = g_new0 (KlOutline, 1);
  cmark_node *document;
  gsize length;
  const char *text;
  guint front_lines = 0;

  self->bytes = g_bytes_ref (bytes);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (KlBlock));
  self->body_line = 1;
  text = kl_outline_get_text (self, &length);

  self->body_start = length > 0 ? find_front_matter (text, length, &front_lines) : 0;
  if (self->body_start > 0)
    {
      KlBlock front = { KL_BLOCK_FRONT_MATTER, 0, 0, 1, 0, 0 };

      g_array_append_val (self->blocks, front);
      self->body_line = front_lines + 1;
    }

  document = parse (self, progress, progress_data, cancellable, error);
  if (document == NULL)
    return NULL;

  collect_blocks (self, document);
  close_blocks (self);
  cmark_node_free (document);
  return g_steal_pointer (&self);
}

/**
 * kl_outline_free:
 * @self: (transfer full): an outline
 */
void
kl_outline_free (KlOutline *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * kl_outline_get_text:
 * @self: an outline
 * @length: (out) (nullable): its bytes
 *
 * Returns: (transfer none): the whole document as it was
 */
const char *
kl_outline_get_text (KlOutline *self,
                     gsize     *length)
{
  return g_bytes_get_data (self->bytes, length);
}

/**
 * kl_outline_get_start:
 * @self: an outline
 *
 * Returns: the first byte of the text that is not the byte order mark
 */
gsize
kl_outline_get_start (KlOutline *self)
{
  gsize length;
  const char *text = kl_outline_get_text (self, &length);

  return mark_length (text, length);
}

/**
 * kl_outline_get_body_start:
 * @self: an outline
 *
 * Returns: the first byte of the text that is neither byte order mark nor front matter
 */
gsize
kl_outline_get_body_start (KlOutline *self)
{
  return MAX (self->body_start, kl_outline_get_start (self));
}

/**
 * kl_outline_get_n_blocks:
 * @self: an outline
 *
 * Returns: how many blocks, at least one
 */
guint
kl_outline_get_n_blocks (KlOutline *self)
{
  return self->blocks->len;
}

/**
 * kl_outline_get_block:
 * @self: an outline
 * @index: below kl_outline_get_n_blocks()
 *
 * Returns: (transfer none): the block
 */
const KlBlock *
kl_outline_get_block (KlOutline *self,
                      guint      index)
{
  return &g_array_index (self->blocks, KlBlock, index);
}

/**
 * kl_outline_get_flattened:
 * @self: an outline
 *
 * Returns: the first line that nests deeper than KLearn follows, 0 if none does
 */
guint
kl_outline_get_flattened (KlOutline *self)
{
  return self->flattened;
}
