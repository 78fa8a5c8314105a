/* kl-chart-widget.c: a chart of any kind that can be pointed at, stepped through and looked at closer
 *
 * One mark at a time is highlighted, by the pointer or by the keyboard; “details” says in words what it stands for.
 */

#include "config.h"

#include "kl-chart-widget.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "chart/kl-chart-painter.h"
#include "kl-canvas-gestures.h"
#include "kl-canvas-keys.h"
#include "kl-chart-look.h"
#include "kl-chart-memory.h"

#define KEY_ZOOM 1.5
#define MINIMUM_WIDTH 240
#define NATURAL_WIDTH 560
#define MINIMUM_HEIGHT 120
#define GROWTH_MILLISECONDS 400

struct _KlChartWidget
{
  GtkWidget parent_instance;

  KlChart *chart;
  KlChartPainter *painter;
  AdwAnimation *animation;
  KlChartMemory *memory; /* of the mark that the keyboard is at, too */

  gboolean pointed; /* whether the pointer was the last to move */
  double pointer_x;
  double pointer_y;
  int hovered;
  int growing;
  char *details;
};

static void canvas_init (KlCanvasInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KlChartWidget, kl_chart_widget, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (KL_TYPE_CANVAS, canvas_init))

enum
{
  PROP_0,
  PROP_CHART,
  PROP_DETAILS,
  PROP_ZOOMED,
  N_PROPS,
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Where everything stands: with the size that the widget has now, which may not have been painted yet. */
static const KlChartSheet *
get_sheet (KlChartWidget *self)
{
  kl_chart_painter_set_size (self->painter, gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
  return kl_chart_painter_get_sheet (self->painter);
}

static int
find_highlight (KlChartWidget *self)
{
  if (self->chart == NULL)
    return -1;
  if (self->hovered >= 0)
    return self->hovered;
  return gtk_widget_has_focus (GTK_WIDGET (self)) ? kl_chart_memory_get_cursor (self->memory) : -1;
}

static void
set_details (KlChartWidget *self,
             const char    *details)
{
  if (g_strcmp0 (self->details, details) == 0)
    return;

  g_free (self->details);
  self->details = g_strdup (details);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}

/* What is seen, what is said and what is heard change together. */
static void
update_highlight (KlChartWidget *self)
{
  int index = find_highlight (self);
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *details = NULL;
  g_autofree char *label = NULL;

  if (self->chart != NULL)
    {
      name = kl_chart_dup_name (self->chart);
      summary = kl_chart_dup_summary (self->chart);
      details = index >= 0 ? kl_chart_dup_mark_text (self->chart, (guint) index) : g_strdup (summary);
      kl_chart_painter_set_highlight (self->painter, index);
    }

  /* Translators: what a chart shows, said to whoever does not see it: its name, and a sentence about it. */
  label = g_strdup_printf (_("%s: %s"), name != NULL ? name : "", details != NULL ? details : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary != NULL ? summary : "",
                                  -1);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->hovered >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  set_details (self, details);
}

static void
update_style (GtkWidget *widget)
{
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  g_autoptr(KlChartStyle) style = kl_chart_look_get_style (widget);

  if (self->painter == NULL)
    return;

  kl_chart_painter_set_style (self->painter, style);
  kl_chart_painter_set_context (self->painter, gtk_widget_get_pango_context (widget));
  gtk_widget_queue_draw (widget);
}

static int
find_mark_at (KlChartWidget *self,
              double         x,
              double         y)
{
  return self->painter != NULL ? kl_chart_sheet_find_mark (get_sheet (self), x, y) : -1;
}

/* What the pointer rests on may be another mark than before. */
static int
find_hovered (KlChartWidget *self)
{
  return self->pointed ? find_mark_at (self, self->pointer_x, self->pointer_y) : -1;
}

static void
set_view (KlChartWidget *self,
          KlChartView    view)
{
  KlChartView before = kl_chart_painter_get_view (self->painter);

  if (ABS (before.from - view.from) + ABS (before.to - view.to) < 1e-12)
    return;

  kl_chart_painter_set_view (self->painter, view);
  self->hovered = find_hovered (self);
  update_highlight (self);
  if (kl_chart_view_is_whole (before) != kl_chart_view_is_whole (view))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOMED]);
}

/* Animation */

