#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kl_rich_text_show (GtkLabel   *label,
                        const char *markdown);

G_END_DECLS
