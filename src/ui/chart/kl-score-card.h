#pragma once

#include <adwaita.h>

#include "kl-score-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_SCORE_CARD (kl_score_card_get_type ())

G_DECLARE_FINAL_TYPE (KlScoreCard, kl_score_card, KL, SCORE_CARD, AdwBin)

GtkWidget     *kl_score_card_new          (void);
void           kl_score_card_set_attempts (KlScoreCard *self,
                                           GListModel  *attempts);
void           kl_score_card_set_bands    (KlScoreCard *self,
                                           GListModel  *bands);
void           kl_score_card_set_title    (KlScoreCard *self,
                                           const char  *title);
void           kl_score_card_set_today    (KlScoreCard *self,
                                           GDateTime   *today);
KlScoreSeries *kl_score_card_get_series   (KlScoreCard *self);

G_END_DECLS
