#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

gboolean kl_search_index_create  (KlDatabase  *database,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_search_index_suspend (KlDatabase  *database,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_search_index_resume  (KlDatabase  *database,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
