#pragma once

#include <gtk/gtk.h>

#include "recall/kl-agenda.h"

#include "kl-sidebar-place.h"

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR_ROW (kl_sidebar_row_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarRow, kl_sidebar_row, KL, SIDEBAR_ROW, GtkWidget)

GtkWidget *kl_sidebar_row_new           (void);
void       kl_sidebar_row_show_place    (KlSidebarRow   *self,
                                         KlSidebarPlace *place);
void       kl_sidebar_row_show_subject  (KlSidebarRow   *self,
                                         KlSubject      *subject,
                                         guint           level,
                                         GArray         *bands,
                                         KlAgenda       *agenda);
KlSubject *kl_sidebar_row_find_subject  (GtkWidget      *list_item);
void       kl_sidebar_row_set_explained (KlSidebarRow   *self,
                                         const char     *subject_id);
void       kl_sidebar_row_clear         (KlSidebarRow   *self);

G_END_DECLS
