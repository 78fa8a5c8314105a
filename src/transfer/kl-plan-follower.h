#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_PLAN_FOLLOWER (kl_plan_follower_get_type ())

G_DECLARE_FINAL_TYPE (KlPlanFollower, kl_plan_follower, KL, PLAN_FOLLOWER, GObject)

KlPlanFollower *kl_plan_follower_new          (KlLibrary            *library);
KlDocument     *kl_plan_follower_find_link    (KlPlanFollower       *self,
                                               const char           *plan_id);
const GError   *kl_plan_follower_find_trouble (KlPlanFollower       *self,
                                               const char           *plan_id);
void            kl_plan_follower_save_async   (KlPlanFollower       *self,
                                               const char           *plan_id,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        kl_plan_follower_save_finish  (KlPlanFollower       *self,
                                               GAsyncResult         *result,
                                               gboolean             *wrote,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            kl_plan_follower_flush_async  (KlPlanFollower       *self,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void            kl_plan_follower_flush_finish (KlPlanFollower       *self,
                                               GAsyncResult         *result);

G_END_DECLS
