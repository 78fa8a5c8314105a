/* kl-map-view.c: the map of a plan, as large as its letters are readable, to be scrolled and looked at closer
 *
 * What is seen is painted by the chart's painter, only that part of the map, and what is hit is what is painted. One
 * topic at a time is highlighted, by the pointer or by the keyboard; “details” says in words what the map says of it.
 */

#include "config.h"

#include "kl-map-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-painter.h"
#include "map/kl-map-metrics.h"
#include "ui/chart/kl-canvas-gestures.h"
#include "ui/chart/kl-canvas-keys.h"
#include "ui/chart/kl-chart-look.h"
#include "ui/chart/kl-chart-memory.h"

#include "kl-map-scroll.h"


#define MINIMUM_SIZE 120
#define NATURAL_WIDTH 560
#define NATURAL_HEIGHT 400
#define KEY_ZOOM 1.25

struct _KlMapView
{
  GtkWidget parent_instance;

  KlMapChart *followed; /* who says what there is; the chart is that in the room of the view */
  KlMapChart *chart;
  KlChartPainter *painter;
  KlMapScroll *scroll;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  gboolean is_begun; /* it was seen before, so that it stays where it is */
  KlChartMemory *memory;
  int hovered;
  double pointer_x; /* where the pointer was told to be last */
  double pointer_y;
  char *details;
};

static void canvas_init (KlCanvasInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KlMapView, kl_map_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                 G_IMPLEMENT_INTERFACE (KL_TYPE_CANVAS, canvas_init))

enum
{
  PROP_0,
  PROP_DETAILS,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_mirrored (KlMapView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static int
find_highlight (KlMapView *self)
{
  if (self->chart == NULL)
    return -1;
  if (self->hovered >= 0)
    return self->hovered;
  return gtk_widget_has_focus (GTK_WIDGET (self)) ? kl_chart_memory_get_cursor (self->memory) : -1;
}

/* What is seen, what is said and what is heard change together. */
static void
update_highlight (KlMapView *self)
{
  int index = find_highlight (self);
  KlChart *chart = KL_CHART (self->chart);
  g_autofree char *name = chart != NULL ? kl_chart_dup_name (chart) : g_strdup ("");
  g_autofree char *summary = chart != NULL ? kl_chart_dup_summary (chart) : g_strdup ("");
  g_autofree char *details = index >= 0 ? kl_chart_dup_mark_text (chart, (guint) index) : g_strdup (summary);
  /* Translators: what a chart shows, said to whoever does not see it: its name, and a sentence about it. */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), name, details);

  if (self->painter != NULL)
    kl_chart_painter_set_highlight (self->painter, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->hovered >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (g_strcmp0 (self->details, details) == 0)
    return;

  g_free (self->details);
  self->details = g_steal_pointer (&details);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}

/* Scrolling */

static void
scrolled_cb (GtkWidget *widget)
{
  KlMapView *self = KL_MAP_VIEW (widget);

  /* What is under the pointer is another one. */
  if (self->hovered >= 0)
    {
      self->hovered = -1;
      update_highlight (self);
    }
  gtk_widget_queue_draw (widget);
}

static void
update_size (KlMapView *self)
{
  double width = 0, height = 0;

  if (self->chart != NULL)
    kl_map_chart_get_size (self->chart, &width, &height);
  kl_map_scroll_set_size (self->scroll, width, height);
}

/* The highlighted topic comes to be seen. */
static void
reveal (KlMapView *self,
        int        index)
{
  cairo_rectangle_t area;

  if (index < 0)
    return;
  kl_map_chart_get_mark (self->chart, (guint) index, is_mirrored (self), &area);
  kl_map_scroll_reveal (self->scroll, &area, is_mirrored (self));
}

/* Look */

static void
update_style (GtkWidget *widget)
{
  KlMapView *self = KL_MAP_VIEW (widget);
  g_autoptr(KlChartStyle) style = kl_chart_look_get_style (widget);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, "100");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  kl_map_scroll_set_letters (self->scroll, MAX (line, 1) / (double) KL_MAP_LINE);
  if (self->painter == NULL)
    return;

  kl_chart_painter_set_style (self->painter, style);
  kl_chart_painter_set_context (self->painter, gtk_widget_get_pango_context (widget));
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
}

