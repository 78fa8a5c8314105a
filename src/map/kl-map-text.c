/* kl-map-text.c: a map in words */

#include "config.h"

#include "kl-map-text.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-text.h"
#include "model/kl-bidi.h"

#include "kl-map-measure.h"

/* So many others are named, and the rest is counted. */
#define MOST_NAMED 6

static void
append (GString    *text,
        const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* A title among words. Where all of them go from left to right, nothing has to keep them apart. */
static char *
dup_title (const KlMapNode *node)
{
  g_autofree char *title = kl_map_measure_dup_shown (node->title);

  if (!kl_bidi_has_right_to_left (title) && !kl_bidi_has_right_to_left (_("not assessed")))
    return g_steal_pointer (&title);
  return kl_bidi_isolate (title);
}

/**
 * kl_map_text_name:
 * @graph: what the map shows
 * @nodes: (element-type guint): topics of it
 * @between: what stands between two of them
 *
 * Returns: (transfer full): the titles of a few of them, and how many more there are: “RAID Levels, Journaling and 3
 *   more”
 */
char *
kl_map_text_name (const KlMapGraph *graph,
                  const GArray     *nodes,
                  const char       *between)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_named = nodes->len <= MOST_NAMED + 1 ? nodes->len : MOST_NAMED, n_more = nodes->len - n_named;

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *title
        = dup_title (kl_map_graph_get_node (graph, g_array_index (nodes, guint, i)));

      g_string_append_printf (text, "%s%s", i > 0 ? between : "", title);
    }
  if (n_more == 0)
    return g_string_free (g_steal_pointer (&text), FALSE);
  /* Translators: a list of topics, and how many there are besides. */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), text->str, n_more);
}

static void
append_others (GString          *text,
               const KlMapGraph *graph,
               GArray           *nodes,
               const char       *format)
{
  g_autoptr(GArray) owned = nodes;
  g_auto(GStrv) around = g_strsplit (format, "%s", 2);
  g_autofree char *names = NULL;
  g_autofree char *part = NULL;

  if (owned->len == 0)
    return;

  names = kl_map_text_name (graph, owned, _(", "));
  part = g_strconcat (around[0], names, around[0] != NULL ? around[1] : NULL, NULL);
  append (text, part);
}

static void
append_score (GString         *text,
              const KlMapNode *node)
{
  g_autofree char *score = kl_chart_text_score (node->score);
  g_autofree char *with_band = NULL;

  if (node->is_group)
    return;
  if (node->band == NULL || *node->band == '\0')
    {
      append (text, score);
      return;
    }
  /* Translators: a score and the name of the band that it falls into: “92 %, Strong”. */
  with_band = g_strdup_printf (_("%s, %s"), score, node->band);
  append (text, with_band);
}

static void
append_elsewhere (GString         *text,
                  const KlMapNode *node)
{
  g_autofree char *part
    = g_strdup_printf (ngettext ("needs %u topic that is not in this plan", "needs %u topics that are not in this plan",
                                 node->n_elsewhere),
                       node->n_elsewhere);

  if (node->n_elsewhere > 0)
    append (text, part);
}

/**
 * kl_map_text_describe:
 * @graph: what the map shows
 * @node: a topic of it
 *
 * Returns: (transfer full): all that the map says of the topic
 */
char *
kl_map_text_describe (const KlMapGraph *graph,
                      guint             node)
{
  const KlMapNode *shown = kl_map_graph_get_node (graph, node);
  g_autofree char *title = dup_title (shown);
  GString *text = g_string_new (title);

  append_score (text, shown);
  if (shown->is_due)
    append (text, _("due"));
  if (shown->parent >= 0)
    {
      g_autofree char *whole
        = dup_title (kl_map_graph_get_node (graph, (guint) shown->parent));
      /* Translators: %s is the topic that a topic is a part of. */
      g_autofree char *part = g_strdup_printf (_("part of %s"), whole);

      append (text, part);
    }
  /* Translators: %s are topics that should be learned before this one. */
  append_others (text, graph, kl_map_graph_find_before (graph, node), _("needs %s"));
  append_elsewhere (text, shown);
  /* Translators: %s are topics that build on this one. */
  append_others (text, graph, kl_map_graph_find_after (graph, node), _("needed for %s"));
  if (shown->is_in_circle)
    append (text, _("needs itself, in a circle"));
  return g_string_free (text, FALSE);
}

/* A band, and how many topics are in it. */
typedef struct
{
  const char *name;
  guint n;
} Count;

static void
append_band (GString    *text,
             const char *name,
             guint       n)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s %u", text->len > 0 ? _(", ") : "", name != NULL ? name : "", n);
}

/* “Strong 3, Good 1, not assessed 8”: the bands that there are, best first. */
static char *
count_bands (const KlMapGraph *graph)
{
  g_autoptr(GArray) counts = g_array_new (FALSE, TRUE, sizeof (Count)); /* by rank */
  GString *text = g_string_new (NULL);
  guint n_none = 0;

  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    {
      const KlMapNode *node = kl_map_graph_get_node (graph, i);
      Count *count;

      if (node->rank < 0)
        {
          n_none += node->is_group ? 0 : 1;
          continue;
        }
      if (counts->len <= (guint) node->rank)
        g_array_set_size (counts, (guint) node->rank + 1);
      count = &g_array_index (counts, Count, node->rank);
      count->name = node->band;
      count->n++;
    }
  for (guint i = 0; i < counts->len; i++)
    append_band (text, g_array_index (counts, Count, i).name, g_array_index (counts, Count, i).n);
  append_band (text, _("not assessed"), n_none);
  return g_string_free (text, FALSE);
}

static guint
count_topics (const KlMapGraph *graph)
{
  guint n = 0;

  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    n += kl_map_graph_get_node (graph, i)->is_group ? 0 : 1;
  return n;
}

static guint
count_elsewhere (const KlMapGraph *graph)
{
  guint n = 0;

  for (guint i = 0; i < kl_map_graph_get_n_nodes (graph); i++)
    n += kl_map_graph_get_node (graph, i)->n_elsewhere;
  return n;
}

static void
append_count (GString    *text,
              guint       n,
              const char *format)
{
  g_autoptr(GString) part = g_string_new (format);
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (part, "%u", number, 1);
  append (text, part->str);
}

/**
 * kl_map_text_summarize:
 * @graph: what the map shows
 *
 * Returns: (transfer full): the map in a sentence
 */
char *
kl_map_text_summarize (const KlMapGraph *graph)
{
  guint n_topics = count_topics (graph), n_edges = kl_map_graph_get_n_edges (graph);
  guint n_circle = kl_map_graph_count_circle (graph), n_elsewhere = count_elsewhere (graph);
  g_autofree char *bands = count_bands (graph);
  GString *text = g_string_new (NULL);

  if (kl_map_graph_get_n_nodes (graph) == 0)
    return g_string_free (text, FALSE);

  append_count (text, n_topics, ngettext ("%u topic", "%u topics", n_topics));
  if (n_edges > 0)
    append_count (text, n_edges, ngettext ("%u prerequisite", "%u prerequisites", n_edges));
  else
    append (text, _("no prerequisites"));
  if (*bands != '\0')
    append (text, bands);
  if (n_circle > 0)
    append_count (text, n_circle,
                  ngettext ("%u topic needs itself, in a circle", "%u topics need each other, in circles", n_circle));
  if (n_elsewhere > 0)
    append_count (text, n_elsewhere, ngettext ("%u prerequisite is not in this plan",
                                               "%u prerequisites are not in this plan", n_elsewhere));
  return g_string_free (text, FALSE);
}
