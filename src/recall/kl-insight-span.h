#pragma once

#include "storage/kl-insight-rows.h"

G_BEGIN_DECLS

/**
 * KlInsightSpan:
 * @subject: the number of a subject in the rows
 * @explained: how many seconds its explanations took
 * @studied: how many seconds of deep dives and restudies there were
 *
 * How much time went into a subject, over all attempts and sessions, with or without a date.
 */
typedef struct
{
  guint  subject;
  gint64 explained;
  gint64 studied;
} KlInsightSpan;

GArray *kl_insight_spans_new (const KlInsightRows *rows);

G_END_DECLS
