#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

GListStore *kl_search_run (KlDatabase  *database,
                           const char  *plan_id,
                           const char  *words,
                           guint        limit,
                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
