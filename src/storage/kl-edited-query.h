#pragma once

#include "kl-database.h"
#include "kl-edited-plan.h"
#include "kl-tables.h"

G_BEGIN_DECLS

KlEditedPlan *kl_edited_query_run (KlDatabase  *database,
                                   KlTables    *tables,
                                   const char  *plan_id,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
