#pragma once

#include "exchange/kl-import.h"

G_BEGIN_DECLS

KlPlan   *kl_import_target_find_plan (GListModel *plans,
                                      const char *title);
gboolean  kl_import_target_find_same (GListModel *plans,
                                      KlImport   *import,
                                      KlPlan    **plan,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  kl_import_target_is_same   (KlPlan     *plan,
                                      KlPlan     *imported);

G_END_DECLS
