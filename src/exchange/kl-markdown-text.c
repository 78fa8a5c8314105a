/* kl-markdown-text.c: Markdown that is only looked at, as words and how they are to be shown
 *
 * cmark reads it, as it reads the plans. What stands where is said in characters, for a widget with text tags.
 */

#include "config.h"

#include "kl-markdown-text.h"

#include <cmark-gfm.h>
#include <string.h>

#include "kl-markdown-document.h"
#include "kl-markdown-table.h"

/* A longer text is shown as it is written: nobody wrote it by hand, and a frame has no time for it. */
#define MAX_BYTES (64 * 1024)

typedef struct
{
  GString *text;
  int length; /* of the text, in characters */
  GArray *spans;
  GArray *open; /* of int: where that begins which is not complete yet, the innermost last */
  guint lists;
  guint quotes;
  gboolean after_marker; /* the next block begins on this line */
} Writer;

static void
clear_span (gpointer data)
{
  g_free (((KlMarkdownSpan *) data)->address);
}

static void
append (Writer     *writer,
        const char *words)
{
  g_string_append (writer->text, words);
  writer->length += (int) g_utf8_strlen (words, -1);
}

static void
add_span (Writer          *writer,
          KlMarkdownStyle  style,
          guint            level,
          int              start,
          const char      *address)
{
  KlMarkdownSpan span = { style, level, start, writer->length, NULL };

  if (start == writer->length || level > KL_MARKDOWN_MAX_LEVEL)
    return;

  span.address = g_strdup (address);
  g_array_append_val (writer->spans, span);
}

static void
begin_span (Writer *writer)
{
  g_array_append_val (writer->open, writer->length);
}

static int
end_span (Writer *writer)
{
  int start = g_array_index (writer->open, int, writer->open->len - 1);

  g_array_set_size (writer->open, writer->open->len - 1);
  return start;
}

/* A block begins on a line of its own; the space between them is a matter of tags. */
static void
begin_block (Writer *writer)
{
  if (writer->length > 0 && !writer->after_marker)
    append (writer, "\n");
  writer->after_marker = FALSE;
}

static void
begin_item (Writer     *writer,
            cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  g_autofree char *marker = NULL;

  begin_block (writer);
  begin_span (writer);
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    {
      int past = GPOINTER_TO_INT (cmark_node_get_user_data (list));

      marker = g_strdup_printf ("%d. ", cmark_node_get_list_start (list) + past);
      cmark_node_set_user_data (list, GINT_TO_POINTER (past + 1));
    }
  append (writer, marker != NULL ? marker : "• ");
  writer->after_marker = TRUE;
}

static void
write_item (Writer     *writer,
            cmark_node *node,
            gboolean    entering)
{
  if (entering)
    {
      begin_item (writer, node);
      return;
    }

  writer->after_marker = FALSE;
  add_span (writer, KL_MARKDOWN_ITEM, writer->lists + writer->quotes, end_span (writer), NULL);
}

static void
write_lines (Writer     *writer,
             cmark_node *node,
             gboolean    is_code)
{
  g_autofree char *text = g_strdup (cmark_node_get_literal (node));
  int start;

  begin_block (writer);
  if (g_str_has_suffix (text, "\n"))
    text[strlen (text) - 1] = '\0';
  start = writer->length;
  append (writer, text);
  if (is_code)
    add_span (writer, KL_MARKDOWN_CODE_BLOCK, 0, start, NULL);
}

static void
write_table (Writer     *writer,
             cmark_node *table)
{
  g_autofree char *text = kl_markdown_table_dup_text (table);
  int start;

  begin_block (writer);
  start = writer->length;
  append (writer, text);
  add_span (writer, KL_MARKDOWN_CODE_BLOCK, 0, start, NULL);
}

static void
write_quote (Writer   *writer,
             gboolean  entering)
{
  /* The line break before its first block is not of the quote. */
  if (entering)
    {
      begin_block (writer);
      writer->after_marker = TRUE;
      writer->quotes++;
      begin_span (writer);
      return;
    }

  add_span (writer, KL_MARKDOWN_QUOTE, writer->lists + writer->quotes, end_span (writer), NULL);
  writer->quotes--;
  writer->after_marker = FALSE;
}

