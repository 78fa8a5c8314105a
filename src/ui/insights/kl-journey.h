#pragma once

#include "recall/kl-insight-topics.h"
#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_JOURNEY (kl_journey_get_type ())

G_DECLARE_FINAL_TYPE (KlJourney, kl_journey, KL, JOURNEY, GtkBox)

GtkWidget *kl_journey_new        (KlPage                *page);
void       kl_journey_set_report (KlJourney             *self,
                                  const KlInsightReport *report,
                                  const KlInsightTopics *topics);

G_END_DECLS
