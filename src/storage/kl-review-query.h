#pragma once

#include "kl-database.h"
#include "kl-review-rows.h"

G_BEGIN_DECLS

KlReviewRows *kl_review_query_run (KlDatabase         *database,
                                   const char         *plan_id,
                                   const char *const  *subject_ids,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
