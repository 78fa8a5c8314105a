#pragma once

#include "model/kl-change.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

char *kl_written_keys_format (KlPlan     *written,
                              KlPlan     *plan);
void  kl_written_keys_obey   (const char *keys,
                              KlPlan     *plan,
                              KlChange   *change);

G_END_DECLS
