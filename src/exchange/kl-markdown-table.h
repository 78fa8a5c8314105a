#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean kl_markdown_table_may_read (const char *markdown);
char    *kl_markdown_table_dup_text (cmark_node *table);

G_END_DECLS
