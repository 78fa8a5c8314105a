/* kl-score-chart.c: a score history that can be pointed at and stepped through
 *
 * One mark at a time is highlighted, by the pointer or by the keyboard; “details” says in words what it stands for.
 * Time runs from left to right in every language, so Left is always the earlier mark.
 */

#include "config.h"

#include "kl-score-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chart/kl-score-painter.h"
#include "kl-chart-look.h"

#define MINIMUM_WIDTH 240
#define NATURAL_WIDTH 560
#define MINIMUM_HEIGHT 160
#define NATURAL_HEIGHT 220
#define GROWTH_MILLISECONDS 400

struct _KlScoreChart
{
  GtkWidget parent_instance;

  KlScoreSeries *series;
  KlScorePainter *painter;
  AdwAnimation *animation;
  GPtrArray *known;

  KlAttempt *cursor;
  int hovered;
  char *details;
};

G_DEFINE_FINAL_TYPE (KlScoreChart, kl_score_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SERIES,
  PROP_DETAILS,
  N_PROPS,
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static int
find_highlight (KlScoreChart *self)
{
  if (self->series == NULL)
    return -1;
  if (self->hovered >= 0)
    return self->hovered;
  return gtk_widget_has_focus (GTK_WIDGET (self)) ? kl_score_series_find (self->series, self->cursor) : -1;
}

/* What is seen, what is said and what is heard change together. */
static void
update_highlight (KlScoreChart *self)
{
  int index = find_highlight (self);
  g_autofree char *summary = NULL;
  g_autofree char *label = NULL;
  g_autofree char *details = NULL;

  if (self->series != NULL)
    {
      summary = kl_score_series_dup_summary (self->series);
      details = index >= 0 ? kl_score_series_dup_mark_text (self->series, (guint) index) : g_strdup (summary);
      kl_score_painter_set_highlight (self->painter, index);
    }

  /* Translators: what a chart shows, said to whoever does not see it; %s is a sentence about the scores. */
  label = g_strdup_printf (_("Score history: %s"), index >= 0 ? details : summary != NULL ? summary : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary != NULL ? summary : "",
                                  -1);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->hovered >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (g_strcmp0 (self->details, details) == 0)
    return;
  g_free (self->details);
  self->details = g_steal_pointer (&details);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}

static void
update_style (GtkWidget *widget)
{
  KlScoreChart *self = KL_SCORE_CHART (widget);
  g_autoptr(KlChartStyle) style = kl_chart_look_get_style (widget);

  if (self->painter == NULL)
    return;

  kl_score_painter_set_style (self->painter, style);
  kl_score_painter_set_context (self->painter, gtk_widget_get_pango_context (widget));
  gtk_widget_queue_draw (widget);
}

static void
remember_marks (KlScoreChart *self)
{
  g_ptr_array_set_size (self->known, 0);
  for (guint i = 0; self->series != NULL && i < kl_score_series_get_n_marks (self->series); i++)
    g_ptr_array_add (self->known, g_object_ref (kl_score_series_get_mark (self->series, i)->attempt));
}

static void
grow_cb (double    value,
         gpointer  user_data)
{
  KlScoreChart *self = user_data;
  int index = self->known->len > 0 && self->series != NULL
              ? kl_score_series_find (self->series, g_object_get_data (G_OBJECT (self->animation), "attempt")) : -1;

  if (self->painter != NULL)
    kl_score_painter_set_growth (self->painter, index, value);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
grow_in (KlScoreChart *self,
         KlAttempt    *attempt)
{
  if (self->animation == NULL)
    self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GROWTH_MILLISECONDS,
                                               adw_callback_animation_target_new (grow_cb, self, NULL));

  g_object_set_data_full (G_OBJECT (self->animation), "attempt", g_object_ref (attempt), g_object_unref);
  /* Where animations are off this goes to the end at once. */
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

static void
series_changed_cb (KlScoreChart *self)
{
  guint n_marks = kl_score_series_get_n_marks (self->series);
  KlAttempt *added = NULL;

  for (guint i = 0; i < n_marks && n_marks == self->known->len + 1; i++)
    {
      KlAttempt *attempt = kl_score_series_get_mark (self->series, i)->attempt;

      if (!g_ptr_array_find (self->known, attempt, NULL))
        added = attempt;
    }

  remember_marks (self);
  if (added != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    grow_in (self, added);

  self->hovered = -1;
  update_highlight (self);
}

static gboolean
move_cursor_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  KlScoreChart *self = KL_SCORE_CHART (widget);
  int step = g_variant_get_int32 (arguments);
  int n_marks = self->series != NULL ? (int) kl_score_series_get_n_marks (self->series) : 0;
  int index;

  if (n_marks == 0)
    return GDK_EVENT_PROPAGATE;

  /* From where the pointer rests, if it rests on one: the next step follows on what is seen. */
  index = find_highlight (self);
  self->hovered = -1;
  index = step == G_MININT32 ? 0 : step == G_MAXINT32 ? n_marks - 1 : CLAMP (index + step, 0, n_marks - 1);
  g_set_object (&self->cursor, kl_score_series_get_mark (self->series, (guint) index)->attempt);
  update_highlight (self);
  return GDK_EVENT_STOP;
}

static void
activate_mark (KlScoreChart *self,
               int           index)
{
  g_autoptr(KlAttempt) attempt = NULL;

  if (index < 0)
    return;

  attempt = g_object_ref (kl_score_series_get_mark (self->series, (guint) index)->attempt);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, attempt);
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  KlScoreChart *self = KL_SCORE_CHART (widget);

  activate_mark (self, find_highlight (self));
  return GDK_EVENT_STOP;
}

static void
set_hovered (KlScoreChart *self,
             int           index)
{
  if (self->hovered == index)
    return;

  self->hovered = index;
  update_highlight (self);
}

static void
motion_cb (KlScoreChart *self,
           double        x,
           double        y)
{
  set_hovered (self, self->painter != NULL ? kl_score_painter_find_mark (self->painter, x, y) : -1);
}

static void
leave_cb (KlScoreChart *self)
{
  set_hovered (self, -1);
}

static void
released_cb (KlScoreChart *self,
             int           n_press,
             double        x,
             double        y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_mark (self, self->painter != NULL ? kl_score_painter_find_mark (self->painter, x, y) : -1);
}

static void
focus_cb (KlScoreChart *self)
{
  guint n_marks = self->series != NULL ? kl_score_series_get_n_marks (self->series) : 0;

  if (n_marks > 0 && kl_score_series_find (self->series, self->cursor) < 0)
    g_set_object (&self->cursor, kl_score_series_get_mark (self->series, n_marks - 1)->attempt);
  update_highlight (self);
}

static void
kl_score_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  KlScoreChart *self = KL_SCORE_CHART (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->painter == NULL || width < 1 || height < 1)
    return;

  kl_score_painter_set_size (self->painter, (double) width, (double) height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  kl_score_painter_paint (self->painter, cr);
  cairo_destroy (cr);
}

static void
kl_score_chart_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = horizontal ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
kl_score_chart_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kl_score_chart_parent_class)->css_changed (widget, change);

  update_style (widget);
}

