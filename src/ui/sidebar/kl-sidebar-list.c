/* kl-sidebar-list.c: the places and topics of a plan, one below the other */

#include "config.h"

#include "kl-sidebar-list.h"

#include "chart/kl-chart-bands.h"
#include "ui/page/kl-frame-idle.h"
#include "ui/page/kl-keyboard-focus.h"

#include "kl-sidebar-choice.h"
#include "kl-sidebar-drag.h"
#include "kl-sidebar-reorder.h"
#include "kl-sidebar-row.h"
#include "kl-sidebar-selection.h"

/* No row is lower; so many fit on a large screen. */
#define ROW_MIN_HEIGHT 30
#define MAX_FIRST_ROWS 60

struct _KlSidebarList
{
  AdwBin parent_instance;

  GtkListView *list_view;
  KlSidebarChoice *choice;

  KlPlan *plan;
  KlSidebarModel *model;
  KlSidebarSelection *selection;
  KlSidebarReorder *reorder;
  KlSidebarDrag *drag;
  GArray *bands;
  KlSidebarSort sort;
  KlSidebarFilter filter;
  char *current_action;
  char *current_subject;
  char *explained;
};

G_DEFINE_FINAL_TYPE (KlSidebarList, kl_sidebar_list, ADW_TYPE_BIN)

static void
bind_cb (KlSidebarList            *self,
         GtkListItem              *list_item,
         GtkSignalListItemFactory *factory)
{
  KlSidebarRow *row = KL_SIDEBAR_ROW (gtk_list_item_get_child (list_item));
  GObject *item = gtk_list_item_get_item (list_item);
  gboolean is_heading = FALSE;

  if (KL_IS_SUBJECT (item))
    {
      KlSubject *subject = KL_SUBJECT (item);

      kl_sidebar_row_show_subject (row, subject, kl_sidebar_model_get_level (self->model, subject), self->bands,
                                   kl_sidebar_model_get_agenda (self->model));
      kl_sidebar_row_set_explained (row, self->explained);
    }
  else
    {
      kl_sidebar_row_show_place (row, KL_SIDEBAR_PLACE (item));
      is_heading = kl_sidebar_place_get_action (KL_SIDEBAR_PLACE (item)) == NULL;
    }

  /* Not unselectable: GTK 4.8 gives such a row no focus, and the arrow keys would end at it. The model selects. */
  gtk_list_item_set_activatable (list_item, !is_heading);
}

static void
setup_cb (KlSidebarList *self,
          GtkListItem   *list_item)
{
  gtk_list_item_set_child (list_item, kl_sidebar_row_new ());
}

static void
unbind_cb (KlSidebarList *self,
           GtkListItem   *list_item)
{
  kl_sidebar_row_clear (KL_SIDEBAR_ROW (gtk_list_item_get_child (list_item)));
}