static void
followed_changed_cb (KlMapView *self)
{
  KlChart *chart = KL_CHART (self->chart);
  gboolean is_new = kl_chart_memory_get_cursor (self->memory) < 0;

  self->hovered = -1;
  kl_map_chart_set_map (self->chart, kl_map_chart_get_graph (self->followed), kl_map_chart_get_layout (self->followed));
  kl_chart_memory_update (self->memory, chart);
  /* Where reading begins. */
  if (is_new && kl_chart_get_n_marks (chart) > 0)
    kl_chart_memory_set_cursor (self->memory, chart, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  update_highlight (self);
}

/* Pointer */

static int
find_mark_at (KlMapView *self,
              double     x,
              double     y)
{
  double left, top;

  if (self->painter == NULL)
    return -1;
  kl_map_scroll_find_origin (self->scroll, &left, &top);
  return kl_chart_sheet_find_mark (kl_chart_painter_get_sheet (self->painter), x - left, y - top);
}

static void
set_hovered (KlMapView *self,
             int        index)
{
  if (self->hovered == index)
    return;

  self->hovered = index;
  update_highlight (self);
}

static void
motion_cb (KlMapView *self,
           double     x,
           double     y)
{
  /* Newer GTKs tell where the pointer is when anything is painted anew. One that rests does not take the highlight away
   * from the keyboard. */
  if (ABS (x - self->pointer_x) < 0.5 && ABS (y - self->pointer_y) < 0.5)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  set_hovered (self, find_mark_at (self, x, y));
}

static void
leave_cb (KlMapView *self)
{
  self->pointer_x = self->pointer_y = -1;
  set_hovered (self, -1);
}

static void
activate_mark (KlMapView *self,
               int        index)
{
  g_autofree char *target = NULL;

  if (index < 0)
    return;

  kl_chart_memory_set_cursor (self->memory, KL_CHART (self->chart), index);
  target = g_strdup (kl_chart_get_target (KL_CHART (self->chart), (guint) index));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, target);
}

static void
released_cb (KlMapView *self,
             int        n_press,
             double     x,
             double     y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_mark (self, find_mark_at (self, x, y));
}

/* Overrides */

static gboolean
kl_map_view_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    by_keyboard,
                           GtkTooltip *tooltip)
{
  KlMapView *self = KL_MAP_VIEW (widget);
  int index = by_keyboard ? find_highlight (self) : find_mark_at (self, x, y);
  g_autofree char *text = NULL;

  if (index < 0)
    return FALSE;

  text = kl_chart_dup_mark_text (KL_CHART (self->chart), (guint) index);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* What is painted is a little more than what is seen, so that scrolling does not lay everything out at each step. */
static void
set_visible_part (KlMapView *self,
                  double     left,
                  double     top)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double step_x = MAX (width / 2, 1), step_y = MAX (height / 2, 1);
  const cairo_rectangle_t visible = { (floor (-left / step_x) - 1) * step_x, (floor (-top / step_y) - 1) * step_y,
                                      width + 3 * step_x, height + 3 * step_y };

  kl_chart_painter_set_visible (self->painter, &visible);
}

static void
kl_map_view_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  KlMapView *self = KL_MAP_VIEW (widget);
  float seen_width = (float) gtk_widget_get_width (widget), seen_height = (float) gtk_widget_get_height (widget);
  double width, height, left, top, scale = kl_map_scroll_get_scale (self->scroll);
  cairo_t *cr;

  if (self->painter == NULL || seen_width < 1 || seen_height < 1)
    return;

  kl_map_chart_get_size (self->chart, &width, &height);
  kl_map_scroll_find_origin (self->scroll, &left, &top);
  kl_chart_painter_set_size (self->painter, width * scale, height * scale);
  set_visible_part (self, left, top);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, seen_width, seen_height));
  cairo_translate (cr, left, top);
  kl_chart_painter_paint (self->painter, cr);
  cairo_destroy (cr);
}

static void
kl_map_view_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = MINIMUM_SIZE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
kl_map_view_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  KlMapView *self = KL_MAP_VIEW (widget);

  if (self->chart != NULL)
    kl_map_chart_set_room (self->chart, width / kl_map_scroll_get_letters (self->scroll));
  update_size (self);
  if (self->is_begun || self->chart == NULL || kl_chart_get_n_marks (KL_CHART (self->chart)) == 0)
    return;

  /* Where reading begins. */
  self->is_begun = TRUE;
  if (is_mirrored (self))
    kl_map_scroll_go_to_end (self->scroll);
}

static void
kl_map_view_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kl_map_view_parent_class)->css_changed (widget, change);

  update_style (widget);
}

static void
kl_map_view_direction_changed (GtkWidget        *widget,
                               GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (kl_map_view_parent_class)->direction_changed (widget, previous);

  update_style (widget);
}

