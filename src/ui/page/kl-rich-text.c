/* kl-rich-text.c: what was written in Markdown, in a label */

#include "config.h"

#include "kl-rich-text.h"

#include "exchange/kl-markdown-markup.h"

/**
 * kl_rich_text_show:
 * @label: a label
 * @markdown: (nullable): what was written
 *
 * Makes @label show it; gtk_label_get_text() then is what is to be read.
 */
void
kl_rich_text_show (GtkLabel *label,
                   const char *markdown)
{
  g_autofree char *markup = kl_markdown_to_markup (markdown);

  gtk_label_set_markup (label, markup);
}
