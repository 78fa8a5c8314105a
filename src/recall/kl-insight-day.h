#pragma once

#include "storage/kl-insight-rows.h"

#include "kl-insight-setting.h"

G_BEGIN_DECLS

/**
 * KlInsightDay:
 * @day: the number of the day
 * @n_attempts: how many explanations there were
 * @n_assisted: how many of these were with help
 * @n_sessions: how many deep dives and restudies were begun
 * @explained: how many seconds the explanations took
 * @studied: how many seconds the deep dives and restudies did
 *
 * What was done on a day. An explanation counts with or without a score.
 */
typedef struct
{
  gint64 day;
  guint  n_attempts;
  guint  n_assisted;
  guint  n_sessions;
  gint64 explained;
  gint64 studied;
} KlInsightDay;

GArray *kl_insight_days_new (const KlInsightRows    *rows,
                             const gint32           *attempt_days,
                             const gint32           *session_days);

G_END_DECLS
