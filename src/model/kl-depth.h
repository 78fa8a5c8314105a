#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlDepth:
 * @KL_DEPTH_NONE: not covered yet
 * @KL_DEPTH_SURFACE: known on the surface
 * @KL_DEPTH_DEEP: deep-dived
 *
 * How deeply something has been studied.
 */
typedef enum
{
  KL_DEPTH_NONE,
  KL_DEPTH_SURFACE,
  KL_DEPTH_DEEP,
} KlDepth;

#define KL_TYPE_DEPTH (kl_depth_get_type ())
GType kl_depth_get_type (void);

G_END_DECLS
