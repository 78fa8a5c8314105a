#pragma once

#include "reading-fit.h"

G_BEGIN_DECLS

GArray *reading_folds_judge (ReadingFit             *fit,
                             GPtrArray              *answers,
                             const KlPointFeatures  *features,
                             KlFeature               without,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
