#pragma once

#include "model/kl-attempt.h"

G_BEGIN_DECLS

gboolean kl_score_check   (double      low,
                           double      high,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_attempt_check (KlAttempt  *attempt,
                           GDateTime  *now,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
