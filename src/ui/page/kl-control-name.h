#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kl_control_name_set (GtkWidget  *control,
                          const char *name);

G_END_DECLS
