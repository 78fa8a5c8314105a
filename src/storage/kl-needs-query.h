#pragma once

#include "kl-database.h"
#include "kl-subject-needs.h"

G_BEGIN_DECLS

GHashTable *kl_needs_query_run (KlDatabase         *database,
                                const char         *plan_id,
                                const char *const  *subject_ids,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
