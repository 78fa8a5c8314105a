#pragma once

#include "ui/page/kl-page.h"

#include "kl-place.h"

G_BEGIN_DECLS

#define KL_TYPE_NAVIGATOR (kl_navigator_get_type ())

G_DECLARE_FINAL_TYPE (KlNavigator, kl_navigator, KL, NAVIGATOR, AdwBin)

void           kl_navigator_show_plan   (KlNavigator          *self,
                                         KlLibrary            *library,
                                         KlPlan               *plan,
                                         const KlPlace        *place);
void           kl_navigator_go          (KlNavigator          *self,
                                         const KlPlace        *place);
gboolean       kl_navigator_go_back     (KlNavigator          *self);
gboolean       kl_navigator_can_go_back (KlNavigator          *self);
const KlPlace *kl_navigator_get_place   (KlNavigator          *self);
KlPage        *kl_navigator_get_page    (KlNavigator          *self);
KlPlan        *kl_navigator_get_plan    (KlNavigator          *self);
void           kl_navigator_flush_async (KlNavigator          *self,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean       kl_navigator_flush_finish (KlNavigator         *self,
                                          GAsyncResult        *result,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
