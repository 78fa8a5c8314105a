#pragma once

#include "kl-point-features.h"

G_BEGIN_DECLS

typedef struct _KlReadingWeights KlReadingWeights;

KlReadingWeights *kl_reading_weights_new_from_bytes (GBytes                 *bytes,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void              kl_reading_weights_free           (KlReadingWeights       *self);
double            kl_reading_weights_judge          (const KlReadingWeights *self,
                                                     const KlPointFeatures  *features);
double            kl_reading_weights_get_covered    (const KlReadingWeights *self);
double            kl_reading_weights_get_partly     (const KlReadingWeights *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlReadingWeights, kl_reading_weights_free)

G_END_DECLS
