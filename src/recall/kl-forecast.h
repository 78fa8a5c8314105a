#pragma once

#include "kl-prospect.h"

G_BEGIN_DECLS

/**
 * KlForecast:
 * @day: the number of the day that is learned for
 * @target: the score that is aimed at, in percent
 * @n_assessed: how many subjects were explained
 * @n_unassessed: how many topics were never explained, nor a part of them
 * @average: what is expected of those that were, on average; NaN where there are none
 * @below: (element-type KlProspect): those that would be below the target, lowest first
 *
 * What is expected on a day to come, without another attempt until then. The prospects are the caller's.
 */
typedef struct
{
  gint64     day;
  double     target;
  guint      n_assessed;
  guint      n_unassessed;
  double     average;
  GPtrArray *below;
} KlForecast;

KlForecast *kl_forecast_new     (GPtrArray        *prospects,
                                 gint64            day,
                                 double            target);
void        kl_forecast_free    (KlForecast       *self);
char       *kl_forecast_to_text (const KlForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlForecast, kl_forecast_free)

G_END_DECLS