static void
activate_cb (KlSidebarList *self,
             guint      position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (KL_IS_SUBJECT (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-topic", "s", kl_record_get_id (KL_RECORD (item)));
  else if (KL_IS_SIDEBAR_PLACE (item) && kl_sidebar_place_get_action (KL_SIDEBAR_PLACE (item)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), kl_sidebar_place_get_action (KL_SIDEBAR_PLACE (item)), NULL);
}

static void
bands_cb (KlSidebarList *self)
{
  GtkListItemFactory *factory;

  g_clear_pointer (&self->bands, g_array_unref);
  if (self->plan == NULL)
    return;

  self->bands = kl_chart_bands_new (kl_plan_get_bands (self->plan));

  /* A new factory makes the rows anew, as every score may now have another name. */
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
}

/* GTK's own way of opening with one click selects whatever the pointer passes, and knows no Ctrl or Shift. */
static void
released_cb (KlSidebarList *self,
             int            n_press,
             double         x,
             double         y,
             GtkGesture    *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *list_item = kl_sidebar_reorder_find (self->reorder, x, y);

  if (n_press == 1 && list_item != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    gtk_widget_activate (list_item);
}

/* How many rows the first frame can show. A maximized window does not know its size before it is on the screen. */
static guint
count_first_rows (KlSidebarList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width, height;

  if (root == NULL || gtk_window_is_maximized (GTK_WINDOW (root)))
    return MAX_FIRST_ROWS;

  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  return height > 0 ? MIN ((guint) height / ROW_MIN_HEIGHT + 1, MAX_FIRST_ROWS) : MAX_FIRST_ROWS;
}

static void
show_rest_cb (GtkWidget *widget)
{
  KlSidebarList *self = KL_SIDEBAR_LIST (widget);

  if (self->model != NULL)
    kl_sidebar_model_set_limit (self->model, G_MAXUINT);
}

static void
drop_plan (KlSidebarList *self)
{
  gtk_list_view_set_model (self->list_view, NULL);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (kl_plan_get_bands (self->plan), self);
  g_clear_object (&self->plan);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
}

/* Tab leaves the list, of which the arrow keys reach every row: GTK's own would stop at each of five thousand. */
static gboolean
kl_sidebar_list_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  KlSidebarList *self = KL_SIDEBAR_LIST (widget);

  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
      && kl_keyboard_focus_find_child (GTK_WIDGET (self->list_view)) != NULL)
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (GTK_WIDGET (self->choice), direction);

  return GTK_WIDGET_CLASS (kl_sidebar_list_parent_class)->focus (widget, direction);
}

static void
kl_sidebar_list_dispose (GObject *object)
{
  KlSidebarList *self = KL_SIDEBAR_LIST (object);

  if (self->list_view != NULL)
    {
      drop_plan (self);
      gtk_list_view_set_factory (self->list_view, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_SIDEBAR_LIST);

  G_OBJECT_CLASS (kl_sidebar_list_parent_class)->dispose (object);
}

static void
kl_sidebar_list_finalize (GObject *object)
{
  KlSidebarList *self = KL_SIDEBAR_LIST (object);

  g_clear_object (&self->drag);
  g_clear_object (&self->reorder);
  g_clear_pointer (&self->bands, g_array_unref);
  g_free (self->current_action);
  g_free (self->current_subject);
  g_free (self->explained);

  G_OBJECT_CLASS (kl_sidebar_list_parent_class)->finalize (object);
}

static void
kl_sidebar_list_class_init (KlSidebarListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kl_sidebar_list_dispose;
  object_class->finalize = kl_sidebar_list_finalize;
  widget_class->focus = kl_sidebar_list_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/sidebar/kl-sidebar-list.ui");
  g_type_ensure (KL_TYPE_SIDEBAR_CHOICE);
  gtk_widget_class_bind_template_child (widget_class, KlSidebarList, choice);
  gtk_widget_class_bind_template_child (widget_class, KlSidebarList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
kl_sidebar_list_init (KlSidebarList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));
  self->reorder = kl_sidebar_reorder_new (self->list_view);
  self->drag = kl_sidebar_drag_new (self->list_view, self->reorder);
  kl_sidebar_choice_set_list (self->choice, self->list_view);
}

/**
 * kl_sidebar_list_set_plan:
 * @self: the list
 * @library: the library that @plan is in
 * @plan: (nullable): a plan, loaded
 */
void
kl_sidebar_list_set_plan (KlSidebarList *self,
                          KlLibrary     *library,
                          KlPlan        *plan)
{
  g_return_if_fail (KL_IS_SIDEBAR_LIST (self));

  drop_plan (self);
  if (plan != NULL)
    {
      self->plan = g_object_ref (plan);
      self->model = kl_sidebar_model_new (plan);
      kl_sidebar_model_set_order (self->model, self->sort, self->filter);
      kl_sidebar_model_set_limit (self->model, count_first_rows (self));
      kl_frame_idle_add (GTK_WIDGET (self), show_rest_cb);
      self->selection = kl_sidebar_selection_new (self->model);
      kl_sidebar_selection_set_current (self->selection, self->current_action, self->current_subject);
      g_signal_connect_swapped (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (bands_cb), self);
      bands_cb (self);
      gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
    }

  kl_sidebar_choice_set_plan (self->choice, library, plan, self->selection);
  kl_sidebar_reorder_set_plan (self->reorder, library, plan);
}

/**
 * kl_sidebar_list_set_current:
 * @self: the list
 * @action_name: (nullable): the action that shows the open page, where that is one of the whole plan
 * @subject_id: (nullable): the id of the subject that the open page is about
 */
void
kl_sidebar_list_set_current (KlSidebarList *self,
                             const char    *action_name,
                             const char    *subject_id)
{
  g_return_if_fail (KL_IS_SIDEBAR_LIST (self));

  g_free (self->current_action);
  self->current_action = g_strdup (action_name);
  g_free (self->current_subject);
  self->current_subject = g_strdup (subject_id);
  if (self->selection != NULL)
    kl_sidebar_selection_set_current (self->selection, action_name, subject_id);
}

/**
 * kl_sidebar_list_set_explained:
 * @self: the list
 * @subject_id: (nullable): the id of the subject that is being explained: its earlier scores are not shown meanwhile
 */
void
kl_sidebar_list_set_explained (KlSidebarList *self,
                               const char    *subject_id)
{
  g_return_if_fail (KL_IS_SIDEBAR_LIST (self));

  g_free (self->explained);
  self->explained = g_strdup (subject_id);
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (KL_IS_SIDEBAR_ROW (gtk_widget_get_first_child (item)))
      kl_sidebar_row_set_explained (KL_SIDEBAR_ROW (gtk_widget_get_first_child (item)), subject_id);
}

/**
 * kl_sidebar_list_set_order:
 * @self: the list
 * @sort: which comes first
 * @filter: which are shown
 */
void
kl_sidebar_list_set_order (KlSidebarList   *self,
                           KlSidebarSort    sort,
                           KlSidebarFilter  filter)
{
  g_return_if_fail (KL_IS_SIDEBAR_LIST (self));

  self->sort = sort;
  self->filter = filter;
  kl_sidebar_reorder_set_in_order (self->reorder, sort == KL_SIDEBAR_SORT_PLAN && filter == KL_SIDEBAR_FILTER_ALL);
  if (self->model != NULL)
    kl_sidebar_model_set_order (self->model, sort, filter);
}

/* A list view of GTK 4.8 tells nobody which of its widgets shows which position. */
static GtkWidget *
find_current_row (KlSidebarList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return row;

  return NULL;
}

/**
 * kl_sidebar_list_focus_current:
 * @self: the list
 *
 * Puts the focus on the row of the open page.
 *
 * Returns: whether there is one and it is in sight
 */
gboolean
kl_sidebar_list_focus_current (KlSidebarList *self)
{
  guint position;
  GtkWidget *row;

  g_return_val_if_fail (KL_IS_SIDEBAR_LIST (self), FALSE);

  position = self->selection != NULL ? kl_sidebar_selection_get_current (self->selection) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
      /* From where Shift and the arrow keys choose. */
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.select-item", "(ubb)", position, FALSE, FALSE);
    }
  row = gtk_widget_get_mapped (GTK_WIDGET (self->list_view)) ? find_current_row (self) : NULL;
  return row != NULL && gtk_widget_grab_focus (row);
}
