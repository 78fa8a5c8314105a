#pragma once

#include "kl-database.h"
#include "model/kl-change.h"

G_BEGIN_DECLS

gboolean kl_prerequisite_check (KlDatabase  *database,
                                KlChange    *change,
                                GError     **error);

G_END_DECLS
