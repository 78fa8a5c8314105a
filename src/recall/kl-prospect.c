/* kl-prospect.c: how it goes on with one subject, seen from a given day */

#include "config.h"

#include "kl-prospect.h"

#include <string.h>

#include "coach/kl-day-number.h"

static gint64
parse_day (const char          *date,
           const KlProspectDay *day)
{
  KlIsoDate parsed;

  return date != NULL && kl_iso_date_parse (date, &parsed)
           ? kl_day_number_of_date (&parsed, day->zone, day->rollover, NULL)
           : 0;
}

/* A day that was set by hand counts until the next attempt. */
static gboolean
look_for_own_day (KlProspect          *self,
                  const KlProspectDay *day,
                  guint                n_attempts)
{
  gint64 own = kl_subject_get_due (self->subject) != NULL ? parse_day (kl_subject_get_due (self->subject), day) : 0;

  self->is_by_hand = own > 0 && (gint64) n_attempts <= kl_subject_get_due_attempts (self->subject);
  if (self->is_by_hand)
    self->due = own;
  return self->is_by_hand;
}

/* What was deep-dived is asked for on the next day; at once where nobody knows when that was. A topic whose parts were
 * explained shows theirs. */
static void
look_for_first (KlProspect          *self,
                const KlProspectDay *day)
{
  if (self->kind != KL_DUTY_FIRST || kl_subject_get_depth (self->subject) != KL_DEPTH_DEEP || self->has_assessed_part)
    return;

  self->due = self->deep_dive > 0 ? self->deep_dive + 1 : day->today;
}

static gint64
find_last (const KlProspectDay *day,
           const char *const   *dates,
           guint                n_dates)
{
  gint64 last = 0;

  for (guint i = 0; i < n_dates; i++)
    last = MAX (last, parse_day (dates[i], day));
  return last;
}

/**
 * kl_prospect_look:
 * @self: the prospect of a subject; all but the subject and the planned day is set anew
 * @day: the day that it is seen from
 * @schedule: (nullable): what the attempts at it say
 * @deep_dives: (array length=n_deep_dives) (nullable): when it was deep-dived, as ISO 8601
 * @n_deep_dives: how many
 * @has_assessed_part: whether an attempt at a subtopic of it counts
 */
void
kl_prospect_look (KlProspect          *self,
                  const KlProspectDay *day,
                  const KlSchedule    *schedule,
                  const char *const   *deep_dives,
                  guint                n_deep_dives,
                  gboolean             has_assessed_part)
{
  KlSubjectKind kind = kl_subject_get_kind (self->subject);
  guint n_attempts = schedule != NULL ? schedule->n_reviews : 0;
  const char *id = kl_record_get_id (KL_RECORD (self->subject));

  self->is_assessed = n_attempts > 0;
  self->has_assessed_part = has_assessed_part;
  self->due = 0;
  self->is_by_hand = FALSE;
  self->restudy = 0;
  self->deep_dive = find_last (day, deep_dives, n_deep_dives);
  self->kind = kind == KL_SUBJECT_EXERCISE ? KL_DUTY_EXERCISE : self->is_assessed ? KL_DUTY_TOPIC : KL_DUTY_FIRST;

  if (self->is_assessed)
    {
      kl_scheduler_get_expectation (day->scheduler, schedule, day->today, &self->expectation);
      kl_scheduler_get_expectation (day->scheduler, schedule, MAX (day->event, day->today), &self->at_event);
      if (!kl_scheduler_get_restudy (day->scheduler, schedule, &self->restudy))
        self->restudy = 0;
    }
  if (kind == KL_SUBJECT_GROUP || look_for_own_day (self, day, n_attempts))
    return;
  if (!self->is_assessed)
    look_for_first (self, day);
  else if (!kl_scheduler_get_due (day->scheduler, schedule, id, &self->due))
    self->due = 0;
}

/**
 * kl_prospect_get_need:
 * @self: a prospect
 *
 * Returns: what is expected, in percent; the less, the more it is needed. Of what was never explained nothing is known,
 *   which counts as nothing
 */
double
kl_prospect_get_need (const KlProspect *self)
{
  return self->is_assessed ? self->expectation.score : 0;
}

/**
 * kl_prospect_compare:
 * @self: a prospect
 * @other: another, seen from the same day
 *
 * What is needed most comes first, then what is due first, then the plan's order.
 *
 * Returns: below 0, 0 or above 0 as @self comes before, with or after @other; 0 only for the same subject
 */
int
kl_prospect_compare (const KlProspect *self,
                     const KlProspect *other)
{
  KlRecord *record = KL_RECORD (self->subject);
  KlRecord *other_record = KL_RECORD (other->subject);
  double need = kl_prospect_get_need (self);
  double other_need = kl_prospect_get_need (other);

  if (need < other_need || need > other_need)
    return need < other_need ? -1 : 1;
  if (self->due != other->due)
    return self->due < other->due ? -1 : 1;
  if (kl_record_get_position (record) != kl_record_get_position (other_record))
    return kl_record_get_position (record) < kl_record_get_position (other_record) ? -1 : 1;
  return strcmp (kl_record_get_id (record), kl_record_get_id (other_record));
}
