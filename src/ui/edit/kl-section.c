/* kl-section.c: a part of a page: a heading, a boxed list that follows a model, one dim line where it is empty
 *
 * A row lives as long as its item does, however the model tells its changes, so that focus and half-typed words stay.
 */

#include "config.h"

#include "kl-section.h"

#include "model/kl-record.h"
#include "ui/page/kl-keyboard-focus.h"

#include "kl-row-selection.h"
#include "kl-section-heading.h"

struct _KlSection
{
  GtkBox parent_instance;

  KlSectionHeading *heading;
  char *empty; /* what to say where there is nothing, or NULL */
  GtkListBox *list;
  GtkWidget *add_row;
  GListModel *model;
  KlSectionRowFunc create_row;
  gpointer user_data;
  GHashTable *rows; /* item → row, none owned */
  GQueue adding; /* texts that are on their way into the library, the first one first */
  gboolean arrangeable;
};

G_DEFINE_FINAL_TYPE (KlSection, kl_section, GTK_TYPE_BOX)

enum
{
  SIGNAL_ADD,
  SIGNAL_MOVE,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remove_gone (KlSection *self)
{
  g_autoptr(GHashTable) present = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer item;
  gpointer row;

  for (guint i = 0; i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr(GObject) object = g_list_model_get_item (self->model, i);

      g_hash_table_add (present, object);
    }

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, &row))
    {
      if (g_hash_table_contains (present, item))
        continue;
      g_hash_table_iter_remove (&iter);
      gtk_list_box_remove (self->list, row);
    }
}

static void
place_row (KlSection *self,
           GtkWidget *row,
           int        index)
{
  GtkWidget *focus;

  if (gtk_widget_get_parent (row) == NULL)
    {
      gtk_list_box_insert (self->list, row, index);
      return;
    }

  focus = kl_keyboard_focus_find_child (GTK_WIDGET (self->list));
  g_object_ref (row);
  gtk_list_box_remove (self->list, row);
  gtk_list_box_insert (self->list, row, index);
  if (focus == row)
    gtk_widget_grab_focus (row);
  g_object_unref (row);
}

/* Where the keyboard is in the list, or -1. */
static int
find_focus (KlSection *self)
{
  GtkWidget *focus = kl_keyboard_focus_find_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

/* Who deletes one row after the other stays in the list. */
static void
keep_focus (KlSection *self,
            int        place)
{
  GtkListBoxRow *row;

  if (place < 0 || kl_keyboard_focus_find_child (GTK_WIDGET (self->list)) != NULL)
    return;
  /* Never in the entry, where Ctrl+Z is for what is written. */
  place = MIN (place, (int) g_list_model_get_n_items (self->model) - 1);
  row = place >= 0 ? gtk_list_box_get_row_at_index (self->list, place) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sync_rows (KlSection *self)
{
  guint n_items = g_list_model_get_n_items (self->model);
  int focus = find_focus (self);

  remove_gone (self);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (self->model, i);
      GtkWidget *row = g_hash_table_lookup (self->rows, item);
      GtkWidget *there;

      if (row == NULL)
        {
          row = self->create_row (item, self->user_data);
          g_object_set_data_full (G_OBJECT (row), "kl-item", g_object_ref (item), g_object_unref);
          g_hash_table_insert (self->rows, item, row);
        }
      there = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));
      if (there == row)
        continue;
      /* A row that moves by one stays under the keyboard: it is the other one that is taken out and put back. */
      if (row == kl_keyboard_focus_find_child (GTK_WIDGET (self->list))
          && gtk_list_box_get_row_at_index (self->list, (int) i + 1) == GTK_LIST_BOX_ROW (row))
        place_row (self, there, (int) i + 1);
      else
        place_row (self, row, (int) i);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          n_items > 0 || (self->add_row != NULL && gtk_widget_get_visible (self->add_row)));
  kl_section_heading_set_description (self->heading, n_items == 0 ? self->empty : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n_items > 0 || self->empty != NULL);
  keep_focus (self, focus);
}

