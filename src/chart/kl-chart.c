/* kl-chart.c: what every kind of chart is */

#include "config.h"

#include "kl-chart.h"

#define HEIGHT 220
#define WIDTH 860

typedef struct
{
  char *title;
} KlChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KlChart, kl_chart, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_title (KlChart *self)
{
  const char *title = kl_chart_get_title (self);

  return g_strdup (title != NULL ? title : "");
}

static const char *
get_no_target (KlChart *self,
               guint    mark)
{
  return NULL;
}

static int
get_one_right (KlChart  *self,
               guint     mark,
               int       direction,
               gboolean  down)
{
  return down ? 0 : direction;
}

static void
get_every_mark (KlChart *self,
                guint    mark,
                guint   *first,
                guint   *last)
{
  *first = 0;
  *last = MAX (kl_chart_get_n_marks (self), 1) - 1;
}

static guint
get_last (KlChart *self)
{
  return MAX (kl_chart_get_n_marks (self), 1) - 1;
}

static double
get_all (KlChart *self)
{
  return 1;
}

static int
get_usual_height (KlChart *self)
{
  return HEIGHT;
}

static int
get_usual_width (KlChart *self)
{
  return WIDTH;
}

static double
get_middle (KlChart *self,
            guint    mark)
{
  return 0.5;
}

static void
kl_chart_finalize (GObject *object)
{
  KlChartPrivate *priv = kl_chart_get_instance_private (KL_CHART (object));

  g_free (priv->title);

  G_OBJECT_CLASS (kl_chart_parent_class)->finalize (object);
}

static void
kl_chart_class_init (KlChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_chart_finalize;
  klass->dup_name = dup_title;
  klass->get_target = get_no_target;
  klass->get_stride = get_one_right;
  klass->get_n_plain_columns = kl_chart_get_n_columns;
  klass->get_latest = get_last;
  klass->get_row = get_every_mark;
  klass->get_smallest_view = get_all;
  klass->get_height = get_usual_height;
  klass->get_width = get_usual_width;
  klass->get_place = get_middle;

  /**
   * KlChart::changed:
   * @self: a chart
   *
   * There is something else to draw.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_chart_init (KlChart *self)
{
}

/**
 * kl_chart_set_title:
 * @self: a chart
 * @title: (nullable): what it is called, and what a picture of it is headed with
 */
void
kl_chart_set_title (KlChart    *self,
                    const char *title)
{
  KlChartPrivate *priv = kl_chart_get_instance_private (self);

  g_return_if_fail (KL_IS_CHART (self));

  if (g_strcmp0 (priv->title, title) == 0)
    return;

  g_free (priv->title);
  priv->title = g_strdup (title);
  kl_chart_changed (self);
}

/**
 * kl_chart_get_title:
 * @self: a chart
 *
 * Returns: (nullable) (transfer none): what it is called
 */
const char *
kl_chart_get_title (KlChart *self)
{
  KlChartPrivate *priv = kl_chart_get_instance_private (self);

  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  return priv->title;
}

/**
 * kl_chart_changed:
 * @self: a chart
 *
 * Says that there is something else to draw. For the kinds of charts.
 */
void
kl_chart_changed (KlChart *self)
{
  g_return_if_fail (KL_IS_CHART (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * kl_chart_lay_out:
 * @self: a chart
 * @sheet: an empty sheet, which gets everything
 */
void
kl_chart_lay_out (KlChart      *self,
                  KlChartSheet *sheet)
{
  g_return_if_fail (KL_IS_CHART (self));

  KL_CHART_GET_CLASS (self)->lay_out (self, sheet);
}

/**
 * kl_chart_get_n_marks:
 * @self: a chart
 *
 * Returns: how many marks it has; each is a row of its table
 */
guint
kl_chart_get_n_marks (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0);

  return KL_CHART_GET_CLASS (self)->get_n_marks (self);
}

/**
 * kl_chart_dup_mark_text:
 * @self: a chart
 * @mark: below kl_chart_get_n_marks()
 *
 * Returns: (transfer full): all that the mark says, in words
 */
char *
kl_chart_dup_mark_text (KlChart *self,
                        guint    mark)
{
  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  return KL_CHART_GET_CLASS (self)->dup_mark_text (self, mark);
}

/**
 * kl_chart_dup_name:
 * @self: a chart
 *
 * Returns: (transfer full): what is said before its summary to whoever does not see it
 */
char *
kl_chart_dup_name (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  return KL_CHART_GET_CLASS (self)->dup_name (self);
}

/**
 * kl_chart_dup_summary:
 * @self: a chart
 *
 * Returns: (transfer full): the chart in a sentence
 */
char *
kl_chart_dup_summary (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  return KL_CHART_GET_CLASS (self)->dup_summary (self);
}

/**
 * kl_chart_get_n_columns:
 * @self: a chart
 *
 * Returns: how many columns its table has
 */
guint
kl_chart_get_n_columns (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0);

  return KL_CHART_GET_CLASS (self)->get_n_columns (self);
}

/**
 * kl_chart_get_n_plain_columns:
 * @self: a chart
 *
 * Returns: how many columns its table has as machines read it: first those of kl_chart_get_n_columns()
 */
guint
kl_chart_get_n_plain_columns (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0);

  return KL_CHART_GET_CLASS (self)->get_n_plain_columns (self);
}

/**
 * kl_chart_dup_heading:
 * @self: a chart
 * @column: below kl_chart_get_n_plain_columns()
 * @numeric: (out): whether the column has numbers, which stand right
 *
 * Returns: (transfer full): the column's heading
 */
char *
kl_chart_dup_heading (KlChart  *self,
                      guint     column,
                      gboolean *numeric)
{
  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  return KL_CHART_GET_CLASS (self)->dup_heading (self, column, numeric);
}

/**
 * kl_chart_dup_cell:
 * @self: a chart
 * @mark: the row, below kl_chart_get_n_marks()
 * @column: below kl_chart_get_n_columns(), or below kl_chart_get_n_plain_columns() where it is plain
 * @plain: as machines read it: a day of ISO 8601, a number without its unit, and nothing where there is none
 *
 * Returns: (transfer full): what stands there
 */
char *
kl_chart_dup_cell (KlChart  *self,
                   guint     mark,
                   guint     column,
                   gboolean  plain)
{
  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  return KL_CHART_GET_CLASS (self)->dup_cell (self, mark, column, plain);
}

/**
 * kl_chart_get_target:
 * @self: a chart
 * @mark: below kl_chart_get_n_marks()
 *
 * Returns: (nullable) (transfer none): the id of what the mark is about
 */
const char *
kl_chart_get_target (KlChart *self,
                     guint    mark)
{
  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  return KL_CHART_GET_CLASS (self)->get_target (self, mark);
}

/**
 * kl_chart_get_latest:
 * @self: a chart
 *
 * Returns: the mark that the keyboard begins at; 0 where there is none
 */
guint
kl_chart_get_latest (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0);

  return KL_CHART_GET_CLASS (self)->get_latest (self);
}

