/* kl-sidebar-reorder.c: what can be done with a row of the list beside opening it: its menu, and moving it */

#include "config.h"

#include "kl-sidebar-reorder.h"

#include <glib/gi18n.h>

#include "ui/topic/kl-topic-edit.h"

#include "kl-sidebar-move.h"
#include "kl-sidebar-row.h"

struct _KlSidebarReorder
{
  GObject parent_instance;

  GtkListView *list_view;
  GSimpleActionGroup *actions;
  KlLibrary *library;
  KlPlan *plan;
  KlSubject *subject; /* what the menu is about */
  KlSubject *moved;
  gboolean is_in_order;
};

G_DEFINE_FINAL_TYPE (KlSidebarReorder, kl_sidebar_reorder, G_TYPE_OBJECT)

/* By KlSidebarStep. */
static const char *const step_actions[] = { "move-up", "move-down", "move-in", "move-out" };

/* A list view of GTK 4.8 tells nobody which of its widgets shows what. */
static GtkWidget *
find_list_item (KlSidebarReorder *self,
                GtkWidget        *inside)
{
  while (inside != NULL && gtk_widget_get_parent (inside) != GTK_WIDGET (self->list_view))
    inside = gtk_widget_get_parent (inside);

  return inside;
}

static GtkWidget *
find_focused (KlSidebarReorder *self)
{
  return find_list_item (self, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->list_view))));
}

static gboolean
can_edit (KlSidebarReorder *self)
{
  return self->library != NULL && !kl_library_get_read_only (self->library);
}

static void
set_enabled (KlSidebarReorder *self,
             const char       *name,
             gboolean          enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_subject (KlSidebarReorder *self,
             KlSubject        *subject)
{
  g_set_object (&self->subject, subject);
  set_enabled (self, "delete", subject != NULL && can_edit (self));
  for (guint i = 0; i < G_N_ELEMENTS (step_actions); i++)
    {
      g_autoptr(KlChange) change = NULL;

      if (subject != NULL && can_edit (self) && self->is_in_order)
        change = kl_sidebar_move_new_step (self->plan, subject, (KlSidebarStep) i);
      set_enabled (self, step_actions[i], change != NULL);
    }
}

/* Where the row is now, so that it can be moved on. */
static gboolean
follow_cb (gpointer user_data)
{
  KlSidebarReorder *self = user_data;
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  g_autoptr(KlSubject) moved = g_steal_pointer (&self->moved);
  guint n_items = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);

      if (item == G_OBJECT (moved))
        gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", i);
    }

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (moved != NULL && kl_sidebar_row_find_subject (row) == moved)
      gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlSidebarReorder) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_apply_finish (KL_LIBRARY (object), result, &error) && self->list_view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "win.toast", "s", error->message);

  if (self->list_view != NULL)
    g_idle_add_full (G_PRIORITY_LOW, follow_cb, g_object_ref (self), g_object_unref);
}

static void
step (KlSidebarReorder *self,
      KlSubject        *subject,
      KlSidebarStep     by)
{
  g_autoptr(KlChange) change = NULL;

  if (subject == NULL || !can_edit (self) || !self->is_in_order)
    return;

  change = kl_sidebar_move_new_step (self->plan, subject, by);
  kl_sidebar_reorder_move (self, subject, change);
}

static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KlSidebarReorder *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (step_actions); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), step_actions[i]))
      step (self, self->subject, (KlSidebarStep) i);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlSidebarReorder) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_deleted = kl_library_apply_finish (KL_LIBRARY (object), result, &error);

  if (self->list_view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), is_deleted ? "win.toast-undo" : "win.toast", "s",
                                is_deleted ? _("Topic deleted") : error->message);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  KlSidebarReorder *self = user_data;
  g_autoptr(KlChange) change = NULL;

  if (self->subject == NULL)
    return;

  change = kl_topic_edit_new_delete (self->plan, self->subject);
  kl_library_apply_async (self->library, change, -1, NULL, deleted_cb, g_object_ref (self));
}

