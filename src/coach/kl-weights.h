#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KL_N_WEIGHTS 21

/* w0–w3 say how long a first attempt lasts. */
#define KL_N_FIRST_WEIGHTS 4

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
void             kl_weights_order_first (KlWeights       *self,
                                         const double    *certainty);

G_END_DECLS
