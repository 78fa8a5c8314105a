/* klearn-map-layers.c: lays a graph out in layers, with Graphviz
 *
 * A program of its own, since Graphviz sets the locale of the whole process while it works, is not made for threads,
 * cannot be stopped, and ends the process where it finds something wrong: whoever waits for it can end it at any time,
 * and it ends itself when it took too much time or memory.
 *
 * It reads numbers only and writes numbers only. In: how many nodes and edges; of each node its width in pixels, and
 * how many units it is high; of each edge the node and unit that it leaves to the right, and the node and unit that it
 * comes to from the left. Out: of each node the left and the upper end; of each edge how many points it has, and the
 * points of its Bézier curves. Nothing is written where anything fails.
 */

#include "config.h"

#include <glib.h>
#include <gvc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "map/kl-map-metrics.h"

#define PIXELS_PER_INCH 72.0
#define SECONDS 6
#define BYTES (2UL * 1024 * 1024 * 1024)
#define MOST 100000

/**
 * Reader:
 * @at: what is not read yet
 * @failed: whether something else than a number stood there, or one that is too large
 */
typedef struct
{
  const char *at;
  gboolean failed;
} Reader;

/**
 * Layout:
 * @context: Graphviz
 * @graph: what is laid out
 * @nodes: (element-type Agnode_t): its nodes
 * @edges: (element-type Agedge_t): its edges
 */
typedef struct
{
  GVC_t *context;
  Agraph_t *graph;
  GPtrArray *nodes;
  GPtrArray *edges;
} Layout;

static guint
read_number (Reader *self,
             guint   end)
{
  char *rest = NULL;
  guint64 number = g_ascii_strtoull (self->at, &rest, 10);

  self->failed = self->failed || rest == self->at || number >= end;
  self->at = rest;
  return self->failed ? 0 : (guint) number;
}

/* What Graphviz would say is of no use to a person. */
static int
ignore_cb (char *message)
{
  return 0;
}

/* Graphviz takes names that it does not change as “char *”. */
static void
set (gpointer    object,
     const char *name,
     const char *value)
{
  g_autofree char *own_name = g_strdup (name);
  g_autofree char *own_value = g_strdup (value);

  agset (object, own_name, own_value);
}

static void
declare (Agraph_t   *graph,
         int         kind,
         const char *name,
         const char *value)
{
  g_autofree char *own_name = g_strdup (name);
  g_autofree char *own_value = g_strdup (value);

  agattr (graph, kind, own_name, own_value);
}

static char *
print_inches (char   text[G_ASCII_DTOSTR_BUF_SIZE],
              double pixels)
{
  return g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.4f", pixels / PIXELS_PER_INCH);
}

static void
declare_all (Agraph_t *graph)
{
  char gap[G_ASCII_DTOSTR_BUF_SIZE];

  declare (graph, AGRAPH, "rankdir", "LR");
  declare (graph, AGRAPH, "splines", "spline");
  declare (graph, AGRAPH, "ranksep", print_inches (gap, KL_MAP_COLUMN_GAP));
  declare (graph, AGRAPH, "nodesep", print_inches (gap, KL_MAP_ROW_GAP));
  declare (graph, AGNODE, "shape", "record");
  declare (graph, AGNODE, "label", "");
  declare (graph, AGNODE, "fixedsize", "true");
  declare (graph, AGNODE, "width", "1");
  declare (graph, AGNODE, "height", "1");
  declare (graph, AGNODE, "fontsize", "1");
  declare (graph, AGNODE, "margin", "0");
  declare (graph, AGEDGE, "headport", "");
  declare (graph, AGEDGE, "tailport", "");
  declare (graph, AGEDGE, "arrowhead", "none");
}

static void
set_inches (Agnode_t   *node,
            const char *name,
            double      pixels)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  set (node, name, print_inches (text, pixels));
}

/* A field for each unit, all of one height, named by its number, so that an edge can begin there. */
static void
add_node (Layout *self,
          Reader *reader)
{
  guint width = read_number (reader, MOST), n_units = read_number (reader, MOST);
  g_autoptr(GString) label = g_string_new (NULL);
  Agnode_t *node;

  if (reader->failed)
    return;

  node = agnode (self->graph, NULL, TRUE);
  for (guint i = 0; i < n_units; i++)
    g_string_append_printf (label, i > 0 ? "|<%u>" : "<%u>", i);
  set (node, "label", label->str);
  set_inches (node, "width", width);
  set_inches (node, "height", n_units * KL_MAP_UNIT);
  g_ptr_array_add (self->nodes, node);
}

