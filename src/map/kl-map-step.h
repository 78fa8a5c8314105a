#pragma once

#include "kl-map-arrangement.h"

G_BEGIN_DECLS

/**
 * KlMapDirection:
 * @KL_MAP_LEFT: towards what is needed first
 * @KL_MAP_RIGHT: towards what builds on it
 * @KL_MAP_UP: towards the top
 * @KL_MAP_DOWN: towards the bottom
 *
 * Where to go from a topic, on a map that is read from left to right.
 */
typedef enum
{
  KL_MAP_LEFT,
  KL_MAP_RIGHT,
  KL_MAP_UP,
  KL_MAP_DOWN,
} KlMapDirection;

int kl_map_step_find (const KlMapArrangement *self,
                      guint                   node,
                      KlMapDirection          direction);

G_END_DECLS
