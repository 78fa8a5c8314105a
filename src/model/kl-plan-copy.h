#pragma once

#include "kl-change.h"
#include "kl-document.h"
#include "kl-plan.h"

G_BEGIN_DECLS

KlChange *kl_plan_copy_new_change (KlPlan      *plan,
                                   KlDocument  *document,
                                   const char  *title,
                                   gint64       position,
                                   char       **id);

G_END_DECLS
