#pragma once

#include "model/kl-change.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

GHashTable *kl_merge_moved_find (KlPlan     *imported,
                                 KlPlan     *base,
                                 GHashTable *base_of,
                                 GHashTable *stored_of,
                                 GHashTable *stored_base);
void        kl_merge_moved_emit (KlChange   *change,
                                 KlRecord   *attempt,
                                 const char *owner,
                                 gint64      number);

G_END_DECLS