static void
kl_score_chart_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (kl_score_chart_parent_class)->direction_changed (widget, previous);

  update_style (widget);
}

static void
kl_score_chart_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  KlScoreChart *self = KL_SCORE_CHART (object);

  switch (prop_id)
    {
    case PROP_SERIES:
      g_value_set_object (value, self->series);
      break;

    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_score_chart_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SERIES:
      kl_score_chart_set_series (KL_SCORE_CHART (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
forget_series (KlScoreChart *self)
{
  if (self->series != NULL)
    g_signal_handlers_disconnect_by_func (self->series, series_changed_cb, self);
  g_clear_object (&self->painter);
  g_clear_object (&self->series);
  g_clear_object (&self->cursor);
  g_ptr_array_set_size (self->known, 0);
  self->hovered = -1;
}

static void
kl_score_chart_dispose (GObject *object)
{
  KlScoreChart *self = KL_SCORE_CHART (object);

  g_clear_object (&self->animation);
  forget_series (self);

  G_OBJECT_CLASS (kl_score_chart_parent_class)->dispose (object);
}

static void
kl_score_chart_finalize (GObject *object)
{
  KlScoreChart *self = KL_SCORE_CHART (object);

  g_ptr_array_unref (self->known);
  g_free (self->details);

  G_OBJECT_CLASS (kl_score_chart_parent_class)->finalize (object);
}

static void
add_step (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          int             step)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cursor_cb, "i", step);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_cursor_cb, "i", step);
}

static void
kl_score_chart_class_init (KlScoreChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kl_score_chart_dispose;
  object_class->finalize = kl_score_chart_finalize;
  object_class->get_property = kl_score_chart_get_property;
  object_class->set_property = kl_score_chart_set_property;
  widget_class->snapshot = kl_score_chart_snapshot;
  widget_class->measure = kl_score_chart_measure;
  widget_class->css_changed = kl_score_chart_css_changed;
  widget_class->direction_changed = kl_score_chart_direction_changed;

  properties[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, KL_TYPE_SCORE_SERIES,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KlScoreChart::activated:
   * @self: a chart
   * @attempt: what the mark that was clicked, or highlighted when Return was pressed, stands for
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, KL_TYPE_ATTEMPT);

  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  add_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, G_MININT32);
  add_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT32);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "scorechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kl_score_chart_init (KlScoreChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->hovered = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  kl_chart_look_follow (GTK_WIDGET (self), update_style);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
  update_highlight (self);
}

/**
 * kl_score_chart_new:
 *
 * Returns: (transfer floating): a chart of nothing yet
 */
GtkWidget *
kl_score_chart_new (void)
{
  return g_object_new (KL_TYPE_SCORE_CHART, NULL);
}

/**
 * kl_score_chart_set_series:
 * @self: a chart
 * @series: (nullable): what to show; the chart follows it
 */
void
kl_score_chart_set_series (KlScoreChart  *self,
                           KlScoreSeries *series)
{
  g_return_if_fail (KL_IS_SCORE_CHART (self));

  if (self->series == series)
    return;

  forget_series (self);
  if (series != NULL)
    {
      self->series = g_object_ref (series);
      self->painter = kl_score_painter_new (series);
      g_signal_connect_swapped (series, "changed", G_CALLBACK (series_changed_cb), self);
    }

  remember_marks (self);
  update_style (GTK_WIDGET (self));
  focus_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}

/**
 * kl_score_chart_get_details:
 * @self: a chart
 *
 * Returns: (nullable) (transfer none): the highlighted mark in words; the whole chart where none is highlighted
 */
const char *
kl_score_chart_get_details (KlScoreChart *self)
{
  g_return_val_if_fail (KL_IS_SCORE_CHART (self), NULL);

  return self->details;
}
