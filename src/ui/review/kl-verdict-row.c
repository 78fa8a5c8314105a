/* kl-verdict-row.c: a point and what the explanation did with it: 1 covered, 2 partly, 3 missed, 0 unset
 *
 * What is suggested is drawn and told as such until the person says something: Return says the same.
 */

#include "config.h"

#include "kl-verdict-row.h"

#include "recall/kl-verdict-text.h"

#include <glib/gi18n.h>

struct _KlVerdictRow
{
  GtkListBoxRow parent_instance;

  KlPoint *point;
  GtkLabel *text;
  GtkLabel *caption;
  GtkToggleButton *buttons[KL_VERDICT_MISSED + 1];
  KlVerdictValue value;
  KlVerdictValue suggested;
  char *why;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KlVerdictRow, kl_verdict_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ENTERED,
  SIGNAL_SHOW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Points that are nested deeper stand no further in, which leaves them room on a narrow window. */
#define MAX_INDENT 3

static const char *
get_suggestion (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return _("Suggested: covered");
    case KL_VERDICT_PARTLY:
      return _("Suggested: partly");
    case KL_VERDICT_MISSED:
      return _("Suggested: missed");
    case KL_VERDICT_UNSET:
    default:
      return "";
    }
}

static char *
dup_name (KlVerdictRow *self)
{
  const char *text = kl_point_get_text (self->point);
  const char *verdict = self->value == KL_VERDICT_UNSET && self->suggested != KL_VERDICT_UNSET
                            ? get_suggestion (self->suggested)
                            : kl_verdict_text_get_word (self->value);

  return g_strdup_printf ("%s: %s", text != NULL ? text : "", verdict);
}

/* What is suggested, as long as the person has said nothing, and why it is not more. */
static char *
dup_caption (KlVerdictRow *self)
{
  gboolean is_suggested = self->value == KL_VERDICT_UNSET && self->suggested != KL_VERDICT_UNSET;

  if (is_suggested && self->why != NULL)
    return g_strdup_printf ("%s · %s", get_suggestion (self->suggested), self->why);
  return g_strdup (is_suggested ? get_suggestion (self->suggested) : self->why);
}

static void
update_name (KlVerdictRow *self)
{
  const char *text = kl_point_get_text (self->point);
  g_autofree char *name = dup_name (self);
  g_autofree char *caption = dup_caption (self);

  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (int value = KL_VERDICT_COVERED; value <= KL_VERDICT_MISSED; value++)
    {
      if (self->value == KL_VERDICT_UNSET && value == (int) self->suggested)
        gtk_widget_add_css_class (GTK_WIDGET (self->buttons[value]), "kl-suggested");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->buttons[value]), "kl-suggested");
    }
}

static void
choose (KlVerdictRow   *self,
        KlVerdictValue  value,
        gboolean        by_key)
{
  kl_verdict_row_set_value (self, value);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, by_key);
}

static void
toggled_cb (KlVerdictRow    *self,
            GtkToggleButton *button)
{
  if (self->setting)
    return;

  for (int value = KL_VERDICT_COVERED; value <= KL_VERDICT_MISSED; value++)
    if (self->buttons[value] == button)
      choose (self, gtk_toggle_button_get_active (button) ? (KlVerdictValue) value : KL_VERDICT_UNSET, FALSE);
}

