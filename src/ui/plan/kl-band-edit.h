#pragma once

#include "model/kl-change.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

KlChange *kl_band_edit_new_low    (KlPlan     *plan,
                                   KlBand     *band,
                                   int         low);
KlChange *kl_band_edit_new_add    (KlPlan     *plan,
                                   const char *name);
KlChange *kl_band_edit_new_remove (KlPlan     *plan,
                                   KlBand     *band);
void      kl_band_edit_get_range  (KlPlan     *plan,
                                   KlBand     *band,
                                   int        *lowest,
                                   int        *highest);

G_END_DECLS
