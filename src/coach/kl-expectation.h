#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlExpectation:
 * @score: the score, 0–100
 * @low: the lower end of its range, 0–100
 * @high: the upper end, 0–100
 *
 * The score that an explanation is expected to get, in percent.
 */
typedef struct
{
  double score;
  double low;
  double high;
} KlExpectation;

G_END_DECLS
