#pragma once

#include "model/kl-document.h"

#include "kl-plan-query.h"

G_BEGIN_DECLS

gboolean kl_file_state_query_attach (KlPlanQuery  *query,
                                     KlDocument   *document,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_file_state_query_store  (KlDatabase   *database,
                                     KlTables     *tables,
                                     KlFileState  *state,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
