#pragma once

#include <gtk/gtk.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR_REORDER (kl_sidebar_reorder_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarReorder, kl_sidebar_reorder, KL, SIDEBAR_REORDER, GObject)

KlSidebarReorder *kl_sidebar_reorder_new          (GtkListView      *list_view);
void              kl_sidebar_reorder_set_plan     (KlSidebarReorder *self,
                                                   KlLibrary        *library,
                                                   KlPlan           *plan);
void              kl_sidebar_reorder_set_in_order (KlSidebarReorder *self,
                                                   gboolean          is_in_order);
gboolean          kl_sidebar_reorder_can_move     (KlSidebarReorder *self);
KlPlan           *kl_sidebar_reorder_get_plan     (KlSidebarReorder *self);
GtkWidget        *kl_sidebar_reorder_find         (KlSidebarReorder *self,
                                                   double            x,
                                                   double            y);
void              kl_sidebar_reorder_move         (KlSidebarReorder *self,
                                                   KlSubject        *subject,
                                                   KlChange         *change);

G_END_DECLS
