/* kl-forecast-row.c: the day that is learned for: what is expected on it, and what would be below the target */

#include "config.h"

#include "kl-forecast-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-text.h"
#include "exchange/kl-markdown-markup.h"
#include "recall/kl-day-text.h"
#include "ui/page/kl-list-group.h"

/* So many of those below the target are named. */
#define MAX_NAMED 20

struct _KlForecastRow
{
  AdwExpanderRow parent_instance;

  KlPlan *plan;
  KlAgenda *agenda;
  GPtrArray *rows;
  char *shown; /* what the rows are about */
};

G_DEFINE_FINAL_TYPE (KlForecastRow, kl_forecast_row, ADW_TYPE_EXPANDER_ROW)

static char *
dup_title (KlForecastRow    *self,
           const KlForecast *forecast)
{
  const char *name = kl_plan_get_event_title (self->plan);
  g_autofree char *day = kl_day_text_weekday (forecast->day, kl_agenda_get_today (self->agenda));

  if (name == NULL || *name == '\0')
    name = _("Target date");
  /* Translators: %1$s is what is learned for, such as an exam, %2$s its day */
  return g_strdup_printf (_("%1$s on %2$s"), name, day);
}

static GtkWidget *
create_row (const KlProspect *prospect)
{
  const KlScore range = { round (prospect->at_event.low), round (prospect->at_event.high) };
  g_autofree char *score = kl_chart_text_score (range);
  /* Translators: %s is a range of scores expected on a day to come. */
  g_autofree char *expected = g_strdup_printf (_("%s expected then"), score);
  GtkWidget *row = kl_list_group_row (kl_subject_get_title (prospect->subject), expected);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", kl_record_get_id (KL_RECORD (prospect->subject)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-topic");
  return row;
}

static void
add_row (KlForecastRow *self,
         GtkWidget     *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/* Whether it is about the same as before: rows that stay keep the keyboard. */
static gboolean
is_shown (KlForecastRow    *self,
          const KlForecast *forecast)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean is_same;

  for (guint i = 0; forecast != NULL && i < forecast->below->len; i++)
    {
      const KlProspect *prospect = forecast->below->pdata[i];

      g_string_append_printf (text, "%s %s %.0f %.0f\n", kl_record_get_id (KL_RECORD (prospect->subject)),
                              kl_subject_get_title (prospect->subject), round (prospect->at_event.low),
                              round (prospect->at_event.high));
    }
  is_same = g_strcmp0 (self->shown, text->str) == 0;
  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&text), FALSE);
  return is_same;
}

static void
update_rows (KlForecastRow    *self,
             const KlForecast *forecast)
{
  guint n_below = forecast != NULL ? forecast->below->len : 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < MIN (n_below, MAX_NAMED); i++)
    add_row (self, create_row (forecast->below->pdata[i]));
  if (n_below > MAX_NAMED)
    {
      guint n_more = n_below - MAX_NAMED;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      add_row (self, kl_list_group_row (more, NULL));
    }
}

static void
update (KlForecastRow *self)
{
  const KlForecast *forecast = kl_agenda_get_forecast (self->agenda);
  g_autofree char *title = NULL;
  g_autofree char *title_markup = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_markup = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), forecast != NULL);
  if (!is_shown (self, forecast))
    update_rows (self, forecast);
  if (forecast == NULL)
    return;

  title = dup_title (self, forecast);
  title_markup = kl_markdown_to_markup (title);
  text = kl_forecast_to_text (forecast);
  text_markup = g_markup_escape_text (text, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title_markup);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text_markup);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), forecast->below->len > 0);
}

static void
kl_forecast_row_dispose (GObject *object)
{
  KlForecastRow *self = KL_FORECAST_ROW (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->agenda);

  G_OBJECT_CLASS (kl_forecast_row_parent_class)->dispose (object);
}

static void
kl_forecast_row_finalize (GObject *object)
{
  KlForecastRow *self = KL_FORECAST_ROW (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shown);

  G_OBJECT_CLASS (kl_forecast_row_parent_class)->finalize (object);
}

static void
kl_forecast_row_class_init (KlForecastRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_forecast_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_forecast_row_finalize;
}

static void
kl_forecast_row_init (KlForecastRow *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * kl_forecast_row_new:
 * @plan: a plan
 * @agenda: its agenda
 *
 * Returns: (transfer floating): a row that hides where no day is learned for
 */
GtkWidget *
kl_forecast_row_new (KlPlan   *plan,
                     KlAgenda *agenda)
{
  KlForecastRow *self = g_object_new (KL_TYPE_FORECAST_ROW, NULL);

  self->plan = g_object_ref (plan);
  self->agenda = g_object_ref (agenda);
  g_signal_connect_object (agenda, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
