#pragma once

#include "model/kl-record.h"

G_BEGIN_DECLS

/**
 * KlMergeCounts:
 * @topics: new topics, subtopics and groups
 * @exercises: new exercises
 * @points: new points
 * @gaps: new gaps
 * @attempts: new attempts
 * @others: new records of other kinds
 * @changed: records that the library has and that change
 * @removed: records that go, without those that belong to them
 * @unchanged: records that the library has as they are
 *
 * What an import will do.
 */
typedef struct
{
  guint topics;
  guint exercises;
  guint points;
  guint gaps;
  guint attempts;
  guint others;
  guint changed;
  guint removed;
  guint unchanged;
} KlMergeCounts;

void  kl_merge_counts_add   (KlMergeCounts *self,
                             KlRecord      *record);
guint kl_merge_counts_below (KlRecord      *record);

G_END_DECLS
