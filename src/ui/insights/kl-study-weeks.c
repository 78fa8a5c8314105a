/* kl-study-weeks.c: how long was studied, week by week, as a list; nothing where nothing was */

#include "config.h"

#include "kl-study-weeks.h"

#include <glib/gi18n.h>

#include "model/kl-plan-watch.h"
#include "recall/kl-date-text.h"
#include "ui/page/kl-list-group.h"

#define MAX_WEEKS  12
#define MAX_TOPICS 5

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  KlStudyWeek *week = item;
  g_autofree char *monday = kl_date_text_format (kl_study_week_get_monday (week));
  /* Translators: %s is a Monday */
  g_autofree char *title = g_strdup_printf (_("Week of %s"), monday);
  g_autofree char *total = kl_date_text_format_span (kl_study_week_get_seconds (week));
  g_autoptr(GString) topics = g_string_new (NULL);
  guint n = kl_study_week_get_n_parts (week);
  GtkWidget *label = gtk_label_new (total);
  GtkWidget *row;

  for (guint i = 0; i < MIN (n, MAX_TOPICS); i++)
    {
      gint64 seconds;
      const char *topic = kl_study_week_get_part (week, i, &seconds);
      g_autofree char *span = kl_date_text_format_span (seconds);

      g_string_append_printf (topics, "%s%s %s", i > 0 ? " · " : "", topic, span);
    }
  if (n > MAX_TOPICS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - MAX_TOPICS), n - MAX_TOPICS);

      g_string_append_printf (topics, " · %s", more);
    }

  row = kl_list_group_row (title, topics->str);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlListGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) weeks = kl_library_load_study_weeks_finish (KL_LIBRARY (object), result, &error);
  GListStore *list = g_object_get_data (G_OBJECT (self), "kl-weeks");

  /* Whoever reads the rest of the page says what is wrong with the library. */
  if (weeks == NULL)
    {
      g_debug ("%s", error->message);
      return;
    }

  g_list_store_remove_all (list);
  for (guint i = 0; i < g_list_model_get_n_items (weeks); i++)
    {
      g_autoptr(KlStudyWeek) week = g_list_model_get_item (weeks, i);

      g_list_store_append (list, week);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (weeks) > 0);
}

/**
 * kl_study_weeks_new:
 * @page: the page that the list will be on
 *
 * Returns: (transfer floating): a list of the last weeks in which something was studied, and what
 */
GtkWidget *
kl_study_weeks_new (KlPage *page)
{
  GtkWidget *self = g_object_new (KL_TYPE_LIST_GROUP, "title", _("Time Spent"), "visible", FALSE, NULL);
  KlPlanWatch *watch = kl_plan_watch_for (kl_page_get_plan (page));
  GListStore *list = g_list_store_new (KL_TYPE_STUDY_WEEK);

  g_object_set_data_full (G_OBJECT (self), "kl-weeks", list, g_object_unref);
  kl_list_group_bind (KL_LIST_GROUP (self), G_LIST_MODEL (list), MAX_WEEKS, create_row, NULL);
  /* The page outlives what is on it. */
  g_object_set_data (G_OBJECT (self), "kl-page", page);
  g_object_set_data_full (G_OBJECT (self), "kl-watch", watch, g_object_unref);
  g_signal_connect_object (watch, "changed", G_CALLBACK (kl_study_weeks_reload), self, G_CONNECT_SWAPPED);
  kl_study_weeks_reload (self);
  return self;
}

/**
 * kl_study_weeks_reload:
 * @self: such a list
 *
 * Reads again what was studied.
 */
void
kl_study_weeks_reload (GtkWidget *self)
{
  KlPage *page = g_object_get_data (G_OBJECT (self), "kl-page");

  kl_library_load_study_weeks_async (kl_page_get_library (page), kl_page_get_plan (page), NULL, loaded_cb,
                                     g_object_ref (self));
}
