/* kl-outline.c: a Markdown document as a flat list of blocks that covers every byte of it
 *
 * cmark finds the blocks. Only the lines that they start on are taken from it, since its end lines cannot be trusted; a
 * block reaches to the start of the next one. What has no node (blank lines, link definitions) so belongs to the block
 * before it.
 *
 * cmark's table extension stays off: a table is a note as it stands, whichever node holds it, and a table of many
 * columns and short rows makes that extension fill in billions of empty cells.
 */

#include "config.h"

#include "kl-outline.h"

#include <string.h>

#include "kl-block-parser.h"
#include "kl-text-line.h"

/* A piece and its blocks fit into a processor's cache. */
#define CHUNK_BYTES (8u * 1024u)

struct _KlOutline
{
  GBytes *bytes;
  GArray *blocks;
  gsize body_start;
  guint body_line;
  guint flattened;
};

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
  gsize line = kl_text_line_next (text, start, length);
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
      gsize next = kl_text_line_next (text, line, length);

      *n_lines += 1;
      if (line_is (text, line, next, fence) || (*fence == '-' && line_is (text, line, next, "...")))
        return next;
      line = next;
    }
  return 0;
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

/* A document on its way to be an outline, and how far lines were counted. */
typedef struct
{
  KlOutline *outline;
  gsize offset;
  guint line;
} Building;

static void
add_block (cmark_node *node,
           guint       line,
           guint       depth,
           gpointer    user_data)
{
  Building *building = user_data;
  KlOutline *self = building->outline;
  gsize length;
  const char *text = kl_outline_get_text (self, &length);
  KlBlock block = { block_kind (node), 0, (guint16) depth, line + self->body_line - 1, 0, 0 };

  /* What starts on the line of the block before it is a part of that block. */
  if (self->blocks->len > 0 && block.line <= g_array_index (self->blocks, KlBlock, self->blocks->len - 1).line)
    return;

  while (building->line < block.line && building->offset < length)
    {
      building->offset = kl_text_line_next (text, building->offset, length);
      building->line++;
    }
  block.start = (guint) building->offset;
  if (block.kind == KL_BLOCK_HEADING)
    block.level = (guint16) cmark_node_get_heading_level (node);

  if (self->blocks->len == 0 && block.start > 0)
    {
      KlBlock before = { KL_BLOCK_OTHER, 0, 0, 1, 0, 0 };

      g_array_append_val (self->blocks, before);
    }
  g_array_append_val (self->blocks, block);
}

static gboolean
collect_blocks (KlOutline           *self,
                KlExchangeProgress   progress,
                gpointer             progress_data,
                GCancellable        *cancellable,
                GError             **error)
{
  gsize length;
  const char *text = kl_outline_get_text (self, &length);
  Building building = { self, self->body_start, self->body_line };
  g_autoptr(KlBlockParser) parser = kl_block_parser_new (add_block, &building);

  for (gsize at = self->body_start + mark_length (text + self->body_start, length - self->body_start); at < length;)
    {
      gsize end = MIN (length, at + CHUNK_BYTES);

      end = kl_text_line_next (text, end - 1, length);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      kl_block_parser_feed (parser, text + at, end - at);
      if (progress != NULL)
        progress (0.3 * (double) end / (double) length, progress_data);
      at = end;
    }

  kl_block_parser_finish (parser);
  if (kl_block_parser_get_flattened (parser) > 0)
    self->flattened = kl_block_parser_get_flattened (parser) + self->body_line - 1;
  return TRUE;
}

static void
close_blocks (KlOutline *self)
{
  guint length = (guint) g_bytes_get_size (self->bytes);

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

/* A line such as “**Gaps identified:**”, from its first column on. */
static gboolean
is_label_line (const char *text,
               gsize       start,
               gsize       end)
{
  gsize length = end - start;

  return length > strlen ("****:") && text[start] == '*' && text[start + 1] == '*'
         && (g_strstr_len (text + start, (gssize) length, ":**") != NULL
             || g_strstr_len (text + start, (gssize) length, "**:") != NULL);
}

static gboolean
find_label_line (const char    *text,
                 const KlBlock *block,
                 KlBlock       *label)
{
  guint line = block->line;

  for (gsize at = kl_text_line_next (text, block->start, block->end); at < block->end;
       at = kl_text_line_next (text, at, block->end))
    {
      line++;
      if (is_label_line (text, at, kl_text_line_next (text, at, block->end)))
        {
          KlBlock found = { KL_BLOCK_PARAGRAPH, 0, 0, line, (guint) at, block->end };

          *label = found;
          return TRUE;
        }
    }
  return FALSE;
}

/* Markdown takes a line right below a list or a quote for more of it, wherever the line begins. Who begins a label in
 * the first column means a label. */
static void
part_labels (KlOutline *self)
{
  const char *text = kl_outline_get_text (self, NULL);
  g_autoptr(GArray) parted = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      KlBlock *block = &g_array_index (self->blocks, KlBlock, i);
      KlBlock label;
      gboolean may_go_on = block->kind == KL_BLOCK_ITEM || block->kind == KL_BLOCK_QUOTE
                           || (block->kind == KL_BLOCK_PARAGRAPH && block->depth > 0);

      if (may_go_on && find_label_line (text, block, &label))
        {
          if (parted == NULL)
            {
              parted = g_array_new (FALSE, FALSE, sizeof (KlBlock));
              g_array_append_vals (parted, self->blocks->data, i);
            }
          block->end = label.start;
          g_array_append_val (parted, *block);
          g_array_append_val (parted, label);
        }
      else if (parted != NULL)
        g_array_append_val (parted, *block);
    }
  if (parted != NULL)
    {
      g_array_unref (self->blocks);
      self->blocks = g_steal_pointer (&parted);
    }
}

/**
 * kl_outline_new:
 * @bytes: a document; UTF-8 without NUL, not empty, less than 4 GB
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

  if (!collect_blocks (self, progress, progress_data, cancellable, error))
    return NULL;

  close_blocks (self);
  part_labels (self);
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
