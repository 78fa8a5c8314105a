/* kl-map-dot.c: has Graphviz lay out what needs each other
 *
 * In a program of its own (layers/klearn-map-layers.c). It is told numbers only, so that no title can mean anything to
 * it, and what it answers is believed as little as any other file.
 */

#include "config.h"

#include "kl-map-dot.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "kl-map-layers.h"
#include "kl-map-metrics.h"

#define PROGRAM "klearn-map-layers"
/* By the clock: it may also wait for a disk, or be another program. */
#define MOST_SECONDS 15
/* Larger graphs take Graphviz minutes: nobody waits so long. */
#define MOST_BLOCKS 2500
#define MOST_SPANS 20000
/* Nothing of a map stands farther out. */
#define FARTHEST 1e7

/* Beside the program itself, as in a build tree, or where it was installed. */
static char *
find_program (void)
{
  const char *chosen = g_getenv ("KLEARN_MAP_LAYERS"); /* tests are other programs */
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, PROGRAM, NULL);

  if (chosen != NULL)
    return g_strdup (chosen);
  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (KL_LIBEXEC_DIR, PROGRAM, NULL);
}

/* An edge takes room in each layer that it passes. */
static gboolean
is_too_large (const KlMapBlocks *blocks,
              guint              n_blocks)
{
  g_autofree guint *layers = NULL;
  gsize n_spans = 0;

  if (n_blocks > MOST_BLOCKS || blocks->links->len > MOST_SPANS)
    return TRUE;

  layers = kl_map_layers_new (blocks->blocks->len, blocks->links);
  for (guint i = 0; i < blocks->links->len; i++)
    {
      const KlMapEdge *link = &g_array_index (blocks->links, KlMapEdge, i);

      n_spans += layers[link->to] > layers[link->from] ? layers[link->to] - layers[link->from] : 1;
    }
  return n_spans > MOST_SPANS;
}

static gboolean
is_between_blocks (const KlMapBlocks *blocks,
                   const KlMapEdge   *edge)
{
  return g_array_index (blocks->rows, KlMapRow, edge->from).block
         != g_array_index (blocks->rows, KlMapRow, edge->to).block;
}

static void
write_edge (GString           *out,
            const KlMapBlocks *blocks,
            const guint       *numbers,
            const KlMapEdge   *edge)
{
  const KlMapRow *from = &g_array_index (blocks->rows, KlMapRow, edge->from);
  const KlMapRow *to = &g_array_index (blocks->rows, KlMapRow, edge->to);

  g_string_append_printf (out, "%u %u %u %u\n", numbers[from->block], from->out_unit, numbers[to->block],
                          to->in_unit);
}

static char *
write_question (const KlMapBlocks *blocks,
                const KlMapGraph  *graph,
                guint              n_blocks)
{
  g_autofree guint *numbers = g_new0 (guint, blocks->blocks->len + 1);
  GString *out = g_string_new (NULL);
  guint n_edges = 0, number = 0;

  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    n_edges += is_between_blocks (blocks, kl_map_graph_get_edge (graph, i)) ? 1 : 0;
  g_string_append_printf (out, "%u %u\n", n_blocks, n_edges);
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const KlMapBlock *block = &g_array_index (blocks->blocks, KlMapBlock, i);

      if (block->is_loose)
        continue;
      numbers[i] = number++;
      g_string_append_printf (out, "%u %u\n", (guint) block->area.width, block->n_units);
    }
  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    {
      const KlMapEdge *edge = kl_map_graph_get_edge (graph, i);

      if (is_between_blocks (blocks, edge))
        write_edge (out, blocks, numbers, edge);
    }
  return g_string_free (out, FALSE);
}

static gboolean
read_number (const char **at,
             double      *number)
{
  char *end = NULL;

  *number = g_ascii_strtod (*at, &end);
  if (end == *at || !isfinite (*number) || fabs (*number) > FARTHEST)
    return FALSE;

  *at = end;
  return TRUE;
}

static gboolean
read_curve (const char **at,
            GArray      *curve)
{
  double n_points;

  if (!read_number (at, &n_points) || n_points < 0 || n_points > FARTHEST)
    return FALSE;
  for (guint i = 0; i < 2 * (guint) n_points; i++)
    {
      double number;

      if (!read_number (at, &number))
        return FALSE;
      g_array_append_val (curve, number);
    }
  /* A Bézier curve is a point and then three for each of its parts; anything else is none. */
  if (curve->len < 8 || (curve->len / 2) % 3 != 1)
    g_array_set_size (curve, 0);
  return TRUE;
}

