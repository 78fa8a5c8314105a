#pragma once

#include "kl-map-graph.h"

G_BEGIN_DECLS

char *kl_map_text_describe  (const KlMapGraph *graph,
                             guint             node);
char *kl_map_text_summarize (const KlMapGraph *graph);

G_END_DECLS
