#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

gboolean kl_amended_scores_read (KlDatabase  *database,
                                 const char  *subject_id,
                                 GHashTable **scores,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
