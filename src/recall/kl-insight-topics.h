#pragma once

#include "model/kl-plan.h"

#include "kl-insight-report.h"

G_BEGIN_DECLS

/**
 * KlInsightTopics:
 *
 * The subjects that a report is about, by the numbers that it has of them.
 */
typedef struct _KlInsightTopics KlInsightTopics;

KlInsightTopics *kl_insight_topics_new       (const KlInsightReport *report,
                                              KlPlan                *plan);
void             kl_insight_topics_free      (KlInsightTopics       *self);
KlSubject       *kl_insight_topics_get       (const KlInsightTopics *self,
                                              guint                  subject);
const char      *kl_insight_topics_get_title (const KlInsightTopics *self,
                                              guint                  subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightTopics, kl_insight_topics_free)

G_END_DECLS
