#pragma once

/* The map is laid out for letters whose lines are so many pixels high; all else follows from that. */
#define KL_MAP_UNIT 8
#define KL_MAP_LINE (2 * KL_MAP_UNIT)
/* How wide a block is with one column of rows. */
#define KL_MAP_BLOCK_WIDTH (15 * KL_MAP_LINE)
/* Around everything. */
#define KL_MAP_MARGIN KL_MAP_LINE
/* Between columns of rows of a block: edges go there, up and down. */
#define KL_MAP_GUTTER KL_MAP_LINE
/* How far a part is moved in. */
#define KL_MAP_INDENT KL_MAP_LINE
#define KL_MAP_DEEPEST_INDENT 3
/* Where the mark stands, and the score. */
#define KL_MAP_MARK_WIDTH (KL_MAP_LINE + KL_MAP_UNIT)
#define KL_MAP_SCORE_WIDTH (KL_MAP_LINE * 3 + KL_MAP_UNIT)
#define KL_MAP_MOST_LINES 2
/* More letters than fit into two lines are not even looked at. */
#define KL_MAP_MOST_LETTERS 160
/* What stands between blocks: the columns of the map have room for edges between them. */
#define KL_MAP_COLUMN_GAP (3 * KL_MAP_LINE)
#define KL_MAP_ROW_GAP KL_MAP_LINE
