/* kl-study-checklist.c: what there is to go through in a study session, ticked as it goes */

#include "config.h"

#include "kl-study-checklist.h"

#include "model/kl-gap.h"
#include "model/kl-point.h"

#include "kl-missed-points.h"

static void
ticked_cb (GtkCheckButton *check,
           KlStudyTimer   *timer)
{
  kl_study_clock_tick (kl_study_timer_get_clock (timer), g_object_get_data (G_OBJECT (check), "kl-id"),
                       gtk_check_button_get_active (check));
  kl_study_timer_touch (timer);
}

static GtkWidget *
create_row (KlStudyTimer *timer,
            KlRecord     *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *text = kl_missed_points_get_text (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (KL_IS_POINT (item) && kl_point_get_parent (KL_POINT (item)) != NULL)
    gtk_widget_set_margin_start (check, 24);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               kl_study_clock_has_ticked (kl_study_timer_get_clock (timer), kl_record_get_id (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (check), "kl-id", g_strdup (kl_record_get_id (item)), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), timer, 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/**
 * kl_study_checklist_fill:
 * @group: an empty group of a page, which hides where there is nothing to go through
 * @timer: the session, whose clock keeps what is ticked
 * @items: points, gaps or feedback; a gap that is closed is left out
 *
 * Returns: how many there are
 */
guint
kl_study_checklist_fill (AdwPreferencesGroup *group,
                         KlStudyTimer        *timer,
                         GListModel          *items)
{
  guint n_shown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(KlRecord) item = g_list_model_get_item (items, i);

      if (KL_IS_GAP (item) && !kl_gap_get_open (KL_GAP (item)))
        continue;
      adw_preferences_group_add (group, create_row (timer, item));
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (group), n_shown > 0);
  return n_shown;
}
