#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlMemoryState:
 * @stability: days until recall falls to 90 %, 0.001–36500
 * @difficulty: how hard it is to make it last, 1–10
 *
 * What FSRS knows of one memory after an attempt.
 */
typedef struct
{
  double stability;
  double difficulty;
} KlMemoryState;

G_END_DECLS
