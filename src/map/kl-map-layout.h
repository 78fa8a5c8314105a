#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "kl-map-graph.h"

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

/**
 * KlMapStretch:
 * @KL_MAP_STRETCH_OUT: from what is needed to the border of its block, where other rows are in between
 * @KL_MAP_STRETCH_BETWEEN: from block to block
 * @KL_MAP_STRETCH_IN: from the border of its block to what needs it, where other rows are in between; all of an edge
 *   between rows of one block
 * @KL_MAP_N_STRETCHES: how many there are
 *
 * The parts of the way of an edge: only what is between the blocks may have to pass behind others.
 */
typedef enum
{
  KL_MAP_STRETCH_OUT,
  KL_MAP_STRETCH_BETWEEN,
  KL_MAP_STRETCH_IN,
  KL_MAP_N_STRETCHES,
} KlMapStretch;

/**
 * KlMapLayout:
 *
 * Where everything on a map stands, in pixels of letters whose lines are %KL_MAP_LINE high, read from left to right.
 */
typedef struct _KlMapLayout KlMapLayout;

#define KL_TYPE_MAP_LAYOUT (kl_map_layout_get_type ())

GType        kl_map_layout_get_type      (void);
KlMapLayout *kl_map_layout_new           (KlMapGraph         *graph,
                                          GCancellable       *cancellable,
                                          GError            **error) G_GNUC_WARN_UNUSED_RESULT;
KlMapLayout *kl_map_layout_new_simple    (KlMapGraph         *graph);
KlMapLayout *kl_map_layout_ref           (KlMapLayout        *self);
void         kl_map_layout_unref         (KlMapLayout        *self);
guint        kl_map_layout_count_columns (double              width);
void         kl_map_layout_arrange       (KlMapLayout        *self,
                                          guint               n_columns);
gboolean     kl_map_layout_is_simple     (const KlMapLayout  *self);
KlMapGraph  *kl_map_layout_get_graph     (const KlMapLayout  *self);
void         kl_map_layout_get_size      (const KlMapLayout  *self,
                                          double             *width,
                                          double             *height);
double       kl_map_layout_get_heading   (const KlMapLayout  *self);
guint        kl_map_layout_get_n_blocks  (const KlMapLayout  *self);
void         kl_map_layout_get_block     (const KlMapLayout  *self,
                                          guint               block,
                                          cairo_rectangle_t  *area);
void         kl_map_layout_get_row       (const KlMapLayout  *self,
                                          guint               node,
                                          cairo_rectangle_t  *area);
void         kl_map_layout_get_curve     (const KlMapLayout  *self,
                                          guint               edge,
                                          KlMapStretch        stretch,
                                          GArray             *points);
int          kl_map_layout_find_next     (const KlMapLayout  *self,
                                          guint               node,
                                          KlMapDirection      direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMapLayout, kl_map_layout_unref)

G_END_DECLS
