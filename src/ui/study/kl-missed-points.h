#pragma once

#include "model/kl-subject.h"

G_BEGIN_DECLS

GListModel *kl_missed_points_new      (KlSubject *subject);
const char *kl_missed_points_get_text (KlRecord  *item);

G_END_DECLS
