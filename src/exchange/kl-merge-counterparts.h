#pragma once

#include "kl-merge-questions.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

/**
 * KlMergeCounterparts:
 * @base_of: imported record → that of the document before
 * @stored_of: imported record → that of the library
 * @stored_base: record of the document before → that of the library
 * @from_base: record of the library → that of the document before
 * @moved: imported attempt → that of the library, which belongs to another subject
 * @ids: (element-type utf8 utf8): id of a record of either document → id that it has in the library, %NULL for none
 *
 * Which records of the three sides of a merge are the same one.
 */
typedef struct
{
  GHashTable *base_of;
  GHashTable *stored_of;
  GHashTable *stored_base;
  GHashTable *from_base;
  GHashTable *moved;
  GHashTable *ids;
} KlMergeCounterparts;

KlMergeCounterparts *kl_merge_counterparts_new     (KlPlan              *imported,
                                                    KlPlan              *base,
                                                    KlPlan              *stored,
                                                    KlMergeQuestions    *questions);
void                 kl_merge_counterparts_free    (KlMergeCounterparts *self);
gboolean             kl_merge_counterparts_is_gone (KlMergeCounterparts *self,
                                                    KlRecord            *record);

G_END_DECLS
