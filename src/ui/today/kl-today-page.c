/* kl-today-page.c: what there is to do today, each with why */

#include "config.h"

#include "kl-today-page.h"

#include <glib/gi18n.h>

#include "model/kl-queue-entry.h"
#include "ui/page/kl-frame-idle.h"
#include "ui/page/kl-list-group.h"
#include "ui/page/kl-subject-row.h"

#include "kl-action-list.h"
#include "kl-action-row.h"
#include "kl-agenda.h"

/* A day has room for so many; the rest waits. */
#define LIMIT 5

struct _KlTodayPage
{
  KlPage parent_instance;

  GtkStack *stack;
  KlListGroup *drafts;
  KlListGroup *queue;
  KlListGroup *recalls;
  KlListGroup *actions;
  KlListGroup *exercises;

  KlAgenda *agenda;
  KlActionList *open_actions;
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

static gboolean
is_met (KlPlan     *plan,
        const char *title)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  guint n_subjects = g_list_model_get_n_items (subjects);
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      const char *other = kl_subject_get_title (subject);
      g_autofree char *folded = g_utf8_casefold (other != NULL ? other : "", -1);

      if (kl_subject_get_depth (subject) == KL_DEPTH_DEEP && g_str_equal (folded, wanted))
        return TRUE;
    }

  return FALSE;
}

/* Whether a prerequisite is met is seen from the plan, whatever mark was written behind it. */
static char *
describe_prerequisites (KlPlan     *plan,
                        const char *prerequisites)
{
  g_auto(GStrv) titles = g_strsplit_set (prerequisites, ",;\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr(GString) title = g_string_new (titles[i]);

      g_string_replace (title, "✅", "", 0);
      g_strstrip (title->str);
      if (*title->str == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (is_met (plan, title->str))
        /* Translators: a prerequisite that is met. */
        g_string_append_printf (text, _("%s ✓"), title->str);
      else
        g_string_append_printf (text, _("%s (not met)"), title->str);
    }

  return text->len > 0 ? g_strdup_printf (_("Prerequisites: %s"), text->str) : NULL;
}

static char *
describe_entry (KlPlan       *plan,
                KlQueueEntry *entry)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  int minutes = (int) CLAMP (kl_queue_entry_get_minutes (entry), 0, 10000);

  if (minutes > 0)
    {
      g_autofree char *duration = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);

      g_strv_builder_add (lines, duration);
    }
  if (kl_queue_entry_get_why (entry) != NULL)
    g_strv_builder_add (lines, kl_queue_entry_get_why (entry));
  if (kl_queue_entry_get_prerequisites (entry) != NULL)
    {
      g_autofree char *text = describe_prerequisites (plan, kl_queue_entry_get_prerequisites (entry));

      if (text != NULL)
        g_strv_builder_add (lines, text);
    }

  parts = g_strv_builder_end (lines);
  return g_strjoinv ("\n", parts);
}

static GtkWidget *
create_queue_row (gpointer item,
                  gpointer user_data)
{
  KlPlan *plan = kl_page_get_plan (user_data);
  KlSubject *subject = kl_plan_find_subject (plan, kl_queue_entry_get_subject (item));
  const char *written = kl_queue_entry_get_title (item);
  g_autofree char *subtitle = describe_entry (plan, item);
  GtkWidget *row;

  row = kl_list_group_row (written != NULL || subject == NULL ? written : kl_subject_get_title (subject), subtitle);
  if (subject != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", kl_record_get_id (KL_RECORD (subject)));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-topic");
    }
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

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "lists");
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
  bind (self, self->queue, kl_plan_get_queue (plan), create_queue_row);
  bind (self, self->recalls, kl_agenda_get_recalls (self->agenda), create_subject_row);
  bind (self, self->actions, kl_action_list_get_items (self->open_actions), create_action_row);
  bind (self, self->exercises, kl_agenda_get_exercises (self->agenda), create_subject_row);
  update_cb (self);
  kl_frame_idle_add (GTK_WIDGET (self), load_actions_cb);
}

static void
kl_today_page_dispose (GObject *object)
{
  KlTodayPage *self = KL_TODAY_PAGE (object);

  g_clear_object (&self->agenda);
  g_clear_object (&self->open_actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (kl_today_page_parent_class)->dispose (object);
}

static void
kl_today_page_class_init (KlTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_today_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_today_page_dispose;

  g_type_ensure (KL_TYPE_LIST_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/today/kl-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, KlTodayPage, queue);
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
