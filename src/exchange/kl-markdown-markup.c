/* kl-markdown-markup.c: Markdown that is only looked at, as Pango markup
 *
 * cmark reads it, as it reads the plans. What it finds is written as Pango markup run by run, each run escaped:
 * whatever a text holds, it cannot bring markup of its own.
 */

#include "config.h"

#include "kl-markdown-markup.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

/* A longer text is shown as it is written: nobody wrote it by hand, and a frame has no time for it. */
#define MAX_BYTES (64 * 1024)

/* Lists further in stand no further in. */
#define MAX_INDENT 8

/* Before a line that shall be read as words and not as a block; not one of Markdown's own blanks. */
#define NO_BLOCK "\u00a0"

typedef struct
{
  GString *markup;
  guint strong;
  guint emphasis;
  guint strike;
  guint lists;
  gboolean in_link;
  gboolean after_marker; /* the next block begins on this line */
  gboolean drop_blank;   /* the next text begins with NO_BLOCK */
} Writer;

static void
write_run (Writer *writer,
           const char *text,
           gboolean code)
{
  g_autofree char *escaped = NULL;

  if (writer->drop_blank && g_str_has_prefix (text, NO_BLOCK))
    text += strlen (NO_BLOCK);
  writer->drop_blank = FALSE;

  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (writer->markup, "%s%s%s%s%s%s%s%s%s", writer->strong > 0 ? "<b>" : "",
                          writer->emphasis > 0 ? "<i>" : "", writer->strike > 0 ? "<s>" : "", code ? "<tt>" : "",
                          escaped, code ? "</tt>" : "", writer->strike > 0 ? "</s>" : "",
                          writer->emphasis > 0 ? "</i>" : "", writer->strong > 0 ? "</b>" : "");
}

/* A block begins: on a line of its own, after a blank one unless it is in a tight list. */
static void
begin_block (Writer *writer)
{
  if (writer->markup->len > 0 && !writer->after_marker)
    g_string_append (writer->markup, writer->lists > 0 ? "\n" : "\n\n");
  writer->after_marker = FALSE;
}

static void
begin_item (Writer *writer,
            cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);

  if (writer->markup->len > 0 && !writer->after_marker)
    g_string_append (writer->markup, cmark_node_previous (item) == NULL && writer->lists == 1 ? "\n\n" : "\n");
  for (guint i = 1; i < MIN (writer->lists, MAX_INDENT); i++)
    g_string_append (writer->markup, "    ");

  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    {
      int past = GPOINTER_TO_INT (cmark_node_get_user_data (list));

      g_string_append_printf (writer->markup, "%d. ", cmark_node_get_list_start (list) + past);
      cmark_node_set_user_data (list, GINT_TO_POINTER (past + 1));
    }
  else
    g_string_append (writer->markup, "• ");
  writer->after_marker = TRUE;
}

/* Only to where a browser goes; any other address is no more than its words. */
static void
begin_link (Writer *writer,
            cmark_node *link)
{
  const char *url = cmark_node_get_url (link);
  g_autofree char *escaped = NULL;

  if (url == NULL
      || (g_ascii_strncasecmp (url, "https://", 8) != 0 && g_ascii_strncasecmp (url, "http://", 7) != 0))
    return;

  escaped = g_markup_escape_text (url, -1);
  g_string_append_printf (writer->markup, "<a href=\"%s\" title=\"%s\">", escaped, escaped);
  writer->in_link = TRUE;
}

static void
end_link (Writer *writer)
{
  if (writer->in_link)
    g_string_append (writer->markup, "</a>");
  writer->in_link = FALSE;
}

static void
write_code_block (Writer *writer,
                  cmark_node *node,
                  gboolean code)
{
  g_autofree char *text = g_strdup (cmark_node_get_literal (node));

  begin_block (writer);
  if (g_str_has_suffix (text, "\n"))
    text[strlen (text) - 1] = '\0';
  write_run (writer, text, code);
}

static void
write_inline (Writer *writer,
              cmark_node *node,
              gboolean entering)
{
  cmark_node_type type = cmark_node_get_type (node);
  guint step = entering ? 1 : (guint) -1;

  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE)
    write_run (writer, cmark_node_get_literal (node), FALSE);
  else if (type == CMARK_NODE_CODE)
    write_run (writer, cmark_node_get_literal (node), TRUE);
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    g_string_append_c (writer->markup, '\n');
  else if (type == CMARK_NODE_STRONG)
    writer->strong += step;
  else if (type == CMARK_NODE_EMPH)
    writer->emphasis += step;
  else if (g_str_equal (cmark_node_get_type_string (node), "strikethrough"))
    writer->strike += step;
  else if (type == CMARK_NODE_LINK && entering)
    begin_link (writer, node);
  else if (type == CMARK_NODE_LINK)
    end_link (writer);
}

static void
write_node (Writer *writer,
            cmark_node *node,
            gboolean entering)
{
  cmark_node_type type = cmark_node_get_type (node);
  guint step = entering ? 1 : (guint) -1;

  if (type == CMARK_NODE_LIST)
    writer->lists += step;
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    writer->emphasis += step;
  else if (type == CMARK_NODE_ITEM && entering)
    begin_item (writer, node);
  else if (type == CMARK_NODE_CODE_BLOCK)
    write_code_block (writer, node, TRUE);
  else if (type == CMARK_NODE_HTML_BLOCK)
    write_code_block (writer, node, FALSE);
  else if ((type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) && entering)
    begin_block (writer);
  else if (type == CMARK_NODE_THEMATIC_BREAK)
    {
      begin_block (writer);
      g_string_append (writer->markup, "―――");
    }
  else
    write_inline (writer, node, entering);

  if (type == CMARK_NODE_HEADING)
    writer->strong += step;
}

static cmark_node *
parse (const char *markdown)
{
  cmark_parser *parser;
  cmark_node *document;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("strikethrough"));
  cmark_parser_feed (parser, markdown, strlen (markdown));
  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return document;
}

/* One line is words, whatever it begins with: “1. ” in a key point is part of it. A quote has its mark for itself. */
static gboolean
is_line (const char *markdown)
{
  return *markdown != '>' && strchr (markdown, '\n') == NULL;
}

/**
 * kl_markdown_to_markup:
 * @markdown: (nullable): what was written
 *
 * Returns: (transfer full): Pango markup, with links, that shows it; code as it is, byte for byte
 */
char *
kl_markdown_to_markup (const char *markdown)
{
  g_autofree char *valid = g_utf8_make_valid (markdown != NULL ? markdown : "", -1);
  gboolean line = is_line (valid);
  Writer writer = { .drop_blank = line };
  g_autofree char *input = NULL;
  cmark_node *document;
  cmark_iter *iter;
  cmark_event_type event;

  if (strlen (valid) > MAX_BYTES || (line && strpbrk (valid, "\\`*_[<&~") == NULL))
    return g_markup_escape_text (valid, -1);

  input = g_strconcat (line ? NO_BLOCK : "", valid, NULL);
  document = parse (input);
  writer.markup = g_string_sized_new (strlen (input) + 16);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    write_node (&writer, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);
  cmark_node_free (document);
  return g_string_free (writer.markup, FALSE);
}
