/* kl-today-page.c: what there is to do today, each with why */

#include "config.h"

#include "kl-today-page.h"

#include <glib/gi18n.h>

#include "exchange/kl-markdown-markup.h"
#include "recall/kl-agenda.h"
#include "recall/kl-expectation-text.h"
#include "ui/page/kl-control-name.h"
#include "ui/page/kl-frame-idle.h"
#include "ui/page/kl-list-group.h"
#include "ui/page/kl-subject-row.h"
#include "ui/reminder/kl-reminder-question.h"

#include "kl-action-list.h"
#include "kl-action-row.h"
#include "kl-day.h"
#include "kl-forecast-row.h"
#include "kl-queue-list.h"

/* So many of each other thing; how much is due on a day is for the plan to say. */
#define LIMIT 5

struct _KlTodayPage
{
  KlPage parent_instance;

  AdwWindowTitle *heading;
  GtkWidget *nothing;
  GtkBox *lists;
  KlListGroup *drafts;
  KlListGroup *duties;
  GtkLabel *note;
  KlListGroup *restudies;
  AdwPreferencesGroup *forecast;
  GtkWidget *queue;
  KlListGroup *dives;
  KlListGroup *actions;
  KlListGroup *exercises;

  KlAgenda *agenda;
  KlActionList *open_actions;
  KlDay *day;
};

G_DEFINE_FINAL_TYPE (KlTodayPage, kl_today_page, KL_TYPE_PAGE)

static GtkWidget *
create_draft_row (gpointer item,
                  gpointer user_data)
{
  return kl_subject_row_new (kl_page_get_plan (user_data), item, _("Go On"));
}

/* What is expected now is said beside how it was the last time. */
static GtkWidget *
create_duty_row (gpointer item,
                 gpointer user_data)
{
  KlDuty *duty = item;
  const KlExpectation *expectation = kl_duty_get_expectation (duty);
  g_autofree char *expected = expectation != NULL ? kl_expectation_to_text (expectation) : NULL;
  GtkWidget *row = kl_subject_row_new (kl_page_get_plan (user_data), kl_duty_get_subject (duty), _("Explain"));

  kl_subject_row_set_note (KL_SUBJECT_ROW (row), expected, kl_duty_get_why (duty));
  return row;
}

static void
show_title (AdwPreferencesRow *row,
            GParamSpec        *pspec,
            KlSubject         *subject)
{
  g_autofree char *markup = kl_markdown_to_markup (kl_subject_get_title (subject));

  adw_preferences_row_set_title (row, markup);
}

/* A row that leads to the topic. */
static GtkWidget *
create_topic_row (KlSubject  *subject,
                  const char *title,
                  const char *why)
{
  GtkWidget *row = kl_list_group_row (title, why);

  if (subject == NULL)
    return row;

  g_signal_connect_object (subject, "notify::title", G_CALLBACK (show_title), row, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", kl_record_get_id (KL_RECORD (subject)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-topic");
  return row;
}

