#pragma once

#include "model/kl-plan.h"

#include "kl-output.h"

G_BEGIN_DECLS

void kl_history_table_print (KlPlan    *plan,
                             KlSubject *subject,
                             KlOutput  *output);

G_END_DECLS
