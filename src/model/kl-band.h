#pragma once

#include "kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_BAND (kl_band_get_type ())

G_DECLARE_FINAL_TYPE (KlBand, kl_band, KL, BAND, KlRecord)

const char *kl_band_get_name    (KlBand *self);
const char *kl_band_get_emoji   (KlBand *self);
double      kl_band_get_low     (KlBand *self);
double      kl_band_get_high    (KlBand *self);
const char *kl_band_get_meaning (KlBand *self);
const char *kl_band_get_source  (KlBand *self);

G_END_DECLS
