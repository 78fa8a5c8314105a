#pragma once

#include "model/kl-study-clock.h"

#include "kl-tables.h"

G_BEGIN_DECLS

GPtrArray *kl_study_query_run (KlDatabase  *database,
                               KlTables    *tables,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
