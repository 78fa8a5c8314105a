#pragma once

#include "kl-agenda.h"

G_BEGIN_DECLS

#define KL_INSIGHT_DUE_WEEKS 8

/**
 * KlInsightDue:
 * @today: the number of the day that it is
 * @n_overdue: how many subjects were due before today
 * @monday: the number of the day that the present week begins on
 * @weeks: how many are due in each week from today on: the present one, then those that follow
 * @n_later: how many are due after these
 *
 * What is due in the coming weeks under the present schedule. Each subject counts once, on the day that it is due next:
 * what an attempt by then would change is not known.
 */
typedef struct
{
  gint64 today;
  gint64 monday;
  guint  n_overdue;
  guint  weeks[KL_INSIGHT_DUE_WEEKS];
  guint  n_later;
} KlInsightDue;

void  kl_insight_due_init      (KlInsightDue       *self,
                                gint64              today);
void  kl_insight_due_add       (KlInsightDue       *self,
                                gint64              day);
void  kl_insight_due_count     (KlInsightDue       *self,
                                KlAgenda           *agenda,
                                GPtrArray          *subjects);
guint kl_insight_due_get_total (const KlInsightDue *self);

G_END_DECLS
