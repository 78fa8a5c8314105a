#pragma once

#include "kl-map-graph.h"

G_BEGIN_DECLS

/**
 * KlMapCellColumn:
 * @KL_MAP_CELL_TOPIC: its title
 * @KL_MAP_CELL_PART_OF: the title of what it is a part of
 * @KL_MAP_CELL_SCORE: its last score
 * @KL_MAP_CELL_BAND: the name of its band
 * @KL_MAP_CELL_DUE: whether it is due
 * @KL_MAP_CELL_NEEDS: the titles of what it needs
 * @KL_MAP_CELL_NEEDED_FOR: the titles of what needs it
 * @KL_MAP_CELL_N_COLUMNS: how many columns there are
 *
 * The columns of a map's table.
 */
typedef enum
{
  KL_MAP_CELL_TOPIC,
  KL_MAP_CELL_PART_OF,
  KL_MAP_CELL_SCORE,
  KL_MAP_CELL_BAND,
  KL_MAP_CELL_DUE,
  KL_MAP_CELL_NEEDS,
  KL_MAP_CELL_NEEDED_FOR,
  KL_MAP_CELL_N_COLUMNS,
} KlMapCellColumn;

char *kl_map_cell_dup_heading (guint             column,
                               gboolean         *numeric);
char *kl_map_cell_dup_text    (const KlMapGraph *graph,
                               guint             node,
                               guint             column,
                               gboolean          plain);

G_END_DECLS
