#pragma once

#include <adwaita.h>

#include "model/kl-plan.h"
#include "model/kl-score.h"

G_BEGIN_DECLS

#define KL_TYPE_SCORE_ENTRY (kl_score_entry_get_type ())

G_DECLARE_FINAL_TYPE (KlScoreEntry, kl_score_entry, KL, SCORE_ENTRY, AdwBin)

GtkWidget *kl_score_entry_new       (void);
void       kl_score_entry_set_plan  (KlScoreEntry *self,
                                     KlPlan       *plan);
void       kl_score_entry_set_label (KlScoreEntry *self,
                                     const char   *label);
KlScore    kl_score_entry_get_score (KlScoreEntry *self);
void       kl_score_entry_set_score (KlScoreEntry *self,
                                     KlScore       score);
gboolean   kl_score_entry_get_valid (KlScoreEntry *self);

G_END_DECLS
