#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kl_markdown_to_markup (const char *markdown);

G_END_DECLS
