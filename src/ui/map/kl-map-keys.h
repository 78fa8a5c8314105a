#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kl_map_keys_add (GtkWidgetClass *widget_class);

G_END_DECLS
