/* kl-chart-memory.c: which mark is which when a chart changes
 *
 * A mark is known again by what it is about and by what its row in the table begins with: its place changes with every
 * mark that comes before it, and many may be about the same. Of very many marks only so many are looked at as a frame
 * has room for: where they are that dense, nobody sees that one is new.
 */

#include "config.h"

#include "kl-chart-memory.h"

/* So many marks are looked at when a chart changes. */
#define REACH 5000

/* The place of a mark, and the hash of what it is about. */
typedef struct
{
  guint mark;
  guint hash;
} Known;

struct _KlChartMemory
{
  guint n_marks;
  GArray *known; /* of Known: none where there are more than REACH */
  gboolean is_same; /* whether the known ones were the same before the last change */

  gboolean moved; /* whether anybody chose where it is */
  int cursor;
  char *target;
  char *label;
};

/* The marks that are to be known again. What is expected is about nothing, and comes and goes with the days. */
static GArray *
list_known (KlChart *chart,
            guint    n_marks)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (Known));

  for (guint i = 0; n_marks <= REACH && i < n_marks; i++)
    {
      const char *target = kl_chart_get_target (chart, i);
      const Known mark = { i, target != NULL ? g_str_hash (target) : 0 };

      if (target != NULL)
        g_array_append_val (known, mark);
    }
  return known;
}

/* Returns the one mark that there was not before, -1 where it is not just one more. */
static int
remember_marks (KlChartMemory *self,
                KlChart       *chart,
                guint          n_marks)
{
  g_autoptr(GArray) before = g_steal_pointer (&self->known);
  guint i = 0;

  self->n_marks = n_marks;
  self->known = list_known (chart, n_marks);
  while (i < MIN (before->len, self->known->len)
         && g_array_index (before, Known, i).hash == g_array_index (self->known, Known, i).hash)
    i++;
  self->is_same = self->known->len == before->len && i == before->len;

  return self->known->len == before->len + 1 ? (int) g_array_index (self->known, Known, i).mark : -1;
}

static gboolean
is_about_the_same (KlChartMemory *self,
                   KlChart       *chart,
                   int            mark)
{
  return mark >= 0 && mark < (int) self->n_marks
         && g_strcmp0 (kl_chart_get_target (chart, (guint) mark), self->target) == 0;
}

static gboolean
has_the_same_label (KlChartMemory *self,
                    KlChart       *chart,
                    int            mark)
{
  g_autofree char *label = kl_chart_dup_cell (chart, (guint) mark, 0, TRUE);

  return g_strcmp0 (label, self->label) == 0;
}

/* From where it was outwards: the same mark, else the nearest that is about the same, else the one in its place. */
static int
find_cursor (KlChartMemory *self,
             KlChart       *chart)
{
  int n_marks = (int) self->n_marks, similar = -1;

  for (int distance = 0; distance < MIN (MAX (n_marks, self->cursor + 1), REACH / 2); distance++)
    for (int side = -1; side <= 1; side += 2)
      {
        int mark = self->cursor + side * distance;

        if (!is_about_the_same (self, chart, mark))
          continue;
        if (has_the_same_label (self, chart, mark))
          return mark;
        if (similar < 0 && self->target != NULL)
          similar = mark;
      }
  return similar >= 0 ? similar : MIN (self->cursor, n_marks - 1);
}

static void
set_cursor (KlChartMemory *self,
            KlChart       *chart,
            int            index)
{
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->label, g_free);
  self->cursor = index;
  if (chart == NULL || index < 0)
    return;

  self->target = g_strdup (kl_chart_get_target (chart, (guint) index));
  self->label = kl_chart_dup_cell (chart, (guint) index, 0, TRUE);
}

/**
 * kl_chart_memory_new:
 *
 * Returns: (transfer full): nothing is known yet
 */
KlChartMemory *
kl_chart_memory_new (void)
{
  KlChartMemory *self = g_new0 (KlChartMemory, 1);

  self->known = g_array_new (FALSE, TRUE, sizeof (Known));
  self->cursor = -1;
  return self;
}

/**
 * kl_chart_memory_free:
 * @self: (transfer full): a memory
 */
void
kl_chart_memory_free (KlChartMemory *self)
{
  g_array_unref (self->known);
  g_free (self->target);
  g_free (self->label);
  g_free (self);
}

/**
 * kl_chart_memory_set_cursor:
 * @self: a memory
 * @chart: (nullable): the chart
 * @index: the mark that the keyboard is at, -1 for none
 */
void
kl_chart_memory_set_cursor (KlChartMemory *self,
                            KlChart       *chart,
                            int            index)
{
  self->moved = index >= 0;
  set_cursor (self, chart, index);
}

/**
 * kl_chart_memory_get_cursor:
 * @self: a memory
 *
 * Returns: the mark that the keyboard is at, -1 for none
 */
int
kl_chart_memory_get_cursor (KlChartMemory *self)
{
  return self->cursor;
}

/**
 * kl_chart_memory_update:
 * @self: a memory
 * @chart: (nullable): the chart, which may have changed
 *
 * Finds the mark again that the keyboard is at. Before it was moved it is at the latest one.
 *
 * Returns: the one mark that there was not before, -1 where it is not just one more
 */
int
kl_chart_memory_update (KlChartMemory *self,
                        KlChart       *chart)
{
  int n_marks = chart != NULL ? (int) kl_chart_get_n_marks (chart) : 0;
  int added = remember_marks (self, chart, (guint) n_marks);

  if (self->moved && self->cursor >= 0)
    set_cursor (self, chart, find_cursor (self, chart));
  else
    set_cursor (self, chart, n_marks > 0 ? (int) kl_chart_get_latest (chart) : -1);
  return added;
}

/**
 * kl_chart_memory_is_same:
 * @self: a memory
 *
 * Returns: whether the chart was about the same as before when it changed last; not said of very many marks
 */
gboolean
kl_chart_memory_is_same (KlChartMemory *self)
{
  return self->is_same;
}
