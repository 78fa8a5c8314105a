#pragma once

#include "storage/kl-insight-rows.h"

G_BEGIN_DECLS

/* So many are told apart. */
#define KL_INSIGHT_MAX_MISSED 50

GPtrArray *kl_insight_missed_new (KlInsightRows        *rows);
double     kl_insight_missed_get (const KlInsightPoint *point);

G_END_DECLS
