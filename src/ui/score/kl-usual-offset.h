#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_USUAL_OFFSET (kl_usual_offset_get_type ())

G_DECLARE_FINAL_TYPE (KlUsualOffset, kl_usual_offset, KL, USUAL_OFFSET, GObject)

KlUsualOffset *kl_usual_offset_new (KlLibrary     *library);
double         kl_usual_offset_get (KlUsualOffset *self);

G_END_DECLS
