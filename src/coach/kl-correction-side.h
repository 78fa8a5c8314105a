#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlCorrectionSide:
 * @KL_SIDE_NEITHER: the explanation speaks of neither
 * @KL_SIDE_WRONG: it says again what was wrong
 * @KL_SIDE_RIGHT: it says what is right
 *
 * Where an explanation stands in what an earlier attempt was corrected in.
 */
typedef enum
{
  KL_SIDE_NEITHER,
  KL_SIDE_WRONG,
  KL_SIDE_RIGHT,
} KlCorrectionSide;

G_END_DECLS
