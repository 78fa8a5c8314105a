#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

void kl_attempt_target_follow (KlPage     *page,
                               const char *target);

G_END_DECLS
