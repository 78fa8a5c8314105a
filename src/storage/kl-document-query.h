#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

gboolean    kl_document_query_plan  (KlDatabase  *database,
                                     const char  *path,
                                     const char  *title,
                                     char       **plan_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *kl_document_query_links (KlDatabase  *database,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
