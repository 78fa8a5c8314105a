/* kl-today-page.c: what there is to do today, each with why */

#include "config.h"

#include "kl-today-page.h"

#include <glib/gi18n.h>

#include "ui/page/kl-frame-idle.h"
#include "ui/page/kl-list-group.h"
#include "ui/page/kl-subject-row.h"

#include "kl-action-list.h"
#include "kl-action-row.h"
#include "kl-agenda.h"
#include "kl-day.h"
#include "kl-queue-list.h"

/* A day has room for so many; the rest waits. */
#define LIMIT 5

struct _KlTodayPage
{
  KlPage parent_instance;

  AdwWindowTitle *heading;
  GtkWidget *nothing;
  GtkBox *lists;
  KlListGroup *drafts;
  GtkWidget *queue;
  KlListGroup *recalls;
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

static void
update_cb (KlTodayPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (kl_agenda_get_drafts (self->agenda)) == 0
                      && g_list_model_get_n_items (kl_agenda_get_recalls (self->agenda)) == 0
                      && g_list_model_get_n_items (kl_action_list_get_items (self->open_actions)) == 0
                      && g_list_model_get_n_items (kl_agenda_get_exercises (self->agenda)) == 0
                      && g_list_model_get_n_items (kl_plan_get_queue (kl_page_get_plan (KL_PAGE (self)))) == 0;

  gtk_widget_set_visible (self->nothing, is_empty);
}

static void
bind (KlTodayPage     *self,
      KlListGroup     *group,
      GListModel      *model,
      KlListGroupFunc  create_row)
{
  kl_list_group_bind (group, model, LIMIT, create_row, self);
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

  G_OBJECT_CLASS (kl_today_page_parent_class)->constructed (object);

  self->agenda = kl_agenda_for (plan);
  self->open_actions = kl_action_list_new (kl_page_get_library (KL_PAGE (self)), plan);
  bind (self, self->drafts, kl_agenda_get_drafts (self->agenda), create_draft_row);
  self->queue = kl_queue_list_new (KL_PAGE (self));
  gtk_box_insert_child_after (self->lists, self->queue, GTK_WIDGET (self->drafts));
  g_signal_connect_object (kl_plan_get_queue (plan), "items-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  bind (self, self->recalls, kl_agenda_get_recalls (self->agenda), create_subject_row);
  bind (self, self->actions, kl_action_list_get_items (self->open_actions), create_action_row);
  bind (self, self->exercises, kl_agenda_get_exercises (self->agenda), create_subject_row);
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
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, recalls);
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
