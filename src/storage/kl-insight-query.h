#pragma once

#include "kl-database.h"
#include "kl-insight-rows.h"

G_BEGIN_DECLS

KlInsightRows *kl_insight_query_run (KlDatabase  *database,
                                     const char  *plan_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
