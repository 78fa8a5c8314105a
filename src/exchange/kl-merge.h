#pragma once

#include "kl-import.h"
#include "kl-import-question.h"
#include "kl-merge-counts.h"
#include "model/kl-change.h"

G_BEGIN_DECLS

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
KlDocument          *kl_merge_get_document (KlMerge      *self);
const char          *kl_merge_get_title   (KlMerge       *self);
KlChange            *kl_merge_get_change  (KlMerge       *self);
const KlMergeCounts *kl_merge_get_counts  (KlMerge       *self);
GListModel          *kl_merge_get_questions (KlMerge     *self);
KlImport            *kl_merge_get_base    (KlMerge       *self);
void                 kl_merge_add_unchanged (KlMerge     *self,
                                           guint          n_records);
GPtrArray           *kl_merge_get_notes   (KlMerge       *self);

G_END_DECLS
