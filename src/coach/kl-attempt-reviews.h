#pragma once

#include <gio/gio.h>

#include "kl-review.h"

G_BEGIN_DECLS

GArray *kl_attempt_reviews_new (GListModel *attempts,
                                GListModel *sessions,
                                GTimeZone  *zone,
                                guint       rollover);

G_END_DECLS
