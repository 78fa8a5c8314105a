/* kl-column-layout.c: the parts of a widget side by side, as wide as each other, or one below the other where it is
 * narrow */

#include "config.h"

#include "kl-column-layout.h"

/* From here on they stand side by side. */
#define WIDE 600
#define SPACING 24

struct _KlColumnLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (KlColumnLayout, kl_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;
  return n;
}

static int
get_column_width (int n_children,
                  int width)
{
  return width >= WIDE && n_children > 0 ? (width - SPACING * (n_children - 1)) / n_children : width;
}

static GtkSizeRequestMode
kl_column_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As wide as the widest part; as high as the highest, or as all of them, for a width. */
static void
kl_column_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  int n_children = count_children (widget);
  gboolean is_stacked = for_size < WIDE && orientation == GTK_ORIENTATION_VERTICAL;
  int child_size = orientation == GTK_ORIENTATION_VERTICAL ? get_column_width (n_children, for_size) : -1;
  int spacing = is_stacked ? SPACING * MAX (n_children - 1, 0) : 0;

  *minimum = spacing;
  *natural = spacing;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, child_size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = is_stacked ? *minimum + child_minimum : MAX (*minimum, child_minimum);
      *natural = is_stacked ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static void
kl_column_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column_width = get_column_width (count_children (widget), width);
  int x = 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &child_height, NULL, NULL);
      if (width >= WIDE)
        child_height = height;
      area = (GtkAllocation) { x, y, column_width, child_height };
      if (is_mirrored)
        area.x = width - x - column_width;
      gtk_widget_size_allocate (child, &area, -1);
      if (width >= WIDE)
        x += column_width + SPACING;
      else
        y += child_height + SPACING;
    }
}

static void
kl_column_layout_class_init (KlColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = kl_column_layout_get_request_mode;
  layout_class->measure = kl_column_layout_measure;
  layout_class->allocate = kl_column_layout_allocate;
}

static void
kl_column_layout_init (KlColumnLayout *self)
{
}

/**
 * kl_column_layout_new_widget:
 * @start: what comes first
 * @end: what comes then
 *
 * Returns: (transfer floating): both, side by side where there is room
 */
GtkWidget *
kl_column_layout_new_widget (GtkWidget *start,
                             GtkWidget *end)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (widget, g_object_new (KL_TYPE_COLUMN_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (widget), start);
  gtk_box_append (GTK_BOX (widget), end);
  return widget;
}
