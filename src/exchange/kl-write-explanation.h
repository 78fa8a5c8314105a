#pragma once

#include "kl-writing.h"
#include "model/kl-attempt.h"

G_BEGIN_DECLS

void kl_write_explanation_append (KlAttempt *attempt,
                                  GString   *out);
void kl_write_explanation_update (KlWriting *writing,
                                  KlAttempt *base,
                                  KlAttempt *now,
                                  gsize      owner,
                                  GString   *out);

G_END_DECLS
