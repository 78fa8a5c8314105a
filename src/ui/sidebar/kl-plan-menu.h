#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void kl_plan_menu_fill (GMenu      *menu,
                        GListModel *plans);

G_END_DECLS