static gboolean
read_answer (const char       *answer,
             KlMapBlocks      *blocks,
             const KlMapGraph *graph,
             GPtrArray        *curves)
{
  const char *at = answer;

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      KlMapBlock *block = &g_array_index (blocks->blocks, KlMapBlock, i);

      if (!block->is_loose && (!read_number (&at, &block->area.x) || !read_number (&at, &block->area.y)))
        return FALSE;
    }
  for (guint i = 0; i < kl_map_graph_get_n_edges (graph); i++)
    if (is_between_blocks (blocks, kl_map_graph_get_edge (graph, i)) && !read_curve (&at, curves->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The question as a file without a name: a pipe to a program that has ended would end this one. */
static int
open_question (const char  *question,
               GError     **error)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("klearn-map-XXXXXX", &name, error);
  gsize length = strlen (question);
  gssize n_written = 0;

  if (fd < 0)
    return -1;
  (void) g_unlink (name);
  for (gsize done = 0; done < length && n_written >= 0; done += (gsize) MAX (n_written, 0))
    n_written = write (fd, question + done, length - done);
  if (n_written >= 0 && lseek (fd, 0, SEEK_SET) == 0)
    return fd;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  (void) close (fd);
  return -1;
}

static guint
find_patience (void)
{
  const char *chosen = g_getenv ("KLEARN_MAP_SECONDS"); /* tests do not wait so long */

  return chosen != NULL ? (guint) g_ascii_strtoull (chosen, NULL, 10) : MOST_SECONDS;
}

/* The clock goes on in the program that is started, which is ended by it. */
static void
limit_time (gpointer seconds)
{
  (void) alarm (GPOINTER_TO_UINT (seconds));
}

/* Whoever waits no longer ends it. */
static char *
wait_for_answer (GSubprocess   *process,
                 GCancellable  *cancellable,
                 GError       **error)
{
  char *answer = NULL;

  if (!g_subprocess_communicate_utf8 (process, NULL, cancellable, &answer, NULL, error))
    {
      g_subprocess_force_exit (process);
      return NULL;
    }
  if (g_subprocess_get_successful (process))
    return answer;

  g_free (answer);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Graphviz gave up");
  return NULL;
}

static char *
ask (const char    *question,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autofree char *program = find_program ();
  g_autoptr(GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr(GSubprocess) process = NULL;
  int fd = open_question (question, error);

  if (fd < 0)
    return NULL;
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  g_subprocess_launcher_set_child_setup (launcher, limit_time, GUINT_TO_POINTER (find_patience ()), NULL);
  process = g_subprocess_launcher_spawn (launcher, error, program, NULL);
  return process != NULL ? wait_for_answer (process, cancellable, error) : NULL;
}

/**
 * kl_map_dot_lay_out:
 * @blocks: blocks; those that are not loose get their places
 * @graph: their graph
 * @curves: (element-type GArray): for each edge of @graph an empty array of double, which gets the points of its curve,
 *   where it goes from one block to another
 * @cancellable: (nullable): stops it at any moment
 * @error: %G_IO_ERROR_CANCELLED, or why it did not work, which is not for a person
 *
 * Whoever asks in vain lays the graph out by simpler means.
 *
 * Returns: whether it worked
 */
gboolean
kl_map_dot_lay_out (KlMapBlocks       *blocks,
                    const KlMapGraph  *graph,
                    GPtrArray         *curves,
                    GCancellable      *cancellable,
                    GError           **error)
{
  guint n_blocks = 0;
  g_autofree char *question = NULL;
  g_autofree char *answer = NULL;

  for (guint i = 0; i < blocks->blocks->len; i++)
    n_blocks += g_array_index (blocks->blocks, KlMapBlock, i).is_loose ? 0 : 1;
  if (n_blocks == 0)
    return TRUE;
  if (is_too_large (blocks, n_blocks))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The graph is too large for Graphviz");
      return FALSE;
    }

  question = write_question (blocks, graph, n_blocks);
  answer = ask (question, cancellable, error);
  if (answer == NULL)
    return FALSE;
  if (read_answer (answer, blocks, graph, curves))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Graphviz answered something else");
  return FALSE;
}
