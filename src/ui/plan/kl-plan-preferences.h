#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_PLAN_PREFERENCES (kl_plan_preferences_get_type ())

G_DECLARE_FINAL_TYPE (KlPlanPreferences, kl_plan_preferences, KL, PLAN_PREFERENCES, AdwWindow)

GtkWidget *kl_plan_preferences_new (GtkWindow *parent,
                                    KlLibrary *library,
                                    KlPlan    *plan);

G_END_DECLS
