/* kl-chart-table.c: the numbers of a chart in rows and columns */

#include "config.h"

#include "kl-chart-table.h"

#include <glib/gi18n.h>

#include "kl-chart-rows.h"

#define LARGEST_HEIGHT 320
#define ROW_HEIGHT 24

struct _KlChartTable
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  KlChartRows *rows;
  KlChart *chart;
};

G_DEFINE_FINAL_TYPE (KlChartTable, kl_chart_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          KlChartTable             *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *label = gtk_label_new (NULL);
  gboolean numeric = FALSE;
  g_autofree char *heading = kl_chart_dup_heading (self->chart, column, &numeric);

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* A row of a list has no name of its own before GTK 4.12: its cell is two steps below it. */
static void
name_row (KlChartTable *self,
          GtkWidget    *row,
          guint         mark)
{
  g_autofree char *text = kl_chart_dup_mark_text (self->chart, mark);

  for (guint i = 0; i < 2 && row != NULL; i++)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         KlChartTable             *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  guint mark = kl_chart_row_get_mark (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (self->chart == NULL || mark >= kl_chart_get_n_marks (self->chart))
    return;

  text = kl_chart_dup_cell (self->chart, mark, column, FALSE);
  gtk_label_set_text (GTK_LABEL (label), text);
  if (column == 0)
    name_row (self, label, mark);
}

static void
activate_cb (KlChartTable *self,
             guint         position)
{
  if (self->chart != NULL && position < kl_chart_get_n_marks (self->chart))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, kl_chart_get_target (self->chart, position));
}

static void
add_column (KlChartTable *self,
            guint         column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gboolean numeric = FALSE;
  g_autofree char *heading = kl_chart_dup_heading (self->chart, column, &numeric);
  g_autoptr(GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  view_column = gtk_column_view_column_new (heading, factory);
  /* The numbers stand right, their titles left: they only look like one column where it is narrow. */
  gtk_column_view_column_set_expand (view_column, !numeric);
  gtk_column_view_append_column (self->view, view_column);
}

/* The columns change with the kind of the chart, and with the series that it has. */
static void
changed_cb (KlChartTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n_columns = self->chart != NULL ? kl_chart_get_n_columns (self->chart) : 0;
  guint n_rows = self->chart != NULL ? kl_chart_get_n_marks (self->chart) : 0;

  /* A list asks for no more room than a row needs, however many it has. */
  gtk_scrolled_window_set_min_content_height (self->scrolled,
                                              (int) MIN ((n_rows + 1) * ROW_HEIGHT + ROW_HEIGHT / 2, LARGEST_HEIGHT));
  while (g_list_model_get_n_items (columns) > n_columns)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gboolean numeric = FALSE;
      g_autofree char *heading = kl_chart_dup_heading (self->chart, i, &numeric);

      gtk_column_view_column_set_title (column, heading);
    }
  for (guint i = g_list_model_get_n_items (columns); i < n_columns; i++)
    add_column (self, i);
  if (self->chart != NULL)
    {
      g_autofree char *name = kl_chart_dup_name (self->chart);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
kl_chart_table_dispose (GObject *object)
{
  KlChartTable *self = KL_CHART_TABLE (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_func (self->chart, changed_cb, self);
  if (self->rows != NULL)
    kl_chart_rows_set_chart (self->rows, NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (kl_chart_table_parent_class)->dispose (object);
}

static void
kl_chart_table_class_init (KlChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_chart_table_dispose;

  /**
   * KlChartTable::activated:
   * @self: a table
   * @target: (nullable): the id of what the row is about that was double-clicked, or where Return was pressed
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kl_chart_table_init (KlChartTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  self->rows = kl_chart_rows_new ();
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "score-table");
  /* The platform's own parts take the focus too, and would be called by the names of their classes. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Titles of the columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rows"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LARGEST_HEIGHT);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * kl_chart_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
kl_chart_table_new (void)
{
  return g_object_new (KL_TYPE_CHART_TABLE, NULL);
}

/**
 * kl_chart_table_set_chart:
 * @self: a table
 * @chart: (nullable): what to show; the table follows it
 */
void
kl_chart_table_set_chart (KlChartTable *self,
                          KlChart      *chart)
{
  g_return_if_fail (KL_IS_CHART_TABLE (self));

  if (self->chart == chart)
    return;

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_func (self->chart, changed_cb, self);
  g_set_object (&self->chart, chart);
  if (chart != NULL)
    g_signal_connect_swapped (chart, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  kl_chart_rows_set_chart (self->rows, chart);
}

/**
 * kl_chart_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has
 */
guint
kl_chart_table_get_n_rows (KlChartTable *self)
{
  g_return_val_if_fail (KL_IS_CHART_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
