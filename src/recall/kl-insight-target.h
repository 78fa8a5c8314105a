#pragma once

#include "model/kl-subject.h"

G_BEGIN_DECLS

char *kl_insight_target_new   (const char  *subject_id,
                               gint64       number);
char *kl_insight_target_parse (const char  *target,
                               gint64      *number);

G_END_DECLS
