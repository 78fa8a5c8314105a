#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

cmark_node *kl_markdown_document_new (const char *markdown);

G_END_DECLS
