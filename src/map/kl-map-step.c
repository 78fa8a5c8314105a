/* kl-map-step.c: where an arrow key goes on a map */

#include "config.h"

#include "kl-map-step.h"

#include <math.h>

/* To go straight on matters more than to go to what is near. */
#define ASIDE 3

static double
find_gap (double a,
          double a_size,
          double b,
          double b_size)
{
  return MAX (0, MAX (b - (a + a_size), a - (b + b_size)));
}

/* How far @to is from @from in a direction, infinity where it does not lie there. */
static double
find_distance (const cairo_rectangle_t *from,
               const cairo_rectangle_t *to,
               KlMapDirection           direction)
{
  double ahead, aside, off;

  if (direction == KL_MAP_LEFT || direction == KL_MAP_RIGHT)
    {
      ahead = direction == KL_MAP_RIGHT ? to->x - (from->x + from->width) : from->x - (to->x + to->width);
      aside = find_gap (from->y, from->height, to->y, to->height);
      off = fabs (from->y + from->height / 2 - to->y - to->height / 2);
    }
  else
    {
      ahead = direction == KL_MAP_DOWN ? to->y - (from->y + from->height) : from->y - (to->y + to->height);
      aside = find_gap (from->x, from->width, to->x, to->width);
      off = fabs (from->x + from->width / 2 - to->x - to->width / 2);
    }
  /* Rows of a block touch each other. */
  return ahead < -1 ? (double) INFINITY : ahead + ASIDE * aside + off / 100;
}

static void
consider (const KlMapArrangement *self,
          guint                   node,
          guint                   other,
          KlMapDirection          direction,
          double                 *nearest,
          int                    *found)
{
  cairo_rectangle_t from, to;
  double distance;

  kl_map_arrangement_get_row (self, node, &from);
  kl_map_arrangement_get_row (self, other, &to);
  distance = node != other ? find_distance (&from, &to, direction) : (double) INFINITY;
  if (distance < *nearest)
    {
      *nearest = distance;
      *found = (int) other;
    }
}

/**
 * kl_map_step_find:
 * @self: where everything stands
 * @node: where one is
 * @direction: where to go
 *
 * To the left and to the right, it goes along prerequisites where there are any that way.
 *
 * Returns: the next node there, -1 where there is none
 */
int
kl_map_step_find (const KlMapArrangement *self,
                  guint                   node,
                  KlMapDirection          direction)
{
  KlMapGraph *graph = kl_map_arrangement_get_graph (self);
  g_autoptr(GArray) along = NULL;
  double nearest = INFINITY;
  int found = -1;

  if (direction == KL_MAP_LEFT)
    along = kl_map_graph_find_before (graph, node);
  else if (direction == KL_MAP_RIGHT)
    along = kl_map_graph_find_after (graph, node);
  for (guint i = 0; along != NULL && i < along->len; i++)
    consider (self, node, g_array_index (along, guint, i), direction, &nearest, &found);
  if (found >= 0)
    return found;

  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    consider (self, node, i, direction, &nearest, &found);
  return found;
}