static void
kl_map_view_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  KlMapView *self = KL_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;

    case PROP_ZOOM:
      g_value_set_double (value, kl_map_scroll_get_zoom (self->scroll));
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, kl_map_scroll_get_adjustment (self->scroll, GTK_ORIENTATION_HORIZONTAL));
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, kl_map_scroll_get_adjustment (self->scroll, GTK_ORIENTATION_VERTICAL));
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_map_view_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  KlMapView *self = KL_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      kl_map_scroll_set_adjustment (self->scroll, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      kl_map_scroll_set_adjustment (self->scroll, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = (GtkScrollablePolicy) g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = (GtkScrollablePolicy) g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
forget_chart (KlMapView *self)
{
  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, followed_changed_cb, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->painter);
  g_clear_object (&self->chart);
  self->hovered = -1;
}

static void
kl_map_view_dispose (GObject *object)
{
  KlMapView *self = KL_MAP_VIEW (object);

  forget_chart (self);

  G_OBJECT_CLASS (kl_map_view_parent_class)->dispose (object);
}

static void
kl_map_view_finalize (GObject *object)
{
  g_free (KL_MAP_VIEW (object)->details);
  kl_map_scroll_free (KL_MAP_VIEW (object)->scroll);
  kl_chart_memory_free (KL_MAP_VIEW (object)->memory);

  G_OBJECT_CLASS (kl_map_view_parent_class)->finalize (object);
}

/* As a canvas */

static gboolean
canvas_zoom (KlCanvas *canvas,
             double    factor,
             double    x,
             double    y)
{
  KlMapView *self = KL_MAP_VIEW (canvas);

  if (!kl_map_scroll_zoom (self->scroll, factor, x, y))
    return TRUE;

  self->hovered = -1;
  update_highlight (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  return TRUE;
}

static gboolean
canvas_pan (KlCanvas *canvas,
            double    dx,
            double    dy)
{
  kl_map_scroll_pan (KL_MAP_VIEW (canvas)->scroll, dx, dy);
  return TRUE;
}

/* Goes to a topic and shows it. */
static void
go_to (KlMapView *self,
       int        index)
{
  self->hovered = -1;
  kl_chart_memory_set_cursor (self->memory, KL_CHART (self->chart), index);
  reveal (self, index);
  update_highlight (self);
}

/* To the next topic there, from the one that is highlighted, by the pointer or by the keyboard. */
static gboolean
canvas_step (KlCanvas *canvas,
             int       dx,
             int       dy)
{
  KlMapView *self = KL_MAP_VIEW (canvas);
  KlMapDirection sideways = dx < 0 ? KL_MAP_LEFT : KL_MAP_RIGHT, direction = dy < 0 ? KL_MAP_UP : KL_MAP_DOWN;
  int index = find_highlight (self), next;

  if (index < 0)
    return TRUE;

  next = kl_map_chart_find_next (self->chart, (guint) index, dx != 0 ? sideways : direction, is_mirrored (self));
  go_to (self, next >= 0 ? next : index);
  return TRUE;
}

static gboolean
canvas_go_to_end (KlCanvas *canvas,
                  gboolean  last)
{
  KlMapView *self = KL_MAP_VIEW (canvas);
  int n_marks = self->chart != NULL ? (int) kl_chart_get_n_marks (KL_CHART (self->chart)) : 0;

  if (n_marks > 0)
    go_to (self, last ? n_marks - 1 : 0);
  return TRUE;
}

static gboolean
canvas_show_whole (KlCanvas *canvas)
{
  kl_map_view_zoom_to (KL_MAP_VIEW (canvas), kl_map_view_find_whole (KL_MAP_VIEW (canvas)));
  return TRUE;
}

/* The highlighted topic, or the middle. */
static void
canvas_get_focus (KlCanvas *canvas,
                  double   *x,
                  double   *y)
{
  KlMapView *self = KL_MAP_VIEW (canvas);
  int index = find_highlight (self);
  double left, top, scale = kl_map_scroll_get_scale (self->scroll);
  cairo_rectangle_t area;

  *x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  *y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  if (index < 0)
    return;

  kl_map_scroll_find_origin (self->scroll, &left, &top);
  kl_map_chart_get_mark (self->chart, (guint) index, is_mirrored (self), &area);
  *x = left + (area.x + area.width / 2) * scale;
  *y = top + (area.y + area.height / 2) * scale;
}

static void
canvas_activate (KlCanvas *canvas)
{
  activate_mark (KL_MAP_VIEW (canvas), find_highlight (KL_MAP_VIEW (canvas)));
}

static void
canvas_init (KlCanvasInterface *iface)
{
  iface->is_plane = TRUE;
  iface->key_zoom = KEY_ZOOM;
  iface->zoom = canvas_zoom;
  iface->pan = canvas_pan;
  iface->step = canvas_step;
  iface->go_to_end = canvas_go_to_end;
  iface->show_whole = canvas_show_whole;
  iface->get_focus = canvas_get_focus;
  iface->activate = canvas_activate;
}

/* Keys of its own */

/* From topic to topic in the order that they are read in. It comes to every one; the arrows may have no way to some. */
static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  KlMapView *self = KL_MAP_VIEW (widget);
  int n_marks = self->chart != NULL ? (int) kl_chart_get_n_marks (KL_CHART (self->chart)) : 0;

  if (n_marks > 0)
    go_to (self, CLAMP (find_highlight (self) + g_variant_get_int32 (arguments), 0, n_marks - 1));
  return GDK_EVENT_STOP;
}

static gboolean
normal_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  kl_map_view_zoom_to (KL_MAP_VIEW (widget), 1);
  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_1, 0, normal_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1, 0, normal_cb, NULL);
}