/* Only to where a browser goes; any other address is no more than its words. */
static const char *
get_address (cmark_node *link)
{
  const char *url = cmark_node_get_url (link);

  if (url == NULL
      || (g_ascii_strncasecmp (url, "https://", 8) != 0 && g_ascii_strncasecmp (url, "http://", 7) != 0))
    return NULL;
  return url;
}

static void
write_inline (Writer     *writer,
              cmark_node *node,
              gboolean    entering)
{
  cmark_node_type type = cmark_node_get_type (node);
  gboolean strikes = g_str_equal (cmark_node_get_type_string (node), "strikethrough");

  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE)
    append (writer, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    append (writer, "\n");
  else if (type == CMARK_NODE_CODE)
    {
      int start = writer->length;

      append (writer, cmark_node_get_literal (node));
      add_span (writer, KL_MARKDOWN_CODE, 0, start, NULL);
    }
  else if (type != CMARK_NODE_STRONG && type != CMARK_NODE_EMPH && type != CMARK_NODE_LINK && !strikes)
    return;
  else if (entering)
    begin_span (writer);
  else if (type == CMARK_NODE_LINK)
    {
      const char *address = get_address (node);
      int start = end_span (writer);

      if (address != NULL)
        add_span (writer, KL_MARKDOWN_LINK, 0, start, address);
    }
  else
    add_span (writer,
              strikes ? KL_MARKDOWN_STRIKE : type == CMARK_NODE_STRONG ? KL_MARKDOWN_STRONG : KL_MARKDOWN_EMPHASIS, 0,
              end_span (writer), NULL);
}

static void
write_node (Writer     *writer,
            cmark_node *node,
            gboolean    entering)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_LIST)
    writer->lists += entering ? 1 : (guint) -1;
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    write_quote (writer, entering);
  else if (type == CMARK_NODE_ITEM)
    write_item (writer, node, entering);
  else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK)
    write_lines (writer, node, type == CMARK_NODE_CODE_BLOCK);
  else if (type == CMARK_NODE_PARAGRAPH && entering)
    begin_block (writer);
  else if (type == CMARK_NODE_HEADING && entering)
    {
      begin_block (writer);
      begin_span (writer);
    }
  else if (type == CMARK_NODE_HEADING)
    add_span (writer, KL_MARKDOWN_HEADING, (guint) cmark_node_get_heading_level (node), end_span (writer), NULL);
  else if (type == CMARK_NODE_THEMATIC_BREAK)
    {
      begin_block (writer);
      append (writer, "―――");
    }
  else
    write_inline (writer, node, entering);
}

/**
 * kl_markdown_text_new:
 * @markdown: (nullable): what was written
 *
 * Returns: (transfer full): what is to be read, and how; code as it is, byte for byte
 */
KlMarkdownText *
kl_markdown_text_new (const char *markdown)
{
  KlMarkdownText *self = g_new0 (KlMarkdownText, 1);
  g_autofree char *valid = g_utf8_make_valid (markdown != NULL ? markdown : "", -1);
  g_autoptr(GArray) open_ends = g_array_new (FALSE, FALSE, sizeof (int));
  Writer writer = { .open = open_ends };
  cmark_node *document;
  cmark_iter *iter;
  cmark_event_type event;

  self->spans = g_array_new (FALSE, FALSE, sizeof (KlMarkdownSpan));
  g_array_set_clear_func (self->spans, clear_span);
  if (strlen (valid) > MAX_BYTES)
    {
      self->text = g_steal_pointer (&valid);
      return self;
    }

  writer.text = g_string_sized_new (strlen (valid) + 16);
  writer.spans = self->spans;
  document = kl_markdown_document_new (valid);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_ENTER && g_str_equal (cmark_node_get_type_string (node), "table"))
        {
          write_table (&writer, node);
          cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
        }
      else
        write_node (&writer, node, event == CMARK_EVENT_ENTER);
    }
  cmark_iter_free (iter);
  cmark_node_free (document);
  self->text = g_string_free (writer.text, FALSE);
  return self;
}

/**
 * kl_markdown_text_free:
 * @self: (transfer full): a text
 */
void
kl_markdown_text_free (KlMarkdownText *self)
{
  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}
