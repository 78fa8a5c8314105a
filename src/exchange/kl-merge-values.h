#pragma once

#include "kl-merge-questions.h"
#include "model/kl-change.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

KlRecord   *kl_merge_values_localize    (KlRecord         *record,
                                         GHashTable       *ids);
gboolean    kl_merge_values_update      (KlChange         *change,
                                         KlRecord         *imported,
                                         KlRecord         *base,
                                         KlRecord         *stored,
                                         GHashTable       *ids,
                                         KlMergeQuestions *questions);
void        kl_merge_values_join        (KlChange         *change,
                                         KlRecord         *imported,
                                         KlRecord         *stored,
                                         GHashTable       *ids,
                                         KlMergeQuestions *questions);
gboolean    kl_merge_values_are_equal   (KlRecord         *base,
                                         KlRecord         *stored,
                                         GHashTable       *ids);
char       *kl_merge_values_dup_title   (KlRecord         *record);
char       *kl_merge_values_dup_attempt (KlPlan           *plan,
                                         KlRecord         *attempt);

G_END_DECLS
