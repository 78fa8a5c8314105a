#pragma once

#include "chart/kl-chart-style.h"
#include "model/kl-score.h"

G_BEGIN_DECLS

/**
 * KlMapNode:
 * @id: of a topic
 * @title: its title, of whatever it consists
 * @parent_id: (nullable): of what it is a part of
 * @parent: the number of the node that it is a part of, -1 for none
 * @depth: how many nodes it is a part of
 * @is_group: whether it only gathers others, so that there is nothing to explain
 * @score: its last score
 * @rank: the place of its band from the top, -1 where it has none
 * @hue: the colour of its band
 * @band: (nullable): the name of its band
 * @is_due: whether it is to be explained today
 * @n_elsewhere: how many of its prerequisites are no topics of this plan
 * @is_in_circle: whether it is needed for what it needs itself
 *
 * A topic on the map.
 */
typedef struct
{
  char       *id;
  char       *title;
  char       *parent_id;
  int         parent;
  guint       depth;
  gboolean    is_group;
  KlScore     score;
  int         rank;
  KlChartHue  hue;
  char       *band;
  gboolean    is_due;
  guint       n_elsewhere;
  gboolean    is_in_circle;
} KlMapNode;

/**
 * KlMapEdge:
 * @from: the node that is needed
 * @to: the node that needs it
 *
 * A prerequisite.
 */
typedef struct
{
  guint from;
  guint to;
} KlMapEdge;

/**
 * KlMapGraph:
 *
 * The topics of a plan and what they need. It is filled by one, sealed, and then shared and never changed.
 */
typedef struct _KlMapGraph KlMapGraph;

#define KL_TYPE_MAP_GRAPH (kl_map_graph_get_type ())

GType            kl_map_graph_get_type     (void);
KlMapGraph      *kl_map_graph_new          (void);
KlMapGraph      *kl_map_graph_ref          (KlMapGraph       *self);
void             kl_map_graph_unref        (KlMapGraph       *self);
KlMapNode       *kl_map_graph_add          (KlMapGraph       *self,
                                            const char       *id,
                                            const char       *title,
                                            const char       *parent_id);
void             kl_map_graph_need         (KlMapGraph       *self,
                                            const char       *id,
                                            const char       *prerequisite_id);
void             kl_map_graph_seal         (KlMapGraph       *self);
guint            kl_map_graph_get_n_nodes  (const KlMapGraph *self);
const KlMapNode *kl_map_graph_get_node     (const KlMapGraph *self,
                                            guint             node);
guint            kl_map_graph_get_n_edges  (const KlMapGraph *self);
const KlMapEdge *kl_map_graph_get_edge     (const KlMapGraph *self,
                                            guint             edge);
GArray          *kl_map_graph_find_before  (const KlMapGraph *self,
                                            guint             node);
GArray          *kl_map_graph_find_after   (const KlMapGraph *self,
                                            guint             node);
guint            kl_map_graph_count_circle (const KlMapGraph *self);
gboolean         kl_map_graph_is_alike     (const KlMapGraph *self,
                                            const KlMapGraph *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMapGraph, kl_map_graph_unref)

G_END_DECLS
