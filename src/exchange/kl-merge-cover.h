#pragma once

#include "kl-import.h"

G_BEGIN_DECLS

char    *kl_merge_cover_dup_sources (KlImport *base);
gboolean kl_merge_cover_is_whole    (KlImport *import,
                                     KlImport *base,
                                     KlPlan   *plan);

G_END_DECLS
