#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *kl_keyboard_focus_find_child (GtkWidget *parent);

G_END_DECLS
