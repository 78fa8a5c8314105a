#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kl_canvas_keys_add (GtkWidgetClass *widget_class);

G_END_DECLS
