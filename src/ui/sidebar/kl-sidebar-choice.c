/* kl-sidebar-choice.c: several topics of the list chosen, and what can be done with them */

#include "config.h"

#include "kl-sidebar-choice.h"

#include <glib/gi18n.h>

#include "recall/kl-depth-text.h"

#include "kl-sidebar-batch.h"
#include "kl-sidebar-row.h"

struct _KlSidebarChoice
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkMenuButton *depth_button;

  GtkListView *list_view;
  GSimpleActionGroup *actions;
  KlLibrary *library;
  KlPlan *plan;
  KlSidebarSelection *selection;
};

G_DEFINE_FINAL_TYPE (KlSidebarChoice, kl_sidebar_choice, ADW_TYPE_BIN)

static gboolean
can_edit (KlSidebarChoice *self)
{
  return self->library != NULL && self->plan != NULL && !kl_library_get_read_only (self->library);
}

static void
selection_changed_cb (KlSidebarChoice *self)
{
  g_autoptr(GPtrArray) chosen = kl_sidebar_selection_get_chosen (self->selection);
  g_autofree char *text = g_strdup_printf (ngettext ("%u chosen", "%u chosen", chosen->len), chosen->len);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), chosen->len > 0);
}

/* What was chosen or, where nothing was, the topic that has the keyboard. */
static GPtrArray *
find_subjects (KlSidebarChoice *self)
{
  GPtrArray *subjects = kl_sidebar_selection_get_chosen (self->selection);
  GtkWidget *item = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  KlSubject *subject;

  while (item != NULL && gtk_widget_get_parent (item) != GTK_WIDGET (self->list_view))
    item = gtk_widget_get_parent (item);
  subject = item != NULL ? kl_sidebar_row_find_subject (item) : NULL;
  if (subjects->len == 0 && subject != NULL)
    g_ptr_array_add (subjects, g_object_ref (subject));

  return subjects;
}

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) root = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    gtk_widget_activate_action (root, "win.toast", "s", error->message);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GtkWidget *root = g_task_get_source_object (task);
  guint n_topics = GPOINTER_TO_UINT (g_task_get_task_data (task));
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u topic deleted", "%u topics deleted", n_topics), n_topics);
  g_autoptr(GError) error = NULL;
  gboolean is_deleted = kl_library_apply_finish (KL_LIBRARY (object), result, &error);

  gtk_widget_activate_action (root, is_deleted ? "win.toast-undo" : "win.toast", "s",
                              is_deleted ? sentence : error->message);
  g_task_return_boolean (task, is_deleted);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  KlSidebarChoice *self = user_data;
  g_autoptr(GPtrArray) subjects = NULL;
  g_autoptr(KlChange) change = NULL;
  GTask *task;

  if (!can_edit (self))
    return;

  subjects = find_subjects (self);
  if (subjects->len == 0)
    return;

  change = kl_sidebar_batch_new_delete (self->plan, subjects);
  task = g_task_new (gtk_widget_get_root (GTK_WIDGET (self)), NULL, NULL, NULL);
  g_task_set_task_data (task, GUINT_TO_POINTER (subjects->len), NULL);
  kl_library_apply_async (self->library, change, -1, NULL, deleted_cb, task);
}

static void
set_depth_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  KlSidebarChoice *self = user_data;
  g_autoptr(GPtrArray) subjects = NULL;
  g_autoptr(KlChange) change = NULL;

  if (!can_edit (self))
    return;

  subjects = find_subjects (self);
  if (subjects->len == 0)
    return;

  change = kl_sidebar_batch_new_depth (subjects, kl_depth_text_parse (g_variant_get_string (parameter, NULL)));
  if (kl_change_get_n_operations (change) > 0)
    kl_library_apply_async (self->library, change, -1, NULL, edited_cb,
                            g_object_ref (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
none_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KlSidebarChoice *self = user_data;

  kl_sidebar_selection_choose_none (self->selection);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  KlSidebarChoice *self = user_data;

  /* Otherwise it is for whoever comes next, such as what was searched for. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;

  kl_sidebar_selection_choose_none (self->selection);
  return TRUE;
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  delete_cb (NULL, NULL, user_data);
  return TRUE;
}

static void
kl_sidebar_choice_dispose (GObject *object)
{
  KlSidebarChoice *self = KL_SIDEBAR_CHOICE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->library);
  g_clear_object (&self->plan);
  g_clear_object (&self->actions);
  g_clear_weak_pointer (&self->list_view);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_SIDEBAR_CHOICE);

  G_OBJECT_CLASS (kl_sidebar_choice_parent_class)->dispose (object);
}

static void
kl_sidebar_choice_class_init (KlSidebarChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_sidebar_choice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/sidebar/kl-sidebar-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, KlSidebarChoice, label);
  gtk_widget_class_bind_template_child (widget_class, KlSidebarChoice, depth_button);
}

/* No window that opens has to wait for it. */
static void
create_depth_menu_cb (GtkMenuButton *button,
                      gpointer       user_data)
{
  g_autoptr(GMenu) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  menu = g_menu_new ();
  kl_depth_text_append_menu (menu, "choice.set-depth");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
kl_sidebar_choice_init (KlSidebarChoice *self)
{
  static const GActionEntry entries[] = {
    { .name = "delete", .activate = delete_cb },
    { .name = "set-depth", .activate = set_depth_cb, .parameter_type = "s" },
    { .name = "none", .activate = none_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (self->depth_button, create_depth_menu_cb, NULL, NULL);
}

/**
 * kl_sidebar_choice_set_list:
 * @self: a bar
 * @list_view: the list above it, of #KlSidebarRow
 *
 * Lets the person choose in @list_view. It shall not outlive @self.
 */
void
kl_sidebar_choice_set_list (KlSidebarChoice *self,
                            GtkListView     *list_view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (KL_IS_SIDEBAR_CHOICE (self));

  g_set_weak_pointer (&self->list_view, list_view);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete"),
                                                          gtk_callback_action_new (delete_key_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                                                          gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (list_view), keys);
}

/**
 * kl_sidebar_choice_set_plan:
 * @self: a bar
 * @library: where changes go
 * @plan: (nullable): the plan whose topics the list shows
 * @selection: (nullable): what is selected of them
 */
void
kl_sidebar_choice_set_plan (KlSidebarChoice    *self,
                            KlLibrary          *library,
                            KlPlan             *plan,
                            KlSidebarSelection *selection)
{
  g_return_if_fail (KL_IS_SIDEBAR_CHOICE (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->library, library);
  g_set_object (&self->plan, plan);
  g_set_object (&self->selection, selection);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (selection != NULL)
    g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                             G_CONNECT_SWAPPED);
}
