#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

void     kl_sitting_begin    (KlDatabase  *database,
                              const char  *name);
gboolean kl_sitting_continue (KlDatabase  *database,
                              const char  *name,
                              void        *changeset,
                              int          length,
                              gboolean    *continued,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void     kl_sitting_end      (KlDatabase  *database);

G_END_DECLS
