/* kl-map-cell.c: the table of a map */

#include "config.h"

#include "kl-map-cell.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-text.h"

#include "kl-map-measure.h"
#include "kl-map-text.h"

/**
 * kl_map_cell_dup_heading:
 * @column: a #KlMapCellColumn
 * @numeric: (out): whether it has numbers
 *
 * Returns: (transfer full): its heading
 */
char *
kl_map_cell_dup_heading (guint     column,
                         gboolean *numeric)
{
  const char *const headings[]
    = { _("Topic"), _("Part of"), _("Score"), _("Band"), _("Due"), _("Needs"), _("Needed for") };

  *numeric = column == KL_MAP_CELL_SCORE;
  return g_strdup (headings[column]);
}

static char *
dup_score (const KlMapNode *node,
           gboolean         plain)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!kl_score_is_set (node->score))
    return g_strdup (plain || node->is_group ? "" : "–");
  if (!plain)
    return kl_chart_text_score (node->score);
  return g_strdup (g_ascii_dtostr (digits, sizeof digits, kl_score_get_value (node->score)));
}

/* A machine gets all of them; a person who reads them in a table, a few. */
static char *
dup_titles (const KlMapGraph *graph,
            GArray           *nodes,
            gboolean          plain)
{
  g_autoptr(GArray) owned = nodes;
  GString *text = NULL;

  if (!plain)
    return kl_map_text_name (graph, owned, _("; "));

  text = g_string_new (NULL);
  for (guint i = 0; i < owned->len; i++)
    {
      if (i > 0)
        g_string_append (text, "; ");
      g_string_append (text, kl_map_graph_get_node (graph, g_array_index (owned, guint, i))->title);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_title (const KlMapNode *node,
           gboolean         plain)
{
  return plain ? g_strdup (node->title) : kl_map_measure_dup_shown (node->title);
}

/**
 * kl_map_cell_dup_text:
 * @graph: what the map shows
 * @node: the row
 * @column: a #KlMapCellColumn
 * @plain: as machines read it
 *
 * Returns: (transfer full): what stands there
 */
char *
kl_map_cell_dup_text (const KlMapGraph *graph,
                      guint             node,
                      guint             column,
                      gboolean          plain)
{
  const KlMapNode *shown = kl_map_graph_get_node (graph, node);

  switch (column)
    {
    case KL_MAP_CELL_TOPIC:
      return dup_title (shown, plain);
    case KL_MAP_CELL_PART_OF:
      if (shown->parent < 0)
        return g_strdup ("");
      return dup_title (kl_map_graph_get_node (graph, (guint) shown->parent), plain);
    case KL_MAP_CELL_SCORE:
      return dup_score (shown, plain);
    case KL_MAP_CELL_BAND:
      return g_strdup (shown->band != NULL ? shown->band : "");
    case KL_MAP_CELL_DUE:
      if (!shown->is_due)
        return g_strdup ("");
      return g_strdup (plain ? "due" : _("Due"));
    case KL_MAP_CELL_NEEDS:
      return dup_titles (graph, kl_map_graph_find_before (graph, node), plain);
    case KL_MAP_CELL_NEEDED_FOR:
    default:
      return dup_titles (graph, kl_map_graph_find_after (graph, node), plain);
    }
}