/**
 * kl_chart_get_stride:
 * @self: a chart
 * @mark: below kl_chart_get_n_marks()
 * @direction: 1 to the right or down, -1 to the left or up
 * @down: for the arrow down or up, not for the one to the right or to the left
 *
 * Returns: how many marks on the arrow goes, 0 for no step
 */
int
kl_chart_get_stride (KlChart  *self,
                     guint     mark,
                     int       direction,
                     gboolean  down)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0);

  return KL_CHART_GET_CLASS (self)->get_stride (self, mark, direction, down);
}

/**
 * kl_chart_get_row:
 * @self: a chart
 * @mark: below kl_chart_get_n_marks()
 * @first: (out): the first mark that stands in a row with it
 * @last: (out): the last one
 *
 * To the right and to the left no key leads out of a row.
 */
void
kl_chart_get_row (KlChart *self,
                  guint    mark,
                  guint   *first,
                  guint   *last)
{
  g_return_if_fail (KL_IS_CHART (self));

  KL_CHART_GET_CLASS (self)->get_row (self, mark, first, last);
}

/**
 * kl_chart_get_smallest_view:
 * @self: a chart
 *
 * Returns: the least part of the chart that may be seen, 1 where it cannot be zoomed
 */
double
kl_chart_get_smallest_view (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), 1);

  return KL_CHART_GET_CLASS (self)->get_smallest_view (self);
}

/**
 * kl_chart_get_height:
 * @self: a chart
 *
 * Returns: how many pixels high it would like to be
 */
int
kl_chart_get_height (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0);

  return KL_CHART_GET_CLASS (self)->get_height (self);
}

/**
 * kl_chart_get_width:
 * @self: a chart
 *
 * Returns: how many pixels wide a picture of it would like to be
 */
int
kl_chart_get_width (KlChart *self)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0);

  return KL_CHART_GET_CLASS (self)->get_width (self);
}

/**
 * kl_chart_get_place:
 * @self: a chart
 * @mark: below kl_chart_get_n_marks()
 *
 * Returns: where the mark stands, 0–1 in all that there is
 */
double
kl_chart_get_place (KlChart *self,
                    guint    mark)
{
  g_return_val_if_fail (KL_IS_CHART (self), 0.5);

  return KL_CHART_GET_CLASS (self)->get_place (self, mark);
}

/**
 * kl_chart_dup_snapshot:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): a chart that shows the same and is nobody else's, so that a thread can paint it;
 *   %NULL where there is none, since @self follows what it shows
 */
KlChart *
kl_chart_dup_snapshot (KlChart *self)
{
  KlChart *snapshot;

  g_return_val_if_fail (KL_IS_CHART (self), NULL);

  if (KL_CHART_GET_CLASS (self)->dup_snapshot == NULL)
    return NULL;

  snapshot = KL_CHART_GET_CLASS (self)->dup_snapshot (self);
  kl_chart_set_title (snapshot, kl_chart_get_title (self));
  return snapshot;
}
