#pragma once

#include "kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_QUEUE_ENTRY (kl_queue_entry_get_type ())

G_DECLARE_FINAL_TYPE (KlQueueEntry, kl_queue_entry, KL, QUEUE_ENTRY, KlRecord)

const char *kl_queue_entry_get_subject       (KlQueueEntry *self);
const char *kl_queue_entry_get_title         (KlQueueEntry *self);
gint64      kl_queue_entry_get_minutes       (KlQueueEntry *self);
const char *kl_queue_entry_get_why           (KlQueueEntry *self);
const char *kl_queue_entry_get_prerequisites (KlQueueEntry *self);
const char *kl_queue_entry_get_source        (KlQueueEntry *self);

G_END_DECLS
