/* kl-row-selection.c: choosing several rows of a boxed list, beside what a click on one of them does
 *
 * GtkListBox's own selection selects with each step of the arrow keys and each click, and cannot be extended by a click
 * where one click activates. Here only Ctrl and Shift select: clicks with them, Shift+Up and Shift+Down, Ctrl+Space,
 * Ctrl+A; Escape, an arrow key or a click without them lets go. A row is selected if it has that state.
 */

#include "config.h"

#include "kl-row-selection.h"

/* Where a range begins: the row that was selected last without Shift. */
#define ANCHOR_KEY "kl-anchor"

#define ATTACHED_KEY "kl-row-selection"

static gboolean
is_selected (GtkListBoxRow *row)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
set_selected (GtkListBoxRow *row,
              gboolean       selected)
{
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/* A row that stands for no item, such as the one to add another, is not chosen. */
static gboolean
has_item (GtkListBoxRow *row)
{
  return row != NULL && g_object_get_data (G_OBJECT (row), "kl-item") != NULL;
}

static GtkListBoxRow *
get_anchor (GtkListBox    *list,
            GtkListBoxRow *otherwise)
{
  int anchor = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list), ANCHOR_KEY)) - 1;
  GtkListBoxRow *row = anchor >= 0 ? gtk_list_box_get_row_at_index (list, anchor) : NULL;

  return row != NULL && is_selected (row) ? row : otherwise;
}

static void
set_anchor (GtkListBox    *list,
            GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  g_object_set_data (G_OBJECT (list), ANCHOR_KEY, GINT_TO_POINTER (index + 1));
}

static void
select_range (GtkListBox    *list,
              GtkListBoxRow *from,
              GtkListBoxRow *to)
{
  int first = MIN (gtk_list_box_row_get_index (from), gtk_list_box_row_get_index (to));
  int last = MAX (gtk_list_box_row_get_index (from), gtk_list_box_row_get_index (to));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    set_selected (row, i >= first && i <= last && has_item (row));
  set_anchor (list, from);
}

static void
toggle (GtkListBox    *list,
        GtkListBoxRow *row)
{
  set_selected (row, !is_selected (row));
  set_anchor (list, row);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkListBox      *list)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int) y);

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    {
      /* The menu of a row is about all that are selected with it. */
      if (row == NULL || !is_selected (row))
        kl_row_selection_clear (list);
      return;
    }
  if (!has_item (row))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (state & GDK_SHIFT_MASK)
    select_range (list, get_anchor (list, row), row);
  else
    toggle (list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
extend (GtkListBox    *list,
        GtkListBoxRow *row,
        int            by)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + by);

  if (!has_item (next))
    return GDK_EVENT_STOP;

  select_range (list, get_anchor (list, row), next);
  gtk_widget_grab_focus (GTK_WIDGET (next));
  return GDK_EVENT_STOP;
}

static gboolean
let_go (GtkListBox *list)
{
  g_autoptr(GPtrArray) selected = kl_row_selection_dup_items (list, NULL);

  kl_row_selection_clear (list);
  return selected->len > 0 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkListBox            *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  GtkListBoxRow *row;

  /* Within a row, keys belong to what is there. */
  if (focus == NULL || gtk_widget_get_parent (focus) != GTK_WIDGET (list) || !has_item (GTK_LIST_BOX_ROW (focus)))
    return GDK_EVENT_PROPAGATE;

  row = GTK_LIST_BOX_ROW (focus);
  if (modifiers == GDK_SHIFT_MASK && (is_up || is_down))
    return extend (list, row, is_up ? -1 : 1);
  if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_space)
    {
      toggle (list, row);
      return GDK_EVENT_STOP;
    }
  if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_a)
    {
      for (int i = 0; has_item (gtk_list_box_get_row_at_index (list, i)); i++)
        set_selected (gtk_list_box_get_row_at_index (list, i), TRUE);
      return GDK_EVENT_STOP;
    }
  if (modifiers == 0 && keyval == GDK_KEY_Escape)
    return let_go (list);
  if (modifiers == 0 && (is_up || is_down))
    kl_row_selection_clear (list);
  return GDK_EVENT_PROPAGATE;
}

/**
 * kl_row_selection_attach:
 * @list: a list whose rows have their item as “kl-item”
 *
 * Lets several rows be selected, by mouse and by keyboard. Once is enough.
 */
void
kl_row_selection_attach (GtkListBox *list)
{
  GtkGesture *click;
  GtkEventController *keys;

  if (g_object_get_data (G_OBJECT (list), ATTACHED_KEY) != NULL)
    return;

  g_object_set_data (G_OBJECT (list), ATTACHED_KEY, list);
  click = gtk_gesture_click_new ();
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}

/**
 * kl_row_selection_clear:
 * @list: such a list
 */
void
kl_row_selection_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (is_selected (row))
      set_selected (row, FALSE);
  set_anchor (list, NULL);
}

/**
 * kl_row_selection_dup_items:
 * @list: such a list
 * @row: (nullable): the row that something was asked of
 *
 * Returns: (transfer full) (element-type GObject): what is meant: the items of all rows that are selected, in their
 *   order; where @row is not one of them, only its own
 */
GPtrArray *
kl_row_selection_dup_items (GtkListBox    *list,
                            GtkListBoxRow *row)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkListBoxRow *other;

  for (int i = 0; (other = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (row != NULL && !is_selected (row) ? other == row : is_selected (other))
      g_ptr_array_add (items, g_object_ref (g_object_get_data (G_OBJECT (other), "kl-item")));

  return items;
}
