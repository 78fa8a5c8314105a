#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

#include "kl-sidebar-model.h"

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR_LIST (kl_sidebar_list_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarList, kl_sidebar_list, KL, SIDEBAR_LIST, AdwBin)

void     kl_sidebar_list_set_plan      (KlSidebarList   *self,
                                        KlLibrary       *library,
                                        KlPlan          *plan);
void     kl_sidebar_list_set_current   (KlSidebarList   *self,
                                        const char      *action_name,
                                        const char      *subject_id);
void     kl_sidebar_list_set_explained (KlSidebarList   *self,
                                        const char      *subject_id);
void     kl_sidebar_list_set_order     (KlSidebarList   *self,
                                        KlSidebarSort    sort,
                                        KlSidebarFilter  filter);
gboolean kl_sidebar_list_focus_current (KlSidebarList   *self);

G_END_DECLS