/* The entry is free at once for the next one: what is written there meanwhile is not taken for this. */
static void
add (KlSection *self)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));

  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  /* Otherwise it offers to apply that it is empty. */
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), FALSE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), TRUE);
  if (*text == '\0')
    {
      g_free (text);
      return;
    }

  g_queue_push_tail (&self->adding, text);
  g_signal_emit (self, signals[SIGNAL_ADD], 0, text);
}

/* By a click as by a key: a row of KLearn's own says with this action what choosing it does. */
static void
row_activated_cb (KlSection     *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "row.chosen", NULL);
}

/* The row that a key is meant for; none while words are written in it. */
static GtkListBoxRow *
find_current (KlSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *row = kl_keyboard_focus_find_child (GTK_WIDGET (self->list));

  if (row == NULL || !self->arrangeable || GTK_IS_EDITABLE (gtk_root_get_focus (root))
      || g_object_get_data (G_OBJECT (row), "kl-item") == NULL)
    return NULL;

  return GTK_LIST_BOX_ROW (row);
}

static GtkListBoxRow *
find_row (KlSection  *self,
          const char *id)
{
  GHashTableIter iter;
  gpointer item, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, &row))
    if (g_str_equal (kl_record_get_id (item), id))
      return row;

  return NULL;
}

static void
move (KlSection     *self,
      GtkListBoxRow *row,
      int            by)
{
  if (row == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, g_object_get_data (G_OBJECT (row), "kl-item"), by);
}

static void
remove_meant (KlSection     *self,
              GtkListBoxRow *row)
{
  g_autoptr(GPtrArray) items = NULL;

  if (row == NULL)
    return;

  items = kl_row_selection_dup_items (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, items);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *by,
        gpointer   user_data)
{
  KlSection *self = KL_SECTION (widget);
  GtkListBoxRow *row = find_current (self);

  if (by != NULL)
    move (self, row, g_variant_get_int32 (by));
  else
    remove_meant (self, row);
  return row != NULL;
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *id)
{
  KlSection *self = KL_SECTION (widget);
  GtkListBoxRow *row = find_row (self, g_variant_get_string (id, NULL));

  if (g_str_equal (action, "section.remove"))
    remove_meant (self, row);
  else
    move (self, row, g_str_equal (action, "section.move-up") ? -1 : 1);
}

static void
kl_section_dispose (GObject *object)
{
  KlSection *self = KL_SECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, sync_rows, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (kl_section_parent_class)->dispose (object);
}

static void
kl_section_finalize (GObject *object)
{
  g_hash_table_unref (KL_SECTION (object)->rows);
  g_queue_clear_full (&KL_SECTION (object)->adding, g_free);
  g_free (KL_SECTION (object)->empty);

  G_OBJECT_CLASS (kl_section_parent_class)->finalize (object);
}

static void
kl_section_class_init (KlSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_section_finalize;

  signals[SIGNAL_ADD] = g_signal_new ("add", KL_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_MOVE] = g_signal_new ("move", KL_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_OBJECT, G_TYPE_INT);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", KL_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_install_action (widget_class, "section.move-up", "s", menu_cb);
  gtk_widget_class_install_action (widget_class, "section.move-down", "s", menu_cb);
  gtk_widget_class_install_action (widget_class, "section.remove", "s", menu_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, NULL);
}