/* Return agrees with what is suggested, and goes on. */
static gboolean
agree (KlVerdictRow *self)
{
  KlVerdictValue value = self->value != KL_VERDICT_UNSET ? self->value : self->suggested;

  if (value == KL_VERDICT_UNSET)
    return GDK_EVENT_PROPAGATE;

  choose (self, value, TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (KlVerdictRow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  for (int value = KL_VERDICT_UNSET; value <= KL_VERDICT_MISSED; value++)
    if (keyval == gdk_keyval_from_name (kl_verdict_row_get_key ((KlVerdictValue) value))
        || keyval == GDK_KEY_KP_0 + (guint) value)
      {
        choose (self, (KlVerdictValue) value, value != KL_VERDICT_UNSET);
        return GDK_EVENT_STOP;
      }

  /* On a button of the row these press it. */
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return agree (self);
  if (keyval != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_SHOW], 0);
  return GDK_EVENT_STOP;
}

static void
entered_cb (KlVerdictRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
kl_verdict_row_finalize (GObject *object)
{
  g_free (KL_VERDICT_ROW (object)->why);

  G_OBJECT_CLASS (kl_verdict_row_parent_class)->finalize (object);
}

static void
kl_verdict_row_dispose (GObject *object)
{
  g_clear_object (&KL_VERDICT_ROW (object)->point);

  G_OBJECT_CLASS (kl_verdict_row_parent_class)->dispose (object);
}

static void
kl_verdict_row_class_init (KlVerdictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_verdict_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_verdict_row_finalize;

  /* The person chose a verdict; the argument is whether by a key that goes on to the next point. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KL_TYPE_VERDICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /* The keyboard came to it, or to one of its buttons. */
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", KL_TYPE_VERDICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /* By a key: what speaks for the point is to be shown. */
  signals[SIGNAL_SHOW] = g_signal_new ("show-evidence", KL_TYPE_VERDICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static GtkToggleButton *
create_button (KlVerdictRow   *self,
               KlVerdictValue  value)
{
  g_autofree char *label
    = g_strdup_printf ("%s %s", kl_verdict_text_get_glyph (value), kl_verdict_text_get_word (value));
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *button = gtk_toggle_button_new ();

  /* Large letters on a narrow window: the sign is what stays. */
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (button, kl_verdict_row_get_key (value));
  gtk_widget_add_css_class (button, "kl-verdict");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkLabel *
append_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
kl_verdict_row_init (KlVerdictRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = append_label (box);
  gtk_widget_add_css_class (choices, "linked");
  gtk_widget_set_halign (choices, GTK_ALIGN_START);
  for (int value = KL_VERDICT_COVERED; value <= KL_VERDICT_MISSED; value++)
    {
      self->buttons[value] = create_button (self, (KlVerdictValue) value);
      gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->buttons[value]));
    }
  gtk_box_append (GTK_BOX (box), choices);
  self->caption = append_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kl-verdict-row");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * kl_verdict_row_new:
 * @point: a point
 * @level: how deep it is nested
 *
 * Returns: (transfer floating): a row without a verdict
 */
GtkWidget *
kl_verdict_row_new (KlPoint *point,
                    guint    level)
{
  KlVerdictRow *self = g_object_new (KL_TYPE_VERDICT_ROW, NULL);
  int indent = 24 * (int) MIN (level, MAX_INDENT);

  self->point = g_object_ref (point);
  gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)), 12 + indent);
  g_signal_connect_object (point, "notify::text", G_CALLBACK (update_name), self, G_CONNECT_SWAPPED);
  update_name (self);
  return GTK_WIDGET (self);
}

/**
 * kl_verdict_row_get_point:
 * @self: a row
 *
 * Returns: (transfer none): its point
 */
KlPoint *
kl_verdict_row_get_point (KlVerdictRow *self)
{
  g_return_val_if_fail (KL_IS_VERDICT_ROW (self), NULL);

  return self->point;
}

/**
 * kl_verdict_row_get_value:
 * @self: a row
 *
 * Returns: the verdict
 */
KlVerdictValue
kl_verdict_row_get_value (KlVerdictRow *self)
{
  g_return_val_if_fail (KL_IS_VERDICT_ROW (self), KL_VERDICT_UNSET);

  return self->value;
}

/**
 * kl_verdict_row_set_value:
 * @self: a row
 * @value: the verdict
 */
void
kl_verdict_row_set_value (KlVerdictRow   *self,
                          KlVerdictValue  value)
{
  g_return_if_fail (KL_IS_VERDICT_ROW (self));

  self->value = value;
  self->setting = TRUE;
  for (int i = KL_VERDICT_COVERED; i <= KL_VERDICT_MISSED; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == (int) value);
  self->setting = FALSE;
  update_name (self);
}

/**
 * kl_verdict_row_set_suggestion:
 * @self: a row
 * @value: the verdict that is suggested, %KL_VERDICT_UNSET for none
 * @why: (nullable): why it is not more
 * @quote: (nullable): the words that speak for the point
 *
 * What is suggested stays apart from the verdict that the person gives, and is shown until there is one.
 */
void
kl_verdict_row_set_suggestion (KlVerdictRow   *self,
                               KlVerdictValue  value,
                               const char     *why,
                               const char     *quote)
{
  g_autoptr(GString) description = g_string_new (NULL);

  g_return_if_fail (KL_IS_VERDICT_ROW (self));

  self->suggested = value;
  g_free (self->why);
  self->why = g_strdup (why);
  if (quote != NULL)
    /* Translators: %s is a quotation, in quotation marks */
    g_string_append_printf (description, _("Speaks for it: %s"), quote);
  if (why != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? "; " : "", why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
  update_name (self);
}

/**
 * kl_verdict_row_get_key:
 * @value: a verdict
 *
 * Returns: (transfer none): the name of the key that gives it
 */
const char *
kl_verdict_row_get_key (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return "1";
    case KL_VERDICT_PARTLY:
      return "2";
    case KL_VERDICT_MISSED:
      return "3";
    case KL_VERDICT_UNSET:
    default:
      return "0";
    }
}