static void
grow_cb (double   value,
         gpointer user_data)
{
  KlChartWidget *self = user_data;

  if (self->painter != NULL)
    kl_chart_painter_set_growth (self->painter, self->growing, value);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
grow_in (KlChartWidget *self,
         int            index)
{
  if (self->animation == NULL)
    self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GROWTH_MILLISECONDS,
                                               adw_callback_animation_target_new (grow_cb, self, NULL));

  self->growing = index;
  /* Where animations are off this goes to the end at once. */
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/* What was looked at closely may have become too short for it, or for any closer look. */
static void
keep_view_possible (KlChartWidget *self)
{
  set_view (self, kl_chart_view_zoom (kl_chart_painter_get_view (self->painter), 0.5, 1,
                                      kl_chart_get_smallest_view (self->chart)));
}

static void
chart_changed_cb (KlChartWidget *self)
{
  int added = kl_chart_memory_update (self->memory, self->chart);

  /* What is expected changes a moment after what was new: that goes on. */
  if (!kl_chart_memory_is_same (self->memory))
    {
      self->growing = -1;
      kl_chart_painter_set_growth (self->painter, -1, 1);
    }
  if (added >= 0 && kl_chart_get_n_marks (self->chart) > 1 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    grow_in (self, added);

  keep_view_possible (self);
  self->hovered = find_hovered (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update_highlight (self);
}

/* Keyboard */

/* Where marks are too dense to be told apart, the next one of its row that is seen. */
static int
find_seen (KlChartWidget *self,
           int            from,
           int            wanted,
           int            direction)
{
  guint first, last;
  int found = from;
  const GArray *marks;

  if (kl_chart_get_smallest_view (self->chart) < 1)
    set_view (self, kl_chart_view_reveal (kl_chart_painter_get_view (self->painter),
                                          kl_chart_get_place (self->chart, (guint) wanted)));
  if (kl_chart_sheet_get_mark (get_sheet (self), wanted) != NULL)
    return wanted;

  marks = get_sheet (self)->marks;
  kl_chart_get_row (self->chart, (guint) wanted, &first, &last);
  for (guint i = 0; i < marks->len; i++)
    {
      int index = g_array_index (marks, KlChartMark, i).index;

      if (index < (int) first || index > (int) last)
        continue;
      if (direction > 0 && index >= wanted)
        return index;
      if (direction < 0 && index <= wanted)
        found = index;
    }
  return found;
}

/* Along its row, to one of its ends, or into another row. */
static int
find_step (KlChartWidget *self,
           int            from,
           int            step,
           gboolean       down)
{
  guint start = (guint) MAX (from, 0), first, last;
  int stride = kl_chart_get_stride (self->chart, start, step, down), wanted = from + stride;

  if (down)
    return wanted >= 0 && wanted < (int) kl_chart_get_n_marks (self->chart)
             ? find_seen (self, from, wanted, stride)
             : MAX (from, 0);

  kl_chart_get_row (self->chart, start, &first, &last);
  if (abs (step) > 1)
    return step < 0 ? find_seen (self, from, (int) first, 1) : find_seen (self, from, (int) last, -1);
  if (wanted >= (int) first && wanted <= (int) last)
    return find_seen (self, from, wanted, stride);
  return abs (stride) == 1 || from < 0 ? CLAMP (wanted, (int) first, (int) last) : from;
}

/* Pointer */

static void
activate_mark (KlChartWidget *self,
               int            index)
{
  g_autofree char *target = NULL;

  if (index < 0)
    return;

  target = g_strdup (kl_chart_get_target (self->chart, (guint) index));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, target);
}

static void
set_hovered (KlChartWidget *self,
             int            index)
{
  if (self->hovered == index)
    return;

  self->hovered = index;
  update_highlight (self);
}

static void
motion_cb (KlChartWidget *self,
           double         x,
           double         y)
{
  self->pointed = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  set_hovered (self, find_hovered (self));
}

static void
leave_cb (KlChartWidget *self)
{
  self->pointed = FALSE;
  set_hovered (self, -1);
}

static void
released_cb (KlChartWidget *self,
             int            n_press,
             double         x,
             double         y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_mark (self, find_mark_at (self, x, y));
}

/* Overrides */

static gboolean
kl_chart_widget_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    by_keyboard,
                               GtkTooltip *tooltip)
{
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  int index = by_keyboard ? find_highlight (self) : find_mark_at (self, x, y);
  g_autofree char *text = NULL;

  if (index < 0)
    return FALSE;

  text = kl_chart_dup_mark_text (self->chart, (guint) index);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
kl_chart_widget_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  KlChartWidget *self = KL_CHART_WIDGET (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->painter == NULL || width < 1 || height < 1)
    return;

  get_sheet (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  kl_chart_painter_paint (self->painter, cr);
  cairo_destroy (cr);
}

static void
kl_chart_widget_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  KlChartWidget *self = KL_CHART_WIDGET (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *natural = self->chart != NULL ? kl_chart_get_height (self->chart) : MINIMUM_HEIGHT;
  *minimum = *natural = MAX (*natural, MINIMUM_HEIGHT);
}

static void
kl_chart_widget_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kl_chart_widget_parent_class)->css_changed (widget, change);

  update_style (widget);
}

