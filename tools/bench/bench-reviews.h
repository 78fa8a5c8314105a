#pragma once

#include <gio/gio.h>

#include "coach/kl-training-set.h"

G_BEGIN_DECLS

KlTrainingSet *bench_reviews_read (const char  *path,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
