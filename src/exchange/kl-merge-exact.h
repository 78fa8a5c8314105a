#pragma once

#include "kl-merge-questions.h"
#include "kl-merge.h"

G_BEGIN_DECLS

gboolean kl_merge_exact_emit (KlChange          *change,
                              KlMergeCounts     *counts,
                              GPtrArray         *notes,
                              KlMergeQuestions  *questions,
                              KlImport          *import,
                              KlPlan            *plan,
                              gboolean           has_document,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