static void
set_port (Agedge_t   *edge,
          const char *name,
          guint       unit,
          char        side)
{
  g_autofree char *port = g_strdup_printf ("%u:%c", unit, side);

  set (edge, name, port);
}

static void
add_edge (Layout *self,
          Reader *reader)
{
  guint from = read_number (reader, self->nodes->len), from_unit = read_number (reader, MOST);
  guint to = read_number (reader, self->nodes->len), to_unit = read_number (reader, MOST);
  Agedge_t *edge;

  if (reader->failed)
    return;

  edge = agedge (self->graph, self->nodes->pdata[from], self->nodes->pdata[to], NULL, TRUE);
  set_port (edge, "tailport", from_unit, 'e');
  set_port (edge, "headport", to_unit, 'w');
  g_ptr_array_add (self->edges, edge);
}

static gboolean
read_graph (Layout *self,
            Reader *reader)
{
  guint n_nodes = read_number (reader, MOST), n_edges = read_number (reader, MOST);

  for (guint i = 0; i < n_nodes && !reader->failed; i++)
    add_node (self, reader);
  for (guint i = 0; i < n_edges && !reader->failed; i++)
    add_edge (self, reader);
  return !reader->failed;
}

static void
write_number (GString *out,
              double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.2f", number));
  g_string_append_c (out, ' ');
}

/* Graphviz counts from the bottom. */
static void
write_edge (GString  *out,
            Agedge_t *edge,
            double    bottom)
{
  splines *curves = ED_spl (edge);
  guint n_points = 0;

  for (int i = 0; curves != NULL && i < (int) curves->size; i++)
    n_points += (guint) curves->list[i].size;
  g_string_append_printf (out, "%u ", n_points);
  for (int i = 0; curves != NULL && i < (int) curves->size; i++)
    for (int j = 0; j < (int) curves->list[i].size; j++)
      {
        write_number (out, curves->list[i].list[j].x);
        write_number (out, bottom - curves->list[i].list[j].y);
      }
  g_string_append_c (out, '\n');
}

static char *
write_layout (Layout *self)
{
  GString *out = g_string_new (NULL);
  double bottom = GD_bb (self->graph).UR.y;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Agnode_t *node = self->nodes->pdata[i];

      write_number (out, ND_coord (node).x - ND_width (node) * PIXELS_PER_INCH / 2);
      write_number (out, bottom - ND_coord (node).y - ND_height (node) * PIXELS_PER_INCH / 2);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->edges->len; i++)
    write_edge (out, self->edges->pdata[i], bottom);
  return g_string_free (out, FALSE);
}

static char *
lay_out (const char *text)
{
  g_autofree char *no_name = g_strdup ("");
  Layout self = { gvContext (), agopen (no_name, Agdirected, NULL), g_ptr_array_new (), g_ptr_array_new () };
  Reader reader = { text, FALSE };
  char *result = NULL;

  declare_all (self.graph);
  if (read_graph (&self, &reader) && gvLayout (self.context, self.graph, "dot") == 0)
    {
      result = write_layout (&self);
      gvFreeLayout (self.context, self.graph);
    }
  agclose (self.graph);
  gvFreeContext (self.context);
  g_ptr_array_unref (self.nodes);
  g_ptr_array_unref (self.edges);
  return result;
}

static void
set_limit (int    kind,
           rlim_t most)
{
  struct rlimit limit;

  if (getrlimit (kind, &limit) != 0)
    return;
  limit.rlim_cur = MIN (limit.rlim_max, most);
  (void) setrlimit (kind, &limit);
}

static char *
read_input (void)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n_read;

  while ((n_read = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n_read);
  return g_string_free (text, FALSE);
}

static gboolean
write_output (const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      gssize n_written = write (STDOUT_FILENO, text, length);

      if (n_written <= 0)
        return FALSE;
      text += n_written;
      length -= (gsize) n_written;
    }
  return TRUE;
}

int
main (void)
{
  g_autofree char *text = read_input ();
  g_autofree char *result = NULL;

#ifdef __SANITIZE_ADDRESS__
  /* Graphviz keeps its plugins, and they their fonts, until the process ends. */
  __lsan_disable ();
#endif
  set_limit (RLIMIT_CPU, SECONDS);
  set_limit (RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer reserves more than there is. */
  set_limit (RLIMIT_AS, BYTES);
#endif
  agseterrf (ignore_cb);
  result = lay_out (text);
  return result != NULL && write_output (result) ? EXIT_SUCCESS : EXIT_FAILURE;
}
