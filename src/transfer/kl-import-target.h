#pragma once

#include "model/kl-plan.h"

G_BEGIN_DECLS

KlPlan   *kl_import_target_find_plan (GListModel *plans,
                                      const char *title);
gboolean  kl_import_target_is_same   (KlPlan     *plan,
                                      KlPlan     *imported);

G_END_DECLS
