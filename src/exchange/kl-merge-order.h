#pragma once

#include "model/kl-change.h"

G_BEGIN_DECLS

typedef struct _KlMergeOrder KlMergeOrder;

KlMergeOrder *kl_merge_order_new  (GListModel   *imported,
                                   GListModel   *base,
                                   GListModel   *stored,
                                   GHashTable   *base_of,
                                   GHashTable   *stored_of);
void          kl_merge_order_free (KlMergeOrder *self);
gint64        kl_merge_order_get  (KlMergeOrder *self,
                                   KlRecord     *imported);
void          kl_merge_order_emit (KlMergeOrder *self,
                                   KlChange     *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMergeOrder, kl_merge_order_free)

G_END_DECLS
