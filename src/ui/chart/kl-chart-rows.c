/* kl-chart-rows.c: the marks of a chart as a list, each made when it is looked at */

#include "config.h"

#include "kl-chart-rows.h"

struct _KlChartRow
{
  GObject parent_instance;

  guint mark;
};

G_DEFINE_FINAL_TYPE (KlChartRow, kl_chart_row, G_TYPE_OBJECT)

struct _KlChartRows
{
  GObject parent_instance;

  KlChart *chart;
  guint n_rows;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KlChartRows, kl_chart_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
kl_chart_row_class_init (KlChartRowClass *klass)
{
}

static void
kl_chart_row_init (KlChartRow *self)
{
}

/**
 * kl_chart_row_get_mark:
 * @self: a row
 *
 * Returns: the index of its mark
 */
guint
kl_chart_row_get_mark (KlChartRow *self)
{
  g_return_val_if_fail (KL_IS_CHART_ROW (self), 0);

  return self->mark;
}

static GType
get_item_type (GListModel *list)
{
  return KL_TYPE_CHART_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return KL_CHART_ROWS (list)->n_rows;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  KlChartRow *row;

  if (position >= KL_CHART_ROWS (list)->n_rows)
    return NULL;

  row = g_object_new (KL_TYPE_CHART_ROW, NULL);
  row->mark = position;
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* All rows anew: any change can be of any cell. */
static void
changed_cb (KlChartRows *self)
{
  guint n_before = self->n_rows;

  self->n_rows = self->chart != NULL ? kl_chart_get_n_marks (self->chart) : 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_rows);
}

static void
disconnect (KlChartRows *self)
{
  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_func (self->chart, changed_cb, self);
  g_clear_object (&self->chart);
}

static void
kl_chart_rows_dispose (GObject *object)
{
  disconnect (KL_CHART_ROWS (object));

  G_OBJECT_CLASS (kl_chart_rows_parent_class)->dispose (object);
}

static void
kl_chart_rows_class_init (KlChartRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_chart_rows_dispose;
}

static void
kl_chart_rows_init (KlChartRows *self)
{
}

/**
 * kl_chart_rows_new:
 *
 * Returns: (transfer full): the rows of no chart yet
 */
KlChartRows *
kl_chart_rows_new (void)
{
  return g_object_new (KL_TYPE_CHART_ROWS, NULL);
}

/**
 * kl_chart_rows_set_chart:
 * @self: rows
 * @chart: (nullable): whose marks they are, which are followed
 */
void
kl_chart_rows_set_chart (KlChartRows *self,
                         KlChart     *chart)
{
  g_return_if_fail (KL_IS_CHART_ROWS (self));

  disconnect (self);
  if (chart != NULL)
    {
      self->chart = g_object_ref (chart);
      g_signal_connect_swapped (chart, "changed", G_CALLBACK (changed_cb), self);
    }
  changed_cb (self);
}
