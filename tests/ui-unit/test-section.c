/* test-section.c: where the keyboard is while the rows of a section come, move and go */

#include "config.h"

#include "ui/edit/kl-section.h"

enum
{
  N_ITEMS = 4,
};

typedef struct
{
  GListStore *items;
  GtkWidget *rows[N_ITEMS];
  GtkWidget *section;
  GtkWindow *window;
} Fixture;

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  Fixture *self = user_data;
  guint number = GPOINTER_TO_UINT (g_object_get_data (item, "number"));

  self->rows[number] = gtk_list_box_row_new ();
  return self->rows[number];
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->items = g_list_store_new (G_TYPE_OBJECT);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

      g_object_set_data (item, "number", GUINT_TO_POINTER (i));
      g_list_store_append (self->items, item);
    }
  self->section = kl_section_new ("Gaps", NULL);
  kl_section_set_model (KL_SECTION (self->section), G_LIST_MODEL (self->items), create_row_cb, self);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (self->window, self->section);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (self->window);
  g_assert_finalize_object (self->items);
}

/* As GTK leaves a list whose row has taken the keyboard back from its own menu. */
static void
forget_focus (GtkWidget *row)
{
  gtk_widget_set_focus_child (gtk_widget_get_parent (row), NULL);
}

/* Whatever row goes, and whether GTK's list knows or not that it has the keyboard. */
static void
test_focus_goes_to_the_next (Fixture       *self,
                             gconstpointer  forgets)
{
  while (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 1)
    {
      guint place = g_list_model_get_n_items (G_LIST_MODEL (self->items)) / 2;
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), place);
      GtkWidget *row = self->rows[GPOINTER_TO_UINT (g_object_get_data (item, "number"))];
      GtkWidget *list = gtk_widget_get_parent (row);
      GtkListBoxRow *next;

      g_assert_true (gtk_widget_grab_focus (row));
      if (GPOINTER_TO_INT (forgets))
        forget_focus (row);
      g_list_store_remove (self->items, place);

      place = MIN (place, g_list_model_get_n_items (G_LIST_MODEL (self->items)) - 1);
      next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) place);
      g_assert_true (gtk_window_get_focus (self->window) == GTK_WIDGET (next));
    }
}

/* A row that moves takes the keyboard along, however far. */
static void
test_focus_moves_along (Fixture       *self,
                        gconstpointer  forgets)
{
  for (guint to = 0; to < N_ITEMS; to++)
    {
      g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);
      gpointer item;
      GtkWidget *row;

      for (guint i = 0; i < N_ITEMS; i++)
        g_ptr_array_add (order, g_list_model_get_item (G_LIST_MODEL (self->items), i));
      item = g_ptr_array_steal_index (order, 1);
      g_ptr_array_insert (order, (int) to, item);
      row = self->rows[GPOINTER_TO_UINT (g_object_get_data (item, "number"))];

      g_assert_true (gtk_widget_grab_focus (row));
      if (GPOINTER_TO_INT (forgets))
        forget_focus (row);
      g_list_store_splice (self->items, 0, N_ITEMS, order->pdata, N_ITEMS);

      g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, to);
      g_assert_true (gtk_window_get_focus (self->window) == row);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/section/focus/next", Fixture, GINT_TO_POINTER (FALSE), set_up, test_focus_goes_to_the_next, tear_down);
  g_test_add ("/section/focus/next-forgotten", Fixture, GINT_TO_POINTER (TRUE), set_up, test_focus_goes_to_the_next,
              tear_down);
  g_test_add ("/section/focus/moves", Fixture, GINT_TO_POINTER (FALSE), set_up, test_focus_moves_along, tear_down);
  g_test_add ("/section/focus/moves-forgotten", Fixture, GINT_TO_POINTER (TRUE), set_up, test_focus_moves_along,
              tear_down);

  return g_test_run ();
}
