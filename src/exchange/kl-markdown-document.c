/* kl-markdown-document.c: what a person wrote in Markdown, as the nodes of cmark-gfm */

#include "config.h"

#include "kl-markdown-document.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "kl-markdown-table.h"

/**
 * kl_markdown_document_new:
 * @markdown: what was written
 *
 * Reads it with all that texts of a plan may have; tables only where they cannot cost too much.
 *
 * Returns: (transfer full): its root, to be freed by cmark_node_free()
 */
cmark_node *
kl_markdown_document_new (const char *markdown)
{
  cmark_parser *parser;
  cmark_node *document;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("strikethrough"));
  if (kl_markdown_table_may_read (markdown))
    cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("table"));
  cmark_parser_feed (parser, markdown, strlen (markdown));
  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return document;
}
