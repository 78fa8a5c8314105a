#pragma once

#include "model/kl-change.h"

G_BEGIN_DECLS

guint kl_merge_removal_emit (KlChange   *change,
                             KlRecord   *base_plan,
                             KlRecord   *stored_plan,
                             GHashTable *base_of,
                             GHashTable *stored_base,
                             GHashTable *leaving,
                             GHashTable *ids,
                             GPtrArray  *notes);

G_END_DECLS