static void
kl_chart_widget_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (kl_chart_widget_parent_class)->direction_changed (widget, previous);

  update_style (widget);
}

static void
kl_chart_widget_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  KlChartWidget *self = KL_CHART_WIDGET (object);

  switch (prop_id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;

    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;

    case PROP_ZOOMED:
      g_value_set_boolean (value, !kl_chart_view_is_whole (kl_chart_widget_get_view (self)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_chart_widget_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHART:
      kl_chart_widget_set_chart (KL_CHART_WIDGET (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
forget_chart (KlChartWidget *self)
{
  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_func (self->chart, chart_changed_cb, self);
  g_clear_object (&self->painter);
  g_clear_object (&self->chart);
  kl_chart_memory_set_cursor (self->memory, NULL, -1);
  self->hovered = self->growing = -1;
}

static void
kl_chart_widget_dispose (GObject *object)
{
  KlChartWidget *self = KL_CHART_WIDGET (object);

  g_clear_object (&self->animation);
  forget_chart (self);

  G_OBJECT_CLASS (kl_chart_widget_parent_class)->dispose (object);
}

static void
kl_chart_widget_finalize (GObject *object)
{
  KlChartWidget *self = KL_CHART_WIDGET (object);

  kl_chart_memory_free (self->memory);
  g_free (self->details);

  G_OBJECT_CLASS (kl_chart_widget_parent_class)->finalize (object);
}

static void
go_to (KlChartWidget *self,
       int            index)
{
  self->pointed = FALSE;
  self->hovered = -1;
  kl_chart_memory_set_cursor (self->memory, self->chart, index);
  update_highlight (self);
}

/* As a canvas */

static gboolean
canvas_zoom (KlCanvas *canvas,
             double    factor,
             double    x,
             double    y)
{
  KlChartWidget *self = KL_CHART_WIDGET (canvas);

  if (self->chart == NULL || kl_chart_get_smallest_view (self->chart) >= 1)
    return FALSE;

  kl_chart_widget_zoom (self, x, factor);
  return TRUE;
}

static gboolean
canvas_pan (KlCanvas *canvas,
            double    dx,
            double    dy)
{
  KlChartWidget *self = KL_CHART_WIDGET (canvas);
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (kl_chart_view_is_whole (kl_chart_widget_get_view (self)) || width < 1 || fabs (dx) <= 0)
    return FALSE;

  kl_chart_widget_pan (self, dx / width);
  return TRUE;
}

/* Time runs from left to right in every language, so Left is always the earlier mark. From where the pointer rests, if
 * it rests on one: the next step follows on what is seen. */
static gboolean
canvas_step (KlCanvas *canvas,
             int       dx,
             int       dy)
{
  KlChartWidget *self = KL_CHART_WIDGET (canvas);
  int index = find_highlight (self);

  if (self->chart == NULL || kl_chart_get_n_marks (self->chart) == 0
      || kl_chart_get_stride (self->chart, (guint) MAX (index, 0), dx + dy, dy != 0) == 0)
    return FALSE;

  go_to (self, find_step (self, index, dx + dy, dy != 0));
  return TRUE;
}

/* Of the row that one is in. */
static gboolean
canvas_go_to_end (KlCanvas *canvas,
                  gboolean  last)
{
  KlChartWidget *self = KL_CHART_WIDGET (canvas);

  if (self->chart == NULL || kl_chart_get_n_marks (self->chart) == 0)
    return FALSE;

  go_to (self, find_step (self, find_highlight (self), last ? G_MAXINT16 : G_MININT16, FALSE));
  return TRUE;
}

static gboolean
canvas_show_whole (KlCanvas *canvas)
{
  KlChartWidget *self = KL_CHART_WIDGET (canvas);

  if (kl_chart_view_is_whole (kl_chart_widget_get_view (self)))
    return FALSE;

  kl_chart_widget_show_whole (self);
  return TRUE;
}

/* The highlighted mark, or the middle. */
static void
canvas_get_focus (KlCanvas *canvas,
                  double   *x,
                  double   *y)
{
  KlChartWidget *self = KL_CHART_WIDGET (canvas);
  int index = find_highlight (self);
  const KlChartMark *mark = index >= 0 ? kl_chart_sheet_get_mark (get_sheet (self), index) : NULL;

  *x = mark != NULL ? mark->x : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  *y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
canvas_activate (KlCanvas *canvas)
{
  activate_mark (KL_CHART_WIDGET (canvas), find_highlight (KL_CHART_WIDGET (canvas)));
}

static void
canvas_init (KlCanvasInterface *iface)
{
  iface->key_zoom = KEY_ZOOM;
  iface->zoom = canvas_zoom;
  iface->pan = canvas_pan;
  iface->step = canvas_step;
  iface->go_to_end = canvas_go_to_end;
  iface->show_whole = canvas_show_whole;
  iface->get_focus = canvas_get_focus;
  iface->activate = canvas_activate;
}

static void
kl_chart_widget_class_init (KlChartWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kl_chart_widget_dispose;
  object_class->finalize = kl_chart_widget_finalize;
  object_class->get_property = kl_chart_widget_get_property;
  object_class->set_property = kl_chart_widget_set_property;
  widget_class->snapshot = kl_chart_widget_snapshot;
  widget_class->measure = kl_chart_widget_measure;
  widget_class->css_changed = kl_chart_widget_css_changed;
  widget_class->direction_changed = kl_chart_widget_direction_changed;
  widget_class->query_tooltip = kl_chart_widget_query_tooltip;

  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, KL_TYPE_CHART,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOMED] = g_param_spec_boolean ("zoomed", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KlChartWidget::activated:
   * @self: a chart
   * @target: (nullable): the id of what the mark is about that was clicked, or highlighted when Return was pressed
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  kl_canvas_keys_add (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kl_chart_widget_init (KlChartWidget *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->memory = kl_chart_memory_new ();
  self->hovered = self->growing = -1;
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
 * kl_chart_widget_new:
 *
 * Returns: (transfer floating): a chart of nothing yet
 */
GtkWidget *
kl_chart_widget_new (void)
{
  return g_object_new (KL_TYPE_CHART_WIDGET, NULL);
}

/**
 * kl_chart_widget_set_chart:
 * @self: a widget
 * @chart: (nullable): what to show; the widget follows it
 */
void
kl_chart_widget_set_chart (KlChartWidget *self,
                           KlChart       *chart)
{
  gboolean was_zoomed;

  g_return_if_fail (KL_IS_CHART_WIDGET (self));

  if (self->chart == chart)
    return;

  was_zoomed = !kl_chart_view_is_whole (kl_chart_widget_get_view (self));
  forget_chart (self);
  if (chart != NULL)
    {
      self->chart = g_object_ref (chart);
      self->painter = kl_chart_painter_new (chart);
      g_signal_connect_swapped (chart, "changed", G_CALLBACK (chart_changed_cb), self);
    }

  kl_chart_memory_update (self->memory, chart);
  update_style (GTK_WIDGET (self));
  update_highlight (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
  if (was_zoomed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOMED]);
}

/**
 * kl_chart_widget_get_details:
 * @self: a widget
 *
 * Returns: (nullable) (transfer none): the highlighted mark in words; the whole chart where none is highlighted
 */
const char *
kl_chart_widget_get_details (KlChartWidget *self)
{
  g_return_val_if_fail (KL_IS_CHART_WIDGET (self), NULL);

  return self->details;
}

/**
 * kl_chart_widget_get_view:
 * @self: a widget
 *
 * Returns: the part of the chart that is seen
 */
KlChartView
kl_chart_widget_get_view (KlChartWidget *self)
{
  g_return_val_if_fail (KL_IS_CHART_WIDGET (self), KL_CHART_VIEW_WHOLE);

  return self->painter != NULL ? kl_chart_painter_get_view (self->painter) : KL_CHART_VIEW_WHOLE;
}

/**
 * kl_chart_widget_show_whole:
 * @self: a widget
 *
 * The way back: shows the whole chart again.
 */
void
kl_chart_widget_show_whole (KlChartWidget *self)
{
  g_return_if_fail (KL_IS_CHART_WIDGET (self));

  if (self->painter != NULL)
    set_view (self, KL_CHART_VIEW_WHOLE);
}

/**
 * kl_chart_widget_zoom:
 * @self: a widget
 * @x: what stays in its place, in pixels from the left
 * @factor: how much larger things are to become; below 1 for smaller
 */
void
kl_chart_widget_zoom (KlChartWidget *self,
                      double         x,
                      double         factor)
{
  const cairo_rectangle_t *plot;
  double point;

  g_return_if_fail (KL_IS_CHART_WIDGET (self));

  if (self->painter == NULL)
    return;

  plot = &get_sheet (self)->plot;
  point = plot->width > 0 ? (x - plot->x) / plot->width : 0.5;
  set_view (self, kl_chart_view_zoom (kl_chart_painter_get_view (self->painter), point, factor,
                                      kl_chart_get_smallest_view (self->chart)));
}

/**
 * kl_chart_widget_pan:
 * @self: a widget
 * @parts: how far to go to the right, in parts of what is seen; below 0 for left
 */
void
kl_chart_widget_pan (KlChartWidget *self,
                     double         parts)
{
  g_return_if_fail (KL_IS_CHART_WIDGET (self));

  if (self->painter != NULL)
    set_view (self, kl_chart_view_pan (kl_chart_painter_get_view (self->painter), parts));
}
