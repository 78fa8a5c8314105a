#pragma once

#include "model/kl-plan.h"
#include "model/kl-queue-entry.h"

G_BEGIN_DECLS

const char *kl_queue_text_title         (KlPlan       *plan,
                                         KlQueueEntry *entry);
char       *kl_queue_text_minutes       (gint64        minutes);
char       *kl_queue_text_prerequisites (KlPlan       *plan,
                                         const char   *prerequisites);

G_END_DECLS
