#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

gboolean kl_checksum_register (KlDatabase  *database,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
