#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlPointOrigin:
 * @KL_POINT_FROM_CORRECTION: what is right where an explanation was wrong
 * @KL_POINT_FROM_INSIGHT: the key insight of an attempt
 * @KL_POINT_FROM_MISSED: what an explanation missed, or said imprecisely
 * @KL_POINT_FROM_ACTION: what the person is to remember; other things to do are no points
 * @KL_POINT_FROM_NOTES: what the person wrote about the topic
 * @KL_POINT_FROM_NAILED: what an explanation said well
 *
 * Where a key point can come from, the best first. A point is there to be looked for in the next explanation: what was
 * wrong or missing is looked for most; an insight holds a topic together; notes are in the person's own words; what was
 * said well is known, but belongs to the topic as well.
 */
typedef enum
{
  KL_POINT_FROM_CORRECTION,
  KL_POINT_FROM_INSIGHT,
  KL_POINT_FROM_MISSED,
  KL_POINT_FROM_ACTION,
  KL_POINT_FROM_NOTES,
  KL_POINT_FROM_NAILED,
} KlPointOrigin;

G_END_DECLS
