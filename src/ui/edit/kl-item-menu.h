#pragma once

#include <gtk/gtk.h>

#include "model/kl-record.h"

G_BEGIN_DECLS

GtkWidget *kl_item_menu_new (KlRecord   *item,
                             const char *tooltip,
                             GMenuModel *own);

G_END_DECLS