/* The button that begins it, beside the way to the topic. */
static GtkWidget *
add_begin (GtkWidget  *row,
           KlSubject  *subject,
           const char *label,
           const char *action)
{
  GtkWidget *button;
  g_autofree char *name = NULL;

  if (subject == NULL)
    return row;

  button = gtk_button_new_with_label (label);
  name = g_strdup_printf ("%s: %s", label, kl_subject_get_title (subject));
  kl_control_name_set (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kl_record_get_id (KL_RECORD (subject)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
create_restudy_row (gpointer item,
                    gpointer user_data)
{
  KlSubject *subject = kl_duty_get_subject (item);

  return add_begin (create_topic_row (subject, kl_subject_get_title (subject), kl_duty_get_why (item)), subject,
                    _("Restudy"), "win.restudy");
}

static GtkWidget *
create_dive_row (gpointer item,
                 gpointer user_data)
{
  KlSubject *subject = kl_dive_get_subject (item);

  return add_begin (create_topic_row (subject, kl_dive_get_title (item), kl_dive_get_why (item)), subject,
                    _("Deep Dive"), "win.study");
}

/* What is in the queue is listed there. */
static gboolean
is_no_entry (gpointer item,
             gpointer unused)
{
  return kl_dive_get_entry (item) == NULL;
}

static GListModel *
new_suggestions (KlAgenda *agenda)
{
  GListModel *dives = g_object_ref (kl_agenda_get_dives (agenda));

  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_no_entry, NULL, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (dives, filter));
}

static GtkWidget *
create_subject_row (gpointer item,
                    gpointer user_data)
{
  return kl_subject_row_new (kl_page_get_plan (user_data), item, _("Explain"));
}

static GtkWidget *
create_action_row (gpointer item,
                   gpointer user_data)
{
  GtkWidget *row = kl_action_row_new (KL_TODAY_PAGE (user_data)->open_actions, item);

  g_object_bind_property (kl_page_get_library (user_data), "read-only", g_object_get_data (G_OBJECT (row), "kl-check"),
                          "sensitive", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return row;
}

static gboolean
is_empty (GListModel *model)
{
  return g_list_model_get_n_items (model) == 0;
}

/* What does not fit today; where nothing is due, when something will be. */
static char *
dup_note (KlTodayPage *self)
{
  g_autofree char *next = NULL;

  if (!kl_agenda_is_loaded (self->agenda))
    return NULL;
  if (!is_empty (kl_agenda_get_unbegun (self->agenda)))
    return kl_agenda_dup_later (self->agenda);

  next = kl_agenda_dup_next (self->agenda);
  return next != NULL ? g_strdup_printf ("%s %s", _("Nothing is due today."), next) : NULL;
}

static void
update_cb (KlTodayPage *self)
{
  g_autofree char *note = dup_note (self);
  gboolean has_nothing = is_empty (kl_agenda_get_drafts (self->agenda))
                         && is_empty (kl_agenda_get_unbegun (self->agenda))
                         && is_empty (kl_agenda_get_restudies (self->agenda))
                         && is_empty (kl_agenda_get_dives (self->agenda))
                         && is_empty (kl_action_list_get_items (self->open_actions))
                         && is_empty (kl_agenda_get_untried (self->agenda))
                         && is_empty (kl_plan_get_queue (kl_page_get_plan (KL_PAGE (self))));

  gtk_widget_set_visible (self->nothing, has_nothing && note == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->forecast), kl_agenda_get_forecast (self->agenda) != NULL);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

static void
bind (KlTodayPage     *self,
      KlListGroup     *group,
      GListModel      *model,
      KlListGroupFunc  create_row)
{
  guint limit = model == kl_agenda_get_unbegun (self->agenda) ? G_MAXUINT : LIMIT;

  kl_list_group_bind (group, model, limit, create_row, self);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
}

static void
load_actions_cb (GtkWidget *widget)
{
  kl_action_list_reload (KL_TODAY_PAGE (widget)->open_actions);
}

static void
kl_today_page_constructed (GObject *object)
{
  KlTodayPage *self = KL_TODAY_PAGE (object);
  KlPlan *plan = kl_page_get_plan (KL_PAGE (self));
  g_autoptr(GListModel) suggestions = NULL;

  G_OBJECT_CLASS (kl_today_page_parent_class)->constructed (object);

  self->agenda = kl_agenda_for (plan);
  self->open_actions = kl_action_list_new (kl_page_get_library (KL_PAGE (self)), plan);
  bind (self, self->drafts, kl_agenda_get_drafts (self->agenda), create_draft_row);
  gtk_box_insert_child_after (self->lists,
                              kl_reminder_question_new (kl_page_get_library (KL_PAGE (self)), self->agenda),
                              GTK_WIDGET (self->note));
  self->queue = kl_queue_list_new (KL_PAGE (self));
  gtk_box_insert_child_after (self->lists, self->queue, GTK_WIDGET (self->forecast));
  g_signal_connect_object (kl_plan_get_queue (plan), "items-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  bind (self, self->duties, kl_agenda_get_unbegun (self->agenda), create_duty_row);
  bind (self, self->restudies, kl_agenda_get_restudies (self->agenda), create_restudy_row);
  adw_preferences_group_add (self->forecast, kl_forecast_row_new (plan, self->agenda));
  suggestions = new_suggestions (self->agenda);
  bind (self, self->dives, suggestions, create_dive_row);
  bind (self, self->actions, kl_action_list_get_items (self->open_actions), create_action_row);
  bind (self, self->exercises, kl_agenda_get_untried (self->agenda), create_subject_row);
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  self->day = kl_day_new (kl_library_get_clock (kl_page_get_library (KL_PAGE (self))));
  g_object_bind_property (self->day, "text", self->heading, "subtitle", G_BINDING_SYNC_CREATE);
  update_cb (self);
  kl_frame_idle_add (GTK_WIDGET (self), load_actions_cb);
}

static void
kl_today_page_flush_async (KlPage              *page,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  kl_queue_list_finish (KL_TODAY_PAGE (page)->queue);
  KL_PAGE_CLASS (kl_today_page_parent_class)->flush_async (page, cancellable, callback, user_data);
}

static void
kl_today_page_dispose (GObject *object)
{
  KlTodayPage *self = KL_TODAY_PAGE (object);

  g_clear_object (&self->agenda);
  g_clear_object (&self->open_actions);
  g_clear_object (&self->day);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (kl_today_page_parent_class)->dispose (object);
}

static void
kl_today_page_class_init (KlTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_today_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_today_page_dispose;
  KL_PAGE_CLASS (klass)->flush_async = kl_today_page_flush_async;

  g_type_ensure (KL_TYPE_LIST_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/today/kl-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, lists);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, duties);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, note);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, restudies);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, forecast);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, dives);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, actions);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, exercises);
}

static void
kl_today_page_init (KlTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_today_page_new:
 * @library: the library
 * @plan: its plan, loaded
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kl_today_page_new (KlLibrary *library,
                   KlPlan    *plan)
{
  return g_object_new (KL_TYPE_TODAY_PAGE, "library", library, "plan", plan, NULL);
}
