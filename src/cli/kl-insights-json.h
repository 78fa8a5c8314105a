#pragma once

#include "exchange/kl-json-writer.h"
#include "model/kl-plan.h"
#include "recall/kl-insight-due.h"
#include "recall/kl-insight-report.h"

G_BEGIN_DECLS

void kl_insights_json_add (KlJsonWriter          *json,
                           const KlInsightReport *report,
                           const KlInsightDue    *due,
                           KlPlan                *plan);

G_END_DECLS
