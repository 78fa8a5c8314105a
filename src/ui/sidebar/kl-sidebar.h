#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR (kl_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebar, kl_sidebar, KL, SIDEBAR, AdwBin)

void kl_sidebar_set_plan      (KlSidebar  *self,
                               KlLibrary  *library,
                               KlPlan     *plan);
void kl_sidebar_set_plans     (KlSidebar  *self,
                               GListModel *plans);
void kl_sidebar_set_current   (KlSidebar  *self,
                               const char *action_name,
                               const char *subject_id);
void kl_sidebar_set_explained (KlSidebar  *self,
                               const char *subject_id);
void kl_sidebar_set_order     (KlSidebar  *self,
                               const char *sort,
                               const char *filter);
void kl_sidebar_set_undo      (KlSidebar  *self,
                               const char *undo_name,
                               const char *redo_name);
void kl_sidebar_start_search  (KlSidebar  *self);
void kl_sidebar_focus_list    (KlSidebar  *self);

G_END_DECLS