static GMenuModel *
create_menu (KlSidebarReorder *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) go = g_menu_new ();
  g_autoptr(GMenu) moves = g_menu_new ();
  g_autoptr(GMenu) edits = g_menu_new ();
  g_autoptr(GMenuItem) explain = g_menu_item_new (_("_Explain"), NULL);
  g_autoptr(GMenuItem) subtopic = g_menu_item_new (_("New _Subtopic…"), NULL);

  g_menu_item_set_action_and_target (explain, "win.explain", "s", kl_record_get_id (KL_RECORD (self->subject)));
  if (kl_subject_get_kind (self->subject) != KL_SUBJECT_GROUP)
    g_menu_append_item (go, explain);
  g_menu_append (moves, _("Move _Up"), "topic.move-up");
  g_menu_append (moves, _("Move _Down"), "topic.move-down");
  g_menu_append (moves, _("Move U_nder the One Above"), "topic.move-in");
  g_menu_append (moves, _("Move _Out"), "topic.move-out");
  g_menu_append (edits, _("De_lete"), "topic.delete");
  g_menu_item_set_action_and_target (subtopic, "win.new-subtopic", "s", kl_record_get_id (KL_RECORD (self->subject)));
  if (kl_sidebar_move_can_hold (self->plan, self->subject))
    g_menu_append_item (go, subtopic);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (go));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  return G_MENU_MODEL (menu);
}

