#pragma once

#include "kl-map-graph.h"

G_BEGIN_DECLS

char *kl_map_text_describe  (const KlMapGraph *graph,
                             guint             node);
char *kl_map_text_summarize (const KlMapGraph *graph);
char *kl_map_text_name      (const KlMapGraph *graph,
                             const GArray     *nodes,
                             const char       *between);

G_END_DECLS
