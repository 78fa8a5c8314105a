#include "config.h"

#include "kl-depth.h"

G_DEFINE_ENUM_TYPE (KlDepth, kl_depth,
                    G_DEFINE_ENUM_VALUE (KL_DEPTH_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (KL_DEPTH_SURFACE, "surface"),
                    G_DEFINE_ENUM_VALUE (KL_DEPTH_DEEP, "deep"))
