/* kl-topic-rows.c: the rows of the topic page that are only looked at, and lead somewhere */

#include "config.h"

#include "kl-topic-rows.h"

#include "recall/kl-date-text.h"
#include "recall/kl-depth-text.h"
#include "recall/kl-score-text.h"
#include "ui/edit/kl-item-menu.h"
#include "model/kl-plan-watch.h"
#include "ui/page/kl-subject-title.h"

#include <glib/gi18n.h>

static GtkWidget *
new_row (gboolean leads_somewhere)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (leads_somewhere)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
      g_object_set_data (G_OBJECT (row), "kl-icon", icon);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  return row;
}

/* For a #KlSection that can be arranged. */
static void
add_menu (GtkWidget  *row,
          KlRecord   *item,
          const char *tooltip)
{
  GtkWidget *menu = kl_item_menu_new (item, tooltip, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu);
  g_object_set_data (G_OBJECT (row), "kl-menu", menu);
}

static void
set_title (GtkWidget  *row,
           const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
}

static void
set_subtitle (GtkWidget  *row,
              const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
}

static void
open_subject_cb (GtkWidget *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "kl-subject");

  if (id != NULL)
    gtk_widget_activate_action (row, "win.show-topic", "s", id);
}

static void
open_attempt_cb (GtkWidget *row)
{
  KlRecord *attempt = g_object_get_data (G_OBJECT (row), "kl-record");

  gtk_widget_activate_action (row, "win.show-attempt", "(ss)", kl_record_get_owner (attempt),
                              kl_record_get_id (attempt));
}

static void
update_attempt (GtkWidget *row)
{
  KlAttempt *attempt = g_object_get_data (G_OBJECT (row), "kl-record");
  KlPlan *plan = g_object_get_data (G_OBJECT (row), "kl-plan");
  KlScore score = kl_attempt_get_score (attempt);
  g_autofree char *date = kl_date_text_format (kl_attempt_get_date (attempt));
  g_autofree char *title = g_strdup_printf ("%s · #%" G_GINT64_FORMAT, date, kl_attempt_get_number (attempt));
  g_autofree char *mark = kl_score_is_set (score) ? kl_score_text_mark (plan, score) : g_strdup (_("No score"));
  g_autofree char *mismatch = kl_score_text_find_mismatch (plan, kl_attempt_get_label (attempt), score);
  g_autoptr(GString) subtitle = g_string_new (mark);

  if (mismatch != NULL)
    {
      /* Translators: %s is the band as the document has it, such as “🟢 Strong”, which is not the one of the score */
      g_autofree char *written = g_strdup_printf (_("written: %s"), kl_attempt_get_label (attempt));

      g_string_append_printf (subtitle, " · %s", written);
    }

  if (kl_attempt_get_assisted (attempt))
    g_string_append_printf (subtitle, " · %s", _("assisted"));
  if (g_list_model_get_n_items (kl_attempt_get_amendments (attempt)) > 0)
    g_string_append_printf (subtitle, " · %s", _("amended"));
  set_title (row, title);
  set_subtitle (row, subtitle->str);
}

/**
 * kl_topic_rows_new_attempt:
 * @plan: the plan
 * @attempt: an attempt
 *
 * Returns: (transfer floating): its row, which opens it
 */
