#pragma once

#include <gtk/gtk.h>

#include "model/kl-change.h"
#include "model/kl-plan.h"
#include "model/kl-queue-entry.h"

G_BEGIN_DECLS

#define KL_TYPE_QUEUE_FORM (kl_queue_form_get_type ())

G_DECLARE_FINAL_TYPE (KlQueueForm, kl_queue_form, KL, QUEUE_FORM, GtkBox)

GtkWidget *kl_queue_form_new        (KlPlan       *plan,
                                     KlQueueEntry *entry);
void       kl_queue_form_start      (KlQueueForm  *self);
KlChange  *kl_queue_form_dup_change (KlQueueForm  *self);

G_END_DECLS
