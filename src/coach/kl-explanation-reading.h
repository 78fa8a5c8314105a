#pragma once

#include <glib-object.h>

#include "kl-point-reading.h"

G_BEGIN_DECLS

typedef struct _KlExplanationReading KlExplanationReading;

#define KL_TYPE_EXPLANATION_READING (kl_explanation_reading_get_type ())
GType kl_explanation_reading_get_type (void);

KlExplanationReading *kl_explanation_reading_new          (gsize                       n_points);
KlExplanationReading *kl_explanation_reading_ref          (KlExplanationReading       *self);
void                  kl_explanation_reading_unref        (KlExplanationReading       *self);
KlPointReading       *kl_explanation_reading_edit_point   (KlExplanationReading       *self,
                                                           gsize                       i);
gsize                 kl_explanation_reading_get_n_points (const KlExplanationReading *self);
const KlPointReading *kl_explanation_reading_get_point    (const KlExplanationReading *self,
                                                           gsize                       i);
double                kl_explanation_reading_get_score    (const KlExplanationReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlExplanationReading, kl_explanation_reading_unref)

G_END_DECLS
