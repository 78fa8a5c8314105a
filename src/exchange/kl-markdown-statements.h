#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **kl_markdown_statements_new (const char *markdown);

G_END_DECLS
