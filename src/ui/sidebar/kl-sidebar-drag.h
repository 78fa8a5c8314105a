#pragma once

#include "kl-sidebar-reorder.h"

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR_DRAG (kl_sidebar_drag_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarDrag, kl_sidebar_drag, KL, SIDEBAR_DRAG, GObject)

KlSidebarDrag *kl_sidebar_drag_new (GtkListView      *list_view,
                                    KlSidebarReorder *reorder);

G_END_DECLS
