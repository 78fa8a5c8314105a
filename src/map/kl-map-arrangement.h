#pragma once

#include "kl-map-layout.h"
#include "kl-map-path.h"

G_BEGIN_DECLS

/**
 * KlMapArrangement:
 *
 * Where everything on a map stands in some room: what needs each other as it was laid out, and below it the rest. It
 * never changes.
 */
typedef struct _KlMapArrangement KlMapArrangement;

#define KL_TYPE_MAP_ARRANGEMENT (kl_map_arrangement_get_type ())

GType                    kl_map_arrangement_get_type      (void);
KlMapArrangement        *kl_map_arrangement_new           (KlMapLayout            *layout,
                                                           guint                   n_columns);
KlMapArrangement        *kl_map_arrangement_ref           (KlMapArrangement       *self);
void                     kl_map_arrangement_unref         (KlMapArrangement       *self);
guint                    kl_map_arrangement_count_columns (double                  width);
KlMapLayout             *kl_map_arrangement_get_layout    (const KlMapArrangement *self);
KlMapGraph              *kl_map_arrangement_get_graph     (const KlMapArrangement *self);
void                     kl_map_arrangement_get_size      (const KlMapArrangement *self,
                                                           double                 *width,
                                                           double                 *height);
double                   kl_map_arrangement_get_heading   (const KlMapArrangement *self);
guint                    kl_map_arrangement_get_n_blocks  (const KlMapArrangement *self);
void                     kl_map_arrangement_get_block     (const KlMapArrangement *self,
                                                           guint                   block,
                                                           cairo_rectangle_t      *area);
void                     kl_map_arrangement_get_row       (const KlMapArrangement *self,
                                                           guint                   node,
                                                           cairo_rectangle_t      *area);
void                     kl_map_arrangement_get_curve     (const KlMapArrangement *self,
                                                           guint                   edge,
                                                           KlMapStretch            stretch,
                                                           GArray                 *points);
const cairo_rectangle_t *kl_map_arrangement_get_bounds    (const KlMapArrangement *self,
                                                           guint                   edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMapArrangement, kl_map_arrangement_unref)

G_END_DECLS
