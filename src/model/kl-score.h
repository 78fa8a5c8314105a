#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * KlScore:
 * @low: the lower end, 0–100, NaN where there is no score
 * @high: the upper end, the same as @low unless the score is a range
 */
typedef struct
{
  double low;
  double high;
} KlScore;

#define KL_SCORE_NONE ((KlScore) { (double) NAN, (double) NAN })

gboolean kl_score_is_set    (KlScore self);
gboolean kl_score_is_range  (KlScore self);
double   kl_score_get_value (KlScore self);

G_END_DECLS
