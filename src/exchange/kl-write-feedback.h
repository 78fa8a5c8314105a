#pragma once

#include "kl-writing.h"
#include "model/kl-attempt.h"

G_BEGIN_DECLS

char *kl_write_feedback_dup    (KlWriting  *writing,
                                KlAttempt  *attempt);
void  kl_write_feedback_update (KlWriting  *writing,
                                KlAttempt  *base,
                                KlAttempt  *now,
                                gboolean   last,
                                gsize       owner,
                                gsize       end);

G_END_DECLS
