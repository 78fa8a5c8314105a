/* kl-markdown-statements.c: what Markdown says, paragraph by paragraph, without what only shows it
 *
 * cmark reads it, as it reads the plans. Code, tables, headings and pictures say nothing by themselves, what is struck
 * out is not meant any more, and a box that can be ticked off is something to do.
 */

#include "config.h"

#include "kl-markdown-statements.h"

#include <cmark-gfm.h>
#include <string.h>

#include "kl-markdown-document.h"

/* No more is read: nobody wrote more than that by hand about one thing, and reading it has to come to an end. */
#define MAX_BYTES (64 * 1024)

/* The beginning of a text that is too long, up to the end of a line where there is one. */
static char *
dup_beginning (const char *markdown)
{
  g_autofree char *beginning = g_strndup (markdown, MAX_BYTES);
  char *end;

  if (strlen (beginning) == MAX_BYTES)
    {
      end = strrchr (beginning, '\n');
      if (end != NULL)
        *end = '\0';
    }
  return g_utf8_make_valid (beginning, -1);
}

static gboolean
is_of_type (cmark_node *node,
            const char *type)
{
  return g_str_equal (cmark_node_get_type_string (node), type);
}

/* Whether what is in it is left out. */
static gboolean
is_passed_over (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  return type == CMARK_NODE_HEADING || type == CMARK_NODE_IMAGE || is_of_type (node, "table")
         || is_of_type (node, "strikethrough");
}

/* Words on one line, with one blank between them. */
static void
append_words (GString    *words,
              const char *more)
{
  for (const char *at = more; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isspace (letter))
        g_string_append_unichar (words, letter);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
}

static gboolean
is_box (const char *words)
{
  return words[0] == '[' && (words[1] == ' ' || words[1] == 'x' || words[1] == 'X') && words[2] == ']';
}

static void
end_paragraph (GStrvBuilder *statements,
               GString      *words)
{
  g_strchomp (words->str);
  if (*words->str != '\0' && !is_box (words->str))
    g_strv_builder_add (statements, words->str);
  g_string_truncate (words, 0);
}

static void
read_node (GStrvBuilder     *statements,
           GString          *words,
           cmark_node       *node,
           cmark_event_type  event)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_PARAGRAPH && event == CMARK_EVENT_EXIT)
    end_paragraph (statements, words);
  else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    append_words (words, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    append_words (words, " ");
}

/**
 * kl_markdown_statements_new:
 * @markdown: (nullable): what was written
 *
 * Returns: (transfer full): the words of each paragraph on a line, also of those in lists and quotes, in order; of a
 *   text that is very long, those of its beginning
 */
char **
kl_markdown_statements_new (const char *markdown)
{
  g_autofree char *valid = dup_beginning (markdown != NULL ? markdown : "");
  g_autoptr(GStrvBuilder) statements = g_strv_builder_new ();
  g_autoptr(GString) words = g_string_new (NULL);
  cmark_node *document = kl_markdown_document_new (valid);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_ENTER && is_passed_over (node))
        cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
      else
        read_node (statements, words, node, event);
    }
  cmark_iter_free (iter);
  cmark_node_free (document);
  return g_strv_builder_end (statements);
}
