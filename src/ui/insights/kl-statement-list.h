#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *kl_statement_list_new (const char *title,
                                  const char *empty);
void       kl_statement_list_set (GtkWidget  *list,
                                  GPtrArray  *statements);

G_END_DECLS