static void
kl_section_init (KlSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = g_hash_table_new (NULL, NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * kl_section_new:
 * @title: the heading
 * @empty: (nullable): what to say where there is nothing, and how to fill it; %NULL to show nothing at all then
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
kl_section_new (const char *title,
                const char *empty)
{
  KlSection *self = g_object_new (KL_TYPE_SECTION, NULL);

  self->heading = KL_SECTION_HEADING (kl_section_heading_new (title));
  self->empty = g_strdup (empty);
  gtk_box_prepend (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * kl_section_hide_heading:
 * @self: a section
 *
 * Leaves the heading to those who hear the window, where the page says it already.
 */
void
kl_section_hide_heading (KlSection *self)
{
  g_return_if_fail (KL_IS_SECTION (self));

  kl_section_heading_hide_title (self->heading);
}

/**
 * kl_section_set_button:
 * @self: a section
 * @button: stands at the end of the heading
 */
void
kl_section_set_button (KlSection *self,
                       GtkWidget *button)
{
  g_return_if_fail (KL_IS_SECTION (self));

  kl_section_heading_set_button (self->heading, button);
}

/**
 * kl_section_set_model:
 * @self: a section
 * @model: what it lists
 * @create_row: makes a row for an item
 * @user_data: data for @create_row
 */
void
kl_section_set_model (KlSection        *self,
                      GListModel       *model,
                      KlSectionRowFunc  create_row,
                      gpointer          user_data)
{
  g_return_if_fail (KL_IS_SECTION (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  self->create_row = create_row;
  self->user_data = user_data;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (sync_rows), self);
  sync_rows (self);
}

/**
 * kl_section_set_adding:
 * @self: a section
 * @label: what can be added, such as “Add a Point”
 *
 * Puts an entry at the end; “add” is emitted with what was written there, and kl_section_added() has to follow.
 *
 * Returns: (transfer none): the entry
 */
AdwEntryRow *
kl_section_set_adding (KlSection  *self,
                       const char *label)
{
  g_return_val_if_fail (KL_IS_SECTION (self), NULL);

  self->add_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), label);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), TRUE);
  g_signal_connect_swapped (self->add_row, "apply", G_CALLBACK (add), self);
  gtk_list_box_append (self->list, self->add_row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  return ADW_ENTRY_ROW (self->add_row);
}

/**
 * kl_section_added:
 * @self: a section
 * @is_stored: whether the text of the first “add” that was not answered yet is stored
 *
 * What could not be stored comes back into the entry.
 */
void
kl_section_added (KlSection *self,
                  gboolean   is_stored)
{
  g_autofree char *text = NULL;

  g_return_if_fail (KL_IS_SECTION (self));

  text = g_queue_pop_head (&self->adding);
  if (!is_stored && text != NULL)
    {
      const char *next = gtk_editable_get_text (GTK_EDITABLE (self->add_row));
      g_autofree char *both = *next != '\0' ? g_strdup_printf ("%s %s", text, next) : g_strdup (text);

      gtk_editable_set_text (GTK_EDITABLE (self->add_row), both);
    }
}

/**
 * kl_section_set_can_add:
 * @self: a section with an entry
 * @can_add: whether something can be added now; what is half-written stays to be seen in any case
 */
void
kl_section_set_can_add (KlSection *self,
                        gboolean   can_add)
{
  g_return_if_fail (KL_IS_SECTION (self));
  g_return_if_fail (self->add_row != NULL);

  gtk_widget_set_visible (self->add_row,
                          can_add || *gtk_editable_get_text (GTK_EDITABLE (self->add_row)) != '\0');
  sync_rows (self);
}

/**
 * kl_section_set_selectable:
 * @self: a section
 *
 * Several rows can be selected, for whatever their own actions do.
 */
void
kl_section_set_selectable (KlSection *self)
{
  g_return_if_fail (KL_IS_SECTION (self));

  kl_row_selection_attach (self->list);
}

/**
 * kl_section_set_arrangeable:
 * @self: a section of #KlRecord
 * @arrangeable: whether what is in it can be moved and deleted now
 *
 * Several rows can be selected then. By key or by the menus of the rows (kl_item_menu_new()), “move” is emitted with an
 * item and by how many places, and “remove” with a #GPtrArray of items; the section itself changes nothing.
 */
void
kl_section_set_arrangeable (KlSection *self,
                            gboolean   arrangeable)
{
  static const char *const actions[] = { "section.move-up", "section.move-down", "section.remove" };

  g_return_if_fail (KL_IS_SECTION (self));

  if (arrangeable)
    kl_row_selection_attach (self->list);
  self->arrangeable = arrangeable;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], arrangeable);
}

/**
 * kl_section_finish_adding:
 * @self: a section with an entry
 *
 * Adds what is written in the entry, as when the page is left.
 */
void
kl_section_finish_adding (KlSection *self)
{
  g_return_if_fail (KL_IS_SECTION (self));
  g_return_if_fail (self->add_row != NULL);

  add (self);
}

/**
 * kl_section_foreach:
 * @self: a section
 * @func: called with each row
 * @user_data: data for @func
 */
void
kl_section_foreach (KlSection *self,
                    GFunc      func,
                    gpointer   user_data)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (KL_IS_SECTION (self));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    func (row, user_data);
}
