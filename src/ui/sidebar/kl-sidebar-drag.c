/* kl-sidebar-drag.c: topics moved in the list by dragging */

#include "config.h"

#include "kl-sidebar-drag.h"

#include "kl-sidebar-move.h"
#include "kl-sidebar-row.h"

struct _KlSidebarDrag
{
  GObject parent_instance;

  GtkListView *list_view;
  KlSidebarReorder *reorder;
  GtkWidget *marked;
};

G_DEFINE_FINAL_TYPE (KlSidebarDrag, kl_sidebar_drag, G_TYPE_OBJECT)

/* By KlSidebarSpot. */
static const char *const spot_classes[] = { "kl-drop-before", "kl-drop-into", "kl-drop-after" };

static GdkContentProvider *
prepare_cb (KlSidebarDrag *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  GtkWidget *list_item = kl_sidebar_reorder_find (self->reorder, x, y);
  KlSubject *subject = kl_sidebar_row_find_subject (list_item);
  g_autoptr(GdkPaintable) picture = NULL;

  if (subject == NULL || !kl_sidebar_reorder_can_move (self->reorder))
    return NULL;

  picture = gtk_widget_paintable_new (list_item);
  gtk_drag_source_set_icon (source, picture, 0, 0);
  return gdk_content_provider_new_typed (KL_TYPE_SUBJECT, subject);
}

static void
mark (KlSidebarDrag *self,
      GtkWidget     *list_item,
      KlSidebarSpot  spot)
{
  if (self->marked != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (spot_classes); i++)
      gtk_widget_remove_css_class (self->marked, spot_classes[i]);
  g_clear_weak_pointer (&self->marked);
  if (list_item == NULL)
    return;

  g_set_weak_pointer (&self->marked, list_item);
  gtk_widget_add_css_class (list_item, spot_classes[spot]);
}

/* The ends of a row lead beside it, its middle under it. */
static KlChange *
find_move (KlSidebarDrag *self,
           GtkDropTarget *target,
           double         x,
           double         y,
           GtkWidget    **list_item,
           KlSidebarSpot *spot)
{
  const GValue *value = gtk_drop_target_get_value (target);
  KlSubject *subject = value != NULL ? g_value_get_object (value) : NULL;
  double inner_x, inner_y;
  int height;

  *list_item = kl_sidebar_reorder_find (self->reorder, x, y);
  if (subject == NULL || kl_sidebar_row_find_subject (*list_item) == NULL)
    return NULL;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), *list_item, x, y, &inner_x, &inner_y);
  height = gtk_widget_get_height (*list_item);
  *spot = inner_y < height / 3.0 ? KL_SIDEBAR_SPOT_BEFORE
          : inner_y < height * 2 / 3.0 ? KL_SIDEBAR_SPOT_INTO
                                       : KL_SIDEBAR_SPOT_AFTER;
  return kl_sidebar_move_new (kl_sidebar_reorder_get_plan (self->reorder), subject,
                              kl_sidebar_row_find_subject (*list_item), *spot);
}

static GdkDragAction
motion_cb (KlSidebarDrag *self,
           double         x,
           double         y,
           GtkDropTarget *target)
{
  GtkWidget *list_item;
  KlSidebarSpot spot = KL_SIDEBAR_SPOT_INTO;
  g_autoptr(KlChange) change = find_move (self, target, x, y, &list_item, &spot);

  mark (self, change != NULL ? list_item : NULL, spot);
  return change != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (KlSidebarDrag *self)
{
  mark (self, NULL, KL_SIDEBAR_SPOT_INTO);
}

static gboolean
drop_cb (KlSidebarDrag *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  GtkWidget *list_item;
  KlSidebarSpot spot;
  g_autoptr(KlChange) change = find_move (self, target, x, y, &list_item, &spot);

  leave_cb (self);
  kl_sidebar_reorder_move (self->reorder, g_value_get_object (value), change);
  return change != NULL;
}

static void
kl_sidebar_drag_dispose (GObject *object)
{
  KlSidebarDrag *self = KL_SIDEBAR_DRAG (object);

  mark (self, NULL, KL_SIDEBAR_SPOT_INTO);
  g_clear_weak_pointer (&self->list_view);
  g_clear_object (&self->reorder);

  G_OBJECT_CLASS (kl_sidebar_drag_parent_class)->dispose (object);
}

static void
kl_sidebar_drag_class_init (KlSidebarDragClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_sidebar_drag_dispose;
}

static void
kl_sidebar_drag_init (KlSidebarDrag *self)
{
}

/**
 * kl_sidebar_drag_new:
 * @list_view: a list of #KlSidebarRow
 * @reorder: what moves topics in it
 *
 * Returns: (transfer full): lets a person drag the topics in @list_view
 */
KlSidebarDrag *
kl_sidebar_drag_new (GtkListView      *list_view,
                     KlSidebarReorder *reorder)
{
  KlSidebarDrag *self = g_object_new (KL_TYPE_SIDEBAR_DRAG, NULL);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (KL_TYPE_SUBJECT, GDK_ACTION_MOVE);

  g_set_weak_pointer (&self->list_view, list_view);
  self->reorder = g_object_ref (reorder);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list_view), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list_view), GTK_EVENT_CONTROLLER (target));
  return self;
}
