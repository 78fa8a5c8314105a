#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

GHashTable *kl_suggestion_query_run (KlDatabase         *database,
                                     const char *const  *subject_ids,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
