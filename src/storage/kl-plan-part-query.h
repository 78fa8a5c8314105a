#pragma once

#include "kl-database.h"
#include "kl-tables.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

KlPlan *kl_plan_part_query_run (KlDatabase  *database,
                                KlTables    *tables,
                                const char  *plan_id,
                                const char  *sources,
                                guint       *n_records,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