GtkWidget *
kl_topic_rows_new_attempt (KlPlan    *plan,
                           KlAttempt *attempt)
{
  GtkWidget *row = new_row (TRUE);

  g_object_set_data_full (G_OBJECT (row), "kl-record", g_object_ref (attempt), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "kl-plan", g_object_ref (plan), g_object_unref);
  g_signal_connect_object (attempt, "notify", G_CALLBACK (update_attempt), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_attempt_get_amendments (attempt), "items-changed", G_CALLBACK (update_attempt), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (update_attempt), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect (row, "activated", G_CALLBACK (open_attempt_cb), NULL);
  update_attempt (row);
  return row;
}

static void
update_subject (GtkWidget *row)
{
  KlSubject *subject = g_object_get_data (G_OBJECT (row), "kl-record");
  KlPlan *plan = g_object_get_data (G_OBJECT (row), "kl-plan");
  KlStanding *standing = kl_subject_get_standing (subject);
  g_autofree char *mark = kl_score_text_mark (plan, standing != NULL ? kl_standing_get_score (standing)
                                                                     : KL_SCORE_NONE);

  set_title (row, kl_subject_title_get (subject));
  set_subtitle (row, mark);
}

/**
 * kl_topic_rows_new_subject:
 * @plan: the plan
 * @subject: a subtopic
 *
 * Returns: (transfer floating): its row, with its score, which opens it
 */
GtkWidget *
kl_topic_rows_new_subject (KlPlan    *plan,
                           KlSubject *subject)
{
  GtkWidget *row = new_row (TRUE);

  g_object_set_data_full (G_OBJECT (row), "kl-record", g_object_ref (subject), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "kl-plan", g_object_ref (plan), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "kl-subject", g_strdup (kl_record_get_id (KL_RECORD (subject))), g_free);
  add_menu (row, KL_RECORD (subject), _("Change the Subtopic"));
  g_signal_connect_object (subject, "notify", G_CALLBACK (update_subject), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "activated", G_CALLBACK (open_subject_cb), NULL);
  update_subject (row);
  return row;
}

static void
update_link (GtkWidget *row)
{
  KlLink *link = g_object_get_data (G_OBJECT (row), "kl-record");
  KlSubject *target = kl_plan_find_subject (g_object_get_data (G_OBJECT (row), "kl-plan"), kl_link_get_target (link));
  gboolean deep = target != NULL && kl_subject_get_depth (target) == KL_DEPTH_DEEP;

  g_object_set_data_full (G_OBJECT (row), "kl-subject",
                          target != NULL ? g_strdup (kl_link_get_target (link)) : NULL, g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), target != NULL);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "kl-icon"), target != NULL);
  set_title (row, target != NULL ? kl_subject_get_title (target) : kl_link_get_text (link));
  if (target == NULL)
    set_subtitle (row, _("Not a topic of this plan"));
  else if (kl_link_get_kind (link) == KL_LINK_PREREQUISITE)
    set_subtitle (row, deep ? _("✓ Met: deep-dived") : _("Not met yet: no deep dive"));
  else
    set_subtitle (row, kl_depth_text_get (kl_subject_get_depth (target)));
}

/**
 * kl_topic_rows_new_link:
 * @plan: the plan
 * @link: what a subject builds on or spans
 *
 * Returns: (transfer floating): its row: whether that is met; it opens the topic where there is one
 */
GtkWidget *
kl_topic_rows_new_link (KlPlan *plan,
                        KlLink *link)
{
  GtkWidget *row = new_row (TRUE);
  KlPlanWatch *watch = kl_plan_watch_for (plan);

  g_object_set_data_full (G_OBJECT (row), "kl-record", g_object_ref (link), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "kl-plan", g_object_ref (plan), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "kl-watch", watch, g_object_unref);
  add_menu (row, KL_RECORD (link), _("Change the List"));
  g_signal_connect_object (link, "notify", G_CALLBACK (update_link), row, G_CONNECT_SWAPPED);
  /* It is met, renamed or deleted by what happens to another topic. */
  g_signal_connect_object (watch, "changed", G_CALLBACK (update_link), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "activated", G_CALLBACK (open_subject_cb), NULL);
  update_link (row);
  return row;
}

/**
 * kl_topic_rows_new_session:
 * @session: a study session
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
kl_topic_rows_new_session (KlStudySession *session)
{
  GtkWidget *row = new_row (FALSE);
  g_autofree char *date = kl_date_text_format (kl_study_session_get_started (session));
  g_autofree char *span = kl_date_text_format_span (kl_study_session_get_seconds (session));
  g_autofree char *title
    = g_strdup_printf ("%s · %s", date,
                       kl_study_session_get_kind (session) == KL_SESSION_DEEP_DIVE ? _("Deep dive") : _("Restudy"));
  GtkWidget *time = gtk_label_new (span);

  set_title (row, title);
  set_subtitle (row, kl_study_session_get_notes (session));
  gtk_widget_add_css_class (time, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), time);
  return row;
}
