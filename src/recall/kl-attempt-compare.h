#pragma once

#include "model/kl-attempt.h"

G_BEGIN_DECLS

GPtrArray *kl_attempt_compare_list_turned (KlAttempt *earlier,
                                           KlAttempt *later);
char      *kl_attempt_compare_to_text     (KlAttempt *earlier,
                                           KlAttempt *later);

G_END_DECLS