static void
kl_map_view_class_init (KlMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kl_map_view_dispose;
  object_class->finalize = kl_map_view_finalize;
  object_class->get_property = kl_map_view_get_property;
  object_class->set_property = kl_map_view_set_property;
  widget_class->snapshot = kl_map_view_snapshot;
  widget_class->measure = kl_map_view_measure;
  widget_class->size_allocate = kl_map_view_size_allocate;
  widget_class->css_changed = kl_map_view_css_changed;
  widget_class->direction_changed = kl_map_view_direction_changed;
  widget_class->query_tooltip = kl_map_view_query_tooltip;

  properties[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * KlMapView::activated:
   * @self: a map
   * @target: the id of the topic that was clicked, or highlighted when Return was pressed
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  kl_canvas_keys_add (widget_class);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kl_map_view_init (KlMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->scroll = kl_map_scroll_new (GTK_WIDGET (self), scrolled_cb);
  self->memory = kl_chart_memory_new ();
  self->hovered = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  kl_chart_look_follow (GTK_WIDGET (self), update_style);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  kl_canvas_gestures_attach (KL_CANVAS (self));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (update_highlight), NULL);
  update_highlight (self);
}

/**
 * kl_map_view_set_chart:
 * @self: a view
 * @chart: the map, which the view follows and does not change
 */
void
kl_map_view_set_chart (KlMapView  *self,
                       KlMapChart *chart)
{
  g_return_if_fail (KL_IS_MAP_VIEW (self));

  if (self->followed == chart)
    return;

  forget_chart (self);
  self->followed = g_object_ref (chart);
  self->chart = kl_map_chart_new ();
  self->painter = kl_chart_painter_new (KL_CHART (self->chart));
  g_signal_connect_swapped (chart, "changed", G_CALLBACK (followed_changed_cb), self);
  update_style (GTK_WIDGET (self));
  followed_changed_cb (self);
}

/**
 * kl_map_view_get_details:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): the highlighted topic in words; the whole map where none is highlighted
 */
const char *
kl_map_view_get_details (KlMapView *self)
{
  g_return_val_if_fail (KL_IS_MAP_VIEW (self), NULL);

  return self->details;
}

/**
 * kl_map_view_get_zoom:
 * @self: a view
 *
 * Returns: how large letters are, of those of the interface
 */
double
kl_map_view_get_zoom (KlMapView *self)
{
  g_return_val_if_fail (KL_IS_MAP_VIEW (self), 1);

  return kl_map_scroll_get_zoom (self->scroll);
}

/**
 * kl_map_view_find_whole:
 * @self: a view
 *
 * Returns: the zoom at which the whole map is seen, 1 where it is at that too
 */
double
kl_map_view_find_whole (KlMapView *self)
{
  g_return_val_if_fail (KL_IS_MAP_VIEW (self), 1);

  return kl_map_scroll_find_whole (self->scroll);
}

/**
 * kl_map_view_zoom_to:
 * @self: a view
 * @zoom: how large letters are to be, of those of the interface
 *
 * What is highlighted stays in its place, or else the middle.
 */
void
kl_map_view_zoom_to (KlMapView *self,
                     double     zoom)
{
  double x, y;

  g_return_if_fail (KL_IS_MAP_VIEW (self));

  canvas_get_focus (KL_CANVAS (self), &x, &y);
  (void) canvas_zoom (KL_CANVAS (self), zoom / kl_map_scroll_get_zoom (self->scroll), x, y);
  if (self->chart != NULL)
    reveal (self, find_highlight (self));
}
