/* kl-score-table.c: the numbers of a score chart in rows and columns */

#include "config.h"

#include "kl-score-table.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-shape.h"
#include "chart/kl-chart-text.h"

#define LARGEST_HEIGHT 320

struct _KlScoreTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GListStore *rows;
  KlScoreSeries *series;
};

G_DEFINE_FINAL_TYPE (KlScoreTable, kl_score_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef char *(*DescribeFunc) (KlScoreSeries     *series,
                               const KlScoreMark *mark);

static char *
describe_date (KlScoreSeries     *series,
               const KlScoreMark *mark)
{
  return kl_chart_text_day (mark->day, KL_CHART_DATE_YEAR);
}

static char *
describe_number (KlScoreSeries     *series,
                 const KlScoreMark *mark)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, mark->number);
}

static char *
describe_score (KlScoreSeries     *series,
                const KlScoreMark *mark)
{
  g_autofree char *score = kl_chart_text_score (mark->score);
  g_autofree char *first = NULL;

  if (!kl_score_is_set (mark->first))
    return g_steal_pointer (&score);

  first = kl_chart_text_score (mark->first);
  /* Translators: a score that was amended, and the one that it had first. */
  return g_strdup_printf (_("%s (first %s)"), score, first);
}

static char *
describe_band (KlScoreSeries     *series,
               const KlScoreMark *mark)
{
  const KlChartBand *band = kl_chart_bands_get (kl_score_series_get_bands (series), mark->rank);

  if (band == NULL)
    return g_strdup ("–");
  return g_strdup_printf ("%s %s", kl_chart_shape_get_text (kl_chart_shape_for_rank (mark->rank)), band->name);
}

static char *
describe_guess (KlScoreSeries     *series,
                const KlScoreMark *mark)
{
  double guess = kl_attempt_get_guess (mark->attempt);

  return isnan (guess) ? g_strdup ("–") : kl_chart_text_percent (guess);
}

static char *
describe_assisted (KlScoreSeries     *series,
                   const KlScoreMark *mark)
{
  return g_strdup (mark->assisted ? _("Yes") : _("No"));
}

static const struct
{
  const char *title;
  DescribeFunc describe;
  gboolean numeric;
} columns[] = {
  { N_("Date"), describe_date, FALSE },
  { N_("Attempt"), describe_number, TRUE },
  { N_("Score"), describe_score, TRUE },
  { N_("Band"), describe_band, FALSE },
  { N_("Expected"), describe_guess, TRUE },
  { N_("Assisted"), describe_assisted, FALSE },
};

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].numeric ? 1 : 0);
  if (columns[column].numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         KlScoreTable             *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  int index = kl_score_series_find (self->series, gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *row = label;
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  if (index < 0)
    return;

  text = columns[column].describe (self->series, kl_score_series_get_mark (self->series, (guint) index));
  gtk_label_set_text (GTK_LABEL (label), text);

  /* A row of a list has no name of its own before GTK 4.12: its cell is two steps below it. */
  for (guint i = 0; i < 2 && row != NULL; i++)
    row = gtk_widget_get_parent (row);
  whole = kl_score_series_dup_mark_text (self->series, (guint) index);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
activate_cb (KlScoreTable *self,
             guint         position)
{
  g_autoptr(KlAttempt) attempt = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (attempt != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, attempt);
}

static void
series_changed_cb (KlScoreTable *self)
{
  g_autoptr(GPtrArray) attempts = g_ptr_array_new ();

  for (guint i = 0; self->series != NULL && i < kl_score_series_get_n_marks (self->series); i++)
    g_ptr_array_add (attempts, kl_score_series_get_mark (self->series, i)->attempt);

  /* All rows anew: a change of one attempt or of a band can change any cell. */
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), attempts->pdata,
                       attempts->len);
}

static void
add_column (KlScoreTable *self,
            guint         column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  view_column = gtk_column_view_column_new (_(columns[column].title), factory);
  /* The numbers stand right, their titles left: they only look like one column where it is narrow. */
  gtk_column_view_column_set_expand (view_column, !columns[column].numeric);
  gtk_column_view_append_column (self->view, view_column);
}

static void
kl_score_table_dispose (GObject *object)
{
  KlScoreTable *self = KL_SCORE_TABLE (object);

  kl_score_table_set_series (self, NULL);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (kl_score_table_parent_class)->dispose (object);
}

static void
kl_score_table_class_init (KlScoreTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_score_table_dispose;

  /**
   * KlScoreTable::activated:
   * @self: a table
   * @attempt: the one of the row that was double-clicked, or where Return was pressed
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, KL_TYPE_ATTEMPT);
}

static void
kl_score_table_init (KlScoreTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  self->rows = g_list_store_new (KL_TYPE_ATTEMPT);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Score history"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "score-table");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  /* The platform's own parts take the focus too, and would be called by the names of their classes. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Titles of the columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attempts"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LARGEST_HEIGHT);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * kl_score_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
kl_score_table_new (void)
{
  return g_object_new (KL_TYPE_SCORE_TABLE, NULL);
}

/**
 * kl_score_table_set_series:
 * @self: a table
 * @series: (nullable): what to show; the table follows it
 */
void
kl_score_table_set_series (KlScoreTable  *self,
                           KlScoreSeries *series)
{
  g_return_if_fail (KL_IS_SCORE_TABLE (self));

  if (self->series == series)
    return;

  if (self->series != NULL)
    g_signal_handlers_disconnect_by_func (self->series, series_changed_cb, self);
  g_set_object (&self->series, series);
  if (series != NULL)
    g_signal_connect_swapped (series, "changed", G_CALLBACK (series_changed_cb), self);
  if (self->rows != NULL)
    series_changed_cb (self);
}

/**
 * kl_score_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many attempts it shows
 */
guint
kl_score_table_get_n_rows (KlScoreTable *self)
{
  g_return_val_if_fail (KL_IS_SCORE_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/**
 * kl_score_table_dup_cell:
 * @self: a table
 * @row: below kl_score_table_get_n_rows()
 * @column: from the left: date, attempt, score, band, expected, assisted
 *
 * Returns: (transfer full) (nullable): what stands there
 */
char *
kl_score_table_dup_cell (KlScoreTable *self,
                         guint         row,
                         guint         column)
{
  g_return_val_if_fail (KL_IS_SCORE_TABLE (self), NULL);
  g_return_val_if_fail (column < G_N_ELEMENTS (columns), NULL);

  return columns[column].describe (self->series, kl_score_series_get_mark (self->series, row));
}
