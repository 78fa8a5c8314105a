#pragma once

#include "coach/kl-scheduler.h"
#include "model/kl-subject.h"

#include "kl-duty-kind.h"

G_BEGIN_DECLS

/**
 * KlProspect:
 * @subject: (transfer none): a subject
 * @kind: what there is to do: %KL_DUTY_TOPIC, %KL_DUTY_EXERCISE or %KL_DUTY_FIRST
 * @is_assessed: whether an attempt counts
 * @has_assessed_part: whether one at a subtopic of it does
 * @due: the number of the day to explain it on, 0 where there is none
 * @is_by_hand: whether the person set @due
 * @restudy: the number of the first day to study again what was missed, 0 where there is nothing to study
 * @deep_dive: the number of the day of the last deep dive, 0 where none is known
 * @expectation: what is expected today, where @is_assessed
 * @at_event: what is expected on the day that is learned for, without another attempt
 * @planned: the number of the day that has room for it, 0 where it is not due
 *
 * How it goes on with a subject, seen from a given day. It follows from the subject, its schedule, and what it needs.
 */
typedef struct
{
  KlSubject     *subject;
  KlDutyKind     kind;
  gboolean       is_assessed;
  gboolean       has_assessed_part;
  gint64         due;
  gboolean       is_by_hand;
  gint64         restudy;
  gint64         deep_dive;
  KlExpectation  expectation;
  KlExpectation  at_event;
  gint64         planned;
} KlProspect;

/**
 * KlProspectDay:
 * @scheduler: the plan's scheduler
 * @zone: the person's zone
 * @rollover: the hour at which a day begins
 * @today: the number of the day that it is
 * @event: the number of the day that is learned for, 0 where there is none
 *
 * Where prospects are seen from.
 */
typedef struct
{
  const KlScheduler *scheduler;
  GTimeZone         *zone;
  guint              rollover;
  gint64             today;
  gint64             event;
} KlProspectDay;

void   kl_prospect_look     (KlProspect          *self,
                             const KlProspectDay *day,
                             const KlSchedule    *schedule,
                             const char *const   *deep_dives,
                             guint                n_deep_dives,
                             gboolean             has_assessed_part);
double kl_prospect_get_need (const KlProspect    *self);
int    kl_prospect_compare  (const KlProspect    *self,
                             const KlProspect    *other);

G_END_DECLS
