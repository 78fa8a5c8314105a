#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlInsightWeek:
 * @monday: the number of the day that the week begins on
 * @n_attempts: how many explanations there were in it
 * @explained: how many seconds they took
 * @studied: how many seconds of deep dives and restudies there were
 *
 * What was done in a week.
 */
typedef struct
{
  gint64 monday;
  guint  n_attempts;
  gint64 explained;
  gint64 studied;
} KlInsightWeek;

gint64  kl_insight_week_get_monday (gint64        day);
GArray *kl_insight_weeks_new       (const GArray *days,
                                    gint64        today,
                                    guint         n_weeks);

G_END_DECLS
