#pragma once

#include "kl-sidebar-model.h"

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR_SELECTION (kl_sidebar_selection_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarSelection, kl_sidebar_selection, KL, SIDEBAR_SELECTION, GObject)

KlSidebarSelection *kl_sidebar_selection_new         (KlSidebarModel     *model);
void                kl_sidebar_selection_set_current (KlSidebarSelection *self,
                                                      const char         *action_name,
                                                      const char         *subject_id);
guint               kl_sidebar_selection_get_current (KlSidebarSelection *self);
GPtrArray          *kl_sidebar_selection_get_chosen  (KlSidebarSelection *self);
void                kl_sidebar_selection_choose_none (KlSidebarSelection *self);

G_END_DECLS