static gboolean
unparent_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the item that was chosen is activated after the menu has closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
show_menu (KlSidebarReorder   *self,
           GtkWidget          *list_item,
           const GdkRectangle *place)
{
  KlSubject *subject = kl_sidebar_row_find_subject (list_item);
  g_autoptr(GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (subject == NULL)
    return;

  set_subject (self, subject);
  menu = create_menu (self);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, list_item);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  if (place != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (list_item, "destroy", G_CALLBACK (unparent_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (KlSidebarReorder *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  GtkWidget *list_item = kl_sidebar_reorder_find (self, x, y);
  double inner_x, inner_y;

  if (kl_sidebar_row_find_subject (list_item) == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), list_item, x, y, &inner_x, &inner_y);
  show_menu (self, list_item, &(GdkRectangle) { (int) inner_x, (int) inner_y, 1, 1 });
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  KlSidebarReorder *self = user_data;

  show_menu (self, find_focused (self), NULL);
  return TRUE;
}

static gboolean
step_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  KlSidebarReorder *self = user_data;
  KlSidebarStep by = (KlSidebarStep) g_variant_get_int32 (arguments);

  /* In is where the rows are indented to: from right to left, that is the left. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && by == KL_SIDEBAR_STEP_IN)
    by = KL_SIDEBAR_STEP_OUT;
  else if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && by == KL_SIDEBAR_STEP_OUT)
    by = KL_SIDEBAR_STEP_IN;

  step (self, kl_sidebar_row_find_subject (find_focused (self)), by);
  return TRUE;
}

static void
kl_sidebar_reorder_dispose (GObject *object)
{
  KlSidebarReorder *self = KL_SIDEBAR_REORDER (object);

  g_clear_weak_pointer (&self->list_view);
  g_clear_object (&self->actions);
  g_clear_object (&self->library);
  g_clear_object (&self->plan);
  g_clear_object (&self->subject);
  g_clear_object (&self->moved);

  G_OBJECT_CLASS (kl_sidebar_reorder_parent_class)->dispose (object);
}

static void
kl_sidebar_reorder_class_init (KlSidebarReorderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_sidebar_reorder_dispose;
}

static void
kl_sidebar_reorder_init (KlSidebarReorder *self)
{
  static const GActionEntry entries[] = {
    { .name = "move-up", .activate = step_cb },
    { .name = "move-down", .activate = step_cb },
    { .name = "move-in", .activate = step_cb },
    { .name = "move-out", .activate = step_cb },
    { .name = "delete", .activate = delete_cb },
  };

  self->is_in_order = TRUE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static void
add_keys (KlSidebarReorder *self)
{
  static const char *const step_keys[] = { "<Alt>Up", "<Alt>Down", "<Control><Shift>Right", "<Control><Shift>Left" };
  static const char *const menu_keys[] = { "Menu", "<Shift>F10" };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (int i = 0; i < (int) G_N_ELEMENTS (step_keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (step_keys[i]),
                                                gtk_callback_action_new (step_key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  for (guint i = 0; i < G_N_ELEMENTS (menu_keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (menu_keys[i]),
                                                            gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

/**
 * kl_sidebar_reorder_new:
 * @list_view: a list of #KlSidebarRow, which shall not outlive what is returned
 *
 * Returns: (transfer full): lets a person move the topics in @list_view, by dragging, keys and a menu
 */
KlSidebarReorder *
kl_sidebar_reorder_new (GtkListView *list_view)
{
  KlSidebarReorder *self = g_object_new (KL_TYPE_SIDEBAR_REORDER, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_set_weak_pointer (&self->list_view, list_view);
  gtk_widget_insert_action_group (GTK_WIDGET (list_view), "topic", G_ACTION_GROUP (self->actions));
  add_keys (self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list_view), GTK_EVENT_CONTROLLER (click));
  return self;
}

/**
 * kl_sidebar_reorder_set_plan:
 * @self: what moves topics
 * @library: where a move is written to
 * @plan: (nullable): whose topics they are
 */
void
kl_sidebar_reorder_set_plan (KlSidebarReorder *self,
                             KlLibrary        *library,
                             KlPlan           *plan)
{
  g_return_if_fail (KL_IS_SIDEBAR_REORDER (self));

  g_set_object (&self->library, library);
  g_set_object (&self->plan, plan);
  set_subject (self, NULL);
}

/**
 * kl_sidebar_reorder_set_in_order:
 * @self: what moves topics
 * @is_in_order: whether the list shows all topics in the plan's order; otherwise nothing can be moved
 */
void
kl_sidebar_reorder_set_in_order (KlSidebarReorder *self,
                                 gboolean          is_in_order)
{
  g_return_if_fail (KL_IS_SIDEBAR_REORDER (self));

  self->is_in_order = is_in_order;
}

/**
 * kl_sidebar_reorder_can_move:
 * @self: what moves topics
 *
 * Returns: whether topics can be moved now
 */
gboolean
kl_sidebar_reorder_can_move (KlSidebarReorder *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_REORDER (self), FALSE);

  return self->plan != NULL && self->is_in_order && can_edit (self);
}

/**
 * kl_sidebar_reorder_get_plan:
 * @self: what moves topics
 *
 * Returns: (transfer none) (nullable): whose topics they are
 */
KlPlan *
kl_sidebar_reorder_get_plan (KlSidebarReorder *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_REORDER (self), NULL);

  return self->plan;
}

/**
 * kl_sidebar_reorder_find:
 * @self: what moves topics
 * @x: a place in the list
 * @y: a place in the list
 *
 * Returns: (transfer none) (nullable): the list's widget that is there, around a #KlSidebarRow
 */
GtkWidget *
kl_sidebar_reorder_find (KlSidebarReorder *self,
                         double            x,
                         double            y)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_REORDER (self), NULL);

  return find_list_item (self, gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT));
}

/**
 * kl_sidebar_reorder_move:
 * @self: what moves topics
 * @subject: what is moved
 * @change: (nullable): the move, %NULL for none
 *
 * Carries @change out, and puts the focus where @subject is then. The next move begins where this one ends.
 */
void
kl_sidebar_reorder_move (KlSidebarReorder *self,
                         KlSubject        *subject,
                         KlChange         *change)
{
  g_return_if_fail (KL_IS_SIDEBAR_REORDER (self));

  if (change == NULL || self->moved != NULL)
    return;

  self->moved = g_object_ref (subject);
  kl_library_apply_async (self->library, change, -1, NULL, moved_cb, g_object_ref (self));
}
