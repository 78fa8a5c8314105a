#pragma once

#include "model/kl-queue-entry.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

#define KL_TYPE_DIVE (kl_dive_get_type ())

G_DECLARE_FINAL_TYPE (KlDive, kl_dive, KL, DIVE, GObject)

KlDive       *kl_dive_new         (KlQueueEntry *entry,
                                   KlSubject    *subject,
                                   const char   *why);
KlQueueEntry *kl_dive_get_entry   (KlDive       *self);
KlSubject    *kl_dive_get_subject (KlDive       *self);
const char   *kl_dive_get_title   (KlDive       *self);
gint64        kl_dive_get_minutes (KlDive       *self);
const char   *kl_dive_get_why     (KlDive       *self);
gboolean      kl_dive_equal       (KlDive       *self,
                                   KlDive       *other);

G_END_DECLS
