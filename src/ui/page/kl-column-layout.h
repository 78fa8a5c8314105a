#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KL_TYPE_COLUMN_LAYOUT (kl_column_layout_get_type ())

G_DECLARE_FINAL_TYPE (KlColumnLayout, kl_column_layout, KL, COLUMN_LAYOUT, GtkLayoutManager)

GtkWidget *kl_column_layout_new_widget (GtkWidget *start,
                                        GtkWidget *end);

G_END_DECLS
