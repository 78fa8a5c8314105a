#pragma once

#include <gtk/gtk.h>

#include "chart/kl-data-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_INSIGHT_CARD (kl_insight_card_get_type ())

G_DECLARE_FINAL_TYPE (KlInsightCard, kl_insight_card, KL, INSIGHT_CARD, GtkBox)

GtkWidget *kl_insight_card_new        (const char    *action);
void       kl_insight_card_set_chart  (KlInsightCard *self,
                                       KlChart       *chart);
void       kl_insight_card_take_chart (KlInsightCard *self,
                                       KlDataChart   *chart);
void       kl_insight_card_set_button (KlInsightCard *self,
                                       GtkWidget     *button);
void       kl_insight_card_set_words  (KlInsightCard *self,
                                       const char    *words);

G_END_DECLS
