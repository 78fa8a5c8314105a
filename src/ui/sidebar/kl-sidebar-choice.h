#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

#include "kl-sidebar-selection.h"

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR_CHOICE (kl_sidebar_choice_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarChoice, kl_sidebar_choice, KL, SIDEBAR_CHOICE, AdwBin)

void kl_sidebar_choice_set_list (KlSidebarChoice    *self,
                                 GtkListView        *list_view);
void kl_sidebar_choice_set_plan (KlSidebarChoice    *self,
                                 KlLibrary          *library,
                                 KlPlan             *plan,
                                 KlSidebarSelection *selection);

G_END_DECLS
