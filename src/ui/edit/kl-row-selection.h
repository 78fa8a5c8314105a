#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       kl_row_selection_attach    (GtkListBox    *list);
void       kl_row_selection_clear     (GtkListBox    *list);
GPtrArray *kl_row_selection_dup_items (GtkListBox    *list,
                                       GtkListBoxRow *row);

G_END_DECLS
