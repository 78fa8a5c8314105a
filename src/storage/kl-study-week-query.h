#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

GListStore *kl_study_week_query_run (KlDatabase  *database,
                                     const char  *plan_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
