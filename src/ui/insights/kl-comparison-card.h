#pragma once

#include "recall/kl-insight-topics.h"
#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_COMPARISON_CARD (kl_comparison_card_get_type ())

G_DECLARE_FINAL_TYPE (KlComparisonCard, kl_comparison_card, KL, COMPARISON_CARD, AdwBin)

GtkWidget *kl_comparison_card_new        (KlPage                *page);
void       kl_comparison_card_set_report (KlComparisonCard      *self,
                                          const KlInsightReport *report,
                                          const KlInsightTopics *topics);

G_END_DECLS
