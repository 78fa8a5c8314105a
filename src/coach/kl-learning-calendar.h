#pragma once

#include "model/kl-iso-date.h"

G_BEGIN_DECLS

typedef struct _KlLearningCalendar KlLearningCalendar;

KlLearningCalendar *kl_learning_calendar_new     (GTimeZone          *zone,
                                                  guint               rollover);
void                kl_learning_calendar_free    (KlLearningCalendar *self);
gint64              kl_learning_calendar_get_day (KlLearningCalendar *self,
                                                  const KlIsoDate    *date,
                                                  gint64             *second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlLearningCalendar, kl_learning_calendar_free)

G_END_DECLS
