#pragma once

#include <gtk/gtk.h>

#include "model/kl-plan.h"
#include "model/kl-queue-entry.h"

G_BEGIN_DECLS

#define KL_TYPE_QUEUE_ROW (kl_queue_row_get_type ())

G_DECLARE_FINAL_TYPE (KlQueueRow, kl_queue_row, KL, QUEUE_ROW, GtkListBoxRow)

GtkWidget *kl_queue_row_new          (KlPlan       *plan,
                                      KlQueueEntry *entry);
void       kl_queue_row_set_editable (KlQueueRow   *self,
                                      gboolean      editable);
void       kl_queue_row_finish       (KlQueueRow   *self);

G_END_DECLS
