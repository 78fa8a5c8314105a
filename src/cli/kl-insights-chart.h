#pragma once

#include "recall/kl-insight-due.h"
#include "recall/kl-insight-report.h"

#include "kl-invocation.h"

G_BEGIN_DECLS

gboolean kl_insights_chart_check (KlInvocation           *invocation,
                                  GError                **error);
gboolean kl_insights_chart_write (KlInvocation           *invocation,
                                  KlPlan                 *plan,
                                  const KlInsightReport  *report,
                                  const KlInsightDue     *due,
                                  GError                **error);

G_END_DECLS
