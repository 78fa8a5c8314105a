#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint *kl_map_layers_find_circles (guint         n_nodes,
                                   const GArray *edges);
guint *kl_map_layers_new          (guint         n_nodes,
                                   const GArray *edges);

G_END_DECLS
