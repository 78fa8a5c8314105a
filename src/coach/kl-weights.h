#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KL_N_WEIGHTS 21

/**
 * KlWeights:
 * @w: w0 to w20, as FSRS-6 numbers them
 *
 * The parameters of FSRS-6.
 */
typedef struct
{
  double w[KL_N_WEIGHTS];
} KlWeights;

const KlWeights *kl_weights_get_default (void);
void             kl_weights_get_bounds  (guint            index,
                                         double          *low,
                                         double          *high);
void             kl_weights_clamp       (KlWeights       *self);
gboolean         kl_weights_equal       (const KlWeights *self,
                                         const KlWeights *other);
gboolean         kl_weights_parse       (const char      *text,
                                         KlWeights       *weights);
char            *kl_weights_to_text     (const KlWeights *self);
void             kl_weights_raise_first (KlWeights       *self);

G_END_DECLS
