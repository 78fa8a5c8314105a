#pragma once

#include "kl-database.h"
#include "kl-tables.h"
#include "model/kl-document.h"

G_BEGIN_DECLS

KlDocument *kl_untouched_query_find (KlDatabase  *database,
                                     KlTables    *tables,
                                     const char  *plan_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
