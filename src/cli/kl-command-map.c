/* kl-command-map.c: klearn map */

#include "config.h"

#include "kl-command.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-file.h"
#include "map/kl-plan-map.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-finder.h"

static KlPlanMap *
load (KlInvocation  *invocation,
      KlPlan        *plan,
      GError       **error)
{
  KlLibrary *library = kl_invocation_get_library (invocation);
  g_autoptr(KlPlanMap) map = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_load_plan_async (library, plan, NULL, kl_await_cb, &result);
  if (!kl_library_load_plan_finish (library, kl_await (&result), error))
    return NULL;

  g_clear_object (&result);
  map = kl_plan_map_new (library, plan);
  kl_plan_map_load_async (map, NULL, kl_await_cb, &result);
  return kl_plan_map_load_finish (map, kl_await (&result), error) ? g_steal_pointer (&map) : NULL;
}

static gboolean
write_map (KlChart     *chart,
           const char  *path,
           GError     **error)
{
  g_autoptr(KlChartStyle) style = kl_chart_style_new (FALSE, FALSE);
  int width, height;

  kl_chart_file_find_size (chart, &width, &height);
  return kl_chart_file_write (chart, style, path, width, height, NULL, error);
}

static void
add_node (KlJsonWriter    *json,
          const KlMapNode *node)
{
  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "id", node->id);
  kl_json_writer_add_string (json, "title", node->title);
  kl_json_writer_add_string (json, "parent", node->parent >= 0 ? node->parent_id : NULL);
  kl_json_writer_add_number (json, "score", kl_score_get_value (node->score));
  kl_json_writer_add_string (json, "band", node->band);
  kl_json_writer_add_boolean (json, "due", node->is_due);
  kl_json_writer_add_boolean (json, "circle", node->is_in_circle);
  kl_json_writer_end_object (json);
}

static void
add_map (KlJsonWriter     *json,
         const KlMapGraph *graph)
{
  kl_json_writer_begin_array (json, "nodes");
  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    add_node (json, kl_map_graph_get_node (graph, i));
  kl_json_writer_end_array (json);

  kl_json_writer_begin_array (json, "edges");
  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    {
      const KlMapEdge *edge = kl_map_graph_get_edge (graph, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "from", kl_map_graph_get_node (graph, edge->from)->id);
      kl_json_writer_add_string (json, "to", kl_map_graph_get_node (graph, edge->to)->id);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
print_json (KlInvocation     *invocation,
            const KlMapGraph *graph,
            const char       *shown)
{
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "file", shown);
  add_map (json, graph);
  kl_json_writer_end_object (json);
  kl_invocation_print_json (invocation, json);
}

/**
 * kl_command_map:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Draws the topics of a plan and what they need into a file, or prints them.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_map (KlInvocation  *invocation,
                GError       **error)
{
  const char *path = kl_invocation_get_output (invocation);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *summary = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlPlanMap) map = NULL;
  KlChart *chart;

  if (!kl_invocation_wants_json (invocation) && !kl_invocation_has_output (invocation, error))
    return FALSE;
  if (kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  if (plan == NULL)
    return FALSE;
  map = load (invocation, plan, error);
  if (map == NULL)
    return FALSE;

  chart = KL_CHART (kl_plan_map_get_chart (map));
  if (path != NULL && !write_map (chart, path, error))
    return FALSE;

  summary = kl_chart_dup_summary (chart);
  if (kl_invocation_wants_json (invocation))
    print_json (invocation, kl_map_chart_get_graph (KL_MAP_CHART (chart)), shown);
  else
    kl_output_add_format (kl_invocation_print (invocation), "%s: %s", shown, summary);
  return TRUE;
}
