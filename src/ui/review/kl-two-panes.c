/* kl-two-panes.c: two parts of a page, side by side where there is room, else one below the other
 *
 * Side by side, each part scrolls for itself; stacked, they scroll as one, which a scrolled window in a scrolled window
 * cannot do: it does not know its height for a width. So the parts change places.
 */

#include "config.h"

#include "kl-two-panes.h"

/* From here on the two stand side by side. */
#define WIDE 700
#define PANE_WIDTH 320

struct _KlTwoPanes
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  GtkScrolledWindow *outer;
  GtkViewport *viewport;
  GtkBox *box;
  GtkScrolledWindow *start_pane;
  GtkSeparator *separator;
  GtkScrolledWindow *end_pane;
  guint relayout_source;
  gboolean wide;
  gboolean laid_out_wide;
};

G_DEFINE_FINAL_TYPE (KlTwoPanes, kl_two_panes, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
move_part (KlTwoPanes        *self,
           GtkWidget         *part,
           GtkScrolledWindow *pane,
           GtkWidget         *after)
{
  g_object_ref (part);
  if (self->wide)
    {
      gtk_box_remove (self->box, part);
      gtk_scrolled_window_set_child (pane, part);
    }
  else
    {
      gtk_scrolled_window_set_child (pane, NULL);
      gtk_box_insert_child_after (self->box, part, after);
    }
  gtk_widget_set_visible (GTK_WIDGET (pane), self->wide);
  g_object_unref (part);
}

static gboolean
relayout_cb (gpointer user_data)
{
  KlTwoPanes *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->relayout_source = 0;
  if (self->wide == self->laid_out_wide)
    return G_SOURCE_REMOVE;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box)))
    focus = NULL;
  self->laid_out_wide = self->wide;
  move_part (self, self->start, self->start_pane, NULL);
  move_part (self, self->end, self->end_pane, GTK_WIDGET (self->separator));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  self->wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->separator),
                                  self->wide ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_policy (self->outer, GTK_POLICY_EXTERNAL,
                                  self->wide ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  /* What would rather be higher is, where the parts need not share the height of the page. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (self->viewport),
                                     self->wide ? GTK_SCROLL_MINIMUM : GTK_SCROLL_NATURAL);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  return G_SOURCE_REMOVE;
}

static void
kl_two_panes_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  KlTwoPanes *self = KL_TWO_PANES (widget);

  gtk_widget_allocate (GTK_WIDGET (self->outer), width, height, baseline, NULL);
  if (self->wide == (width >= WIDE))
    return;

  /* Not while sizes are being given out. */
  self->wide = width >= WIDE;
  if (self->relayout_source == 0)
    self->relayout_source = g_idle_add_full (GTK_PRIORITY_RESIZE, relayout_cb, self, NULL);
}

static void
kl_two_panes_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (KL_TWO_PANES (widget)->outer), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
kl_two_panes_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  KlTwoPanes *self = KL_TWO_PANES (object);

  if (prop_id == PROP_START || prop_id == PROP_END)
    g_value_set_object (value, prop_id == PROP_START ? self->start : self->end);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_two_panes_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  KlTwoPanes *self = KL_TWO_PANES (object);

  switch (prop_id)
    {
    case PROP_START:
      self->start = g_value_get_object (value);
      gtk_scrolled_window_set_child (self->start_pane, self->start);
      break;
    case PROP_END:
      self->end = g_value_get_object (value);
      gtk_scrolled_window_set_child (self->end_pane, self->end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_two_panes_dispose (GObject *object)
{
  KlTwoPanes *self = KL_TWO_PANES (object);

  g_clear_handle_id (&self->relayout_source, g_source_remove);
  if (self->outer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->outer));
  self->outer = NULL;

  G_OBJECT_CLASS (kl_two_panes_parent_class)->dispose (object);
}

static void
kl_two_panes_class_init (KlTwoPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kl_two_panes_get_property;
  object_class->set_property = kl_two_panes_set_property;
  object_class->dispose = kl_two_panes_dispose;
  widget_class->measure = kl_two_panes_measure;
  widget_class->size_allocate = kl_two_panes_size_allocate;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkScrolledWindow *
append_pane (KlTwoPanes *self)
{
  GtkWidget *pane = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                  "width-request", PANE_WIDTH,
                                  "hscrollbar-policy", GTK_POLICY_NEVER,
                                  "hexpand", TRUE,
                                  "vexpand", TRUE,
                                  NULL);

  gtk_box_append (self->box, pane);
  return GTK_SCROLLED_WINDOW (pane);
}

static void
kl_two_panes_init (KlTwoPanes *self)
{
  self->wide = TRUE;
  self->laid_out_wide = TRUE;

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->start_pane = append_pane (self);
  self->separator = GTK_SEPARATOR (gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (self->box, GTK_WIDGET (self->separator));
  self->end_pane = append_pane (self);

  self->viewport = g_object_new (GTK_TYPE_VIEWPORT, "scroll-to-focus", TRUE, "child", self->box, NULL);
  self->outer = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                              "hscrollbar-policy", GTK_POLICY_EXTERNAL,
                              "vscrollbar-policy", GTK_POLICY_NEVER,
                              "child", self->viewport,
                              NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));
}
