#pragma once

#include "kl-record.h"
#include "kl-depth.h"

G_BEGIN_DECLS

#define KL_TYPE_POINT (kl_point_get_type ())

G_DECLARE_FINAL_TYPE (KlPoint, kl_point, KL, POINT, KlRecord)

const char *kl_point_get_parent (KlPoint *self);
const char *kl_point_get_text   (KlPoint *self);
KlDepth     kl_point_get_depth  (KlPoint *self);
const char *kl_point_get_note   (KlPoint *self);
const char *kl_point_get_target (KlPoint *self);
const char *kl_point_get_source (KlPoint *self);

G_END_DECLS
