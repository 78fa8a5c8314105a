#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *kl_plan_menu_escape (const char *title);
void  kl_plan_menu_fill   (GMenu      *menu,
                           GListModel *plans);

G_END_DECLS
