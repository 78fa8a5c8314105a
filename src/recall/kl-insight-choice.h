#pragma once

#include "kl-insight-topics.h"

G_BEGIN_DECLS

/* So many statements of one kind are made. */
#define KL_INSIGHT_CHOICE_MAX 2

/**
 * KlInsightMeasureFunc:
 * @report: how it goes on the whole
 * @journey: the way of a subject
 *
 * Returns: how much there is to say of it; 0 for nothing
 */
typedef double (*KlInsightMeasureFunc) (const KlInsightReport  *report,
                                        const KlInsightJourney *journey);

/**
 * KlInsightSayFunc:
 * @report: how it goes on the whole
 * @journey: the way of a subject
 * @title: the subject
 *
 * Returns: (transfer full): what there is to say
 */
typedef char *(*KlInsightSayFunc) (const KlInsightReport  *report,
                                   const KlInsightJourney *journey,
                                   const char             *title);

void        kl_insight_choice_add       (GPtrArray             *statements,
                                         const KlInsightReport *report,
                                         const KlInsightTopics *topics,
                                         KlInsightMeasureFunc   measure,
                                         KlInsightSayFunc       say);

G_END_DECLS
