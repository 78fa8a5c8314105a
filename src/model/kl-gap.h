#pragma once

#include "kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_GAP (kl_gap_get_type ())

G_DECLARE_FINAL_TYPE (KlGap, kl_gap, KL, GAP, KlRecord)

const char *kl_gap_get_text   (KlGap *self);
gboolean    kl_gap_get_open   (KlGap *self);
const char *kl_gap_get_source (KlGap *self);

G_END_DECLS
