#pragma once

#include "storage/kl-insight-rows.h"

G_BEGIN_DECLS

GPtrArray *kl_insight_missed_new (KlInsightRows        *rows);
double     kl_insight_missed_get (const KlInsightPoint *point);

G_END_DECLS
