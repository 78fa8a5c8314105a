#pragma once

#include <gio/gio.h>

#include "kl-map-blocks.h"

G_BEGIN_DECLS

/**
 * KlMapLayout:
 *
 * Where what needs each other stands on a map, in pixels of letters whose lines are %KL_MAP_LINE high, read from left
 * to right. It never changes; where the rest stands is for #KlMapArrangement to say.
 */
typedef struct _KlMapLayout KlMapLayout;

#define KL_TYPE_MAP_LAYOUT (kl_map_layout_get_type ())

GType              kl_map_layout_get_type   (void);
KlMapLayout       *kl_map_layout_new        (KlMapGraph         *graph,
                                             GCancellable       *cancellable,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
KlMapLayout       *kl_map_layout_new_simple (KlMapGraph         *graph);
KlMapLayout       *kl_map_layout_ref        (KlMapLayout        *self);
void               kl_map_layout_unref      (KlMapLayout        *self);
gboolean           kl_map_layout_is_simple  (const KlMapLayout  *self);
KlMapGraph        *kl_map_layout_get_graph  (const KlMapLayout  *self);
const KlMapBlocks *kl_map_layout_get_blocks (const KlMapLayout  *self);
const GArray      *kl_map_layout_get_route  (const KlMapLayout  *self,
                                             guint               edge);
const GArray      *kl_map_layout_get_bounds (const KlMapLayout  *self);
void               kl_map_layout_get_size   (const KlMapLayout  *self,
                                             double             *width,
                                             double             *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMapLayout, kl_map_layout_unref)

G_END_DECLS
