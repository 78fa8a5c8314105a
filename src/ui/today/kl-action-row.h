#pragma once

#include <adwaita.h>

#include "kl-action-list.h"

G_BEGIN_DECLS

GtkWidget *kl_action_row_new (KlActionList *list,
                              KlActionItem *item);

G_END_DECLS
