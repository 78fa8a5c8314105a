#pragma once

#include "kl-import.h"
#include "kl-import-question.h"
#include "model/kl-change.h"

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

#define KL_TYPE_MERGE (kl_merge_get_type ())

G_DECLARE_FINAL_TYPE (KlMerge, kl_merge, KL, MERGE, GObject)

KlMerge             *kl_merge_new         (KlImport      *import,
                                           KlPlan        *plan,
                                           KlDocument    *document,
                                           GListModel    *answered,
                                           GCancellable  *cancellable,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean             kl_merge_is_empty    (KlMerge       *self);
const char          *kl_merge_get_plan_id (KlMerge       *self);
const char          *kl_merge_get_title   (KlMerge       *self);
KlChange            *kl_merge_get_change  (KlMerge       *self);
const KlMergeCounts *kl_merge_get_counts  (KlMerge       *self);
GListModel          *kl_merge_get_questions (KlMerge     *self);
GPtrArray           *kl_merge_get_notes   (KlMerge       *self);

G_END_DECLS
