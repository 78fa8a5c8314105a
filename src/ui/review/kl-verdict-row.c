/* kl-verdict-row.c: a point and what the explanation did with it: 1 covered, 2 partly, 3 missed, 0 unset */

#include "config.h"

#include "kl-verdict-row.h"

#include <glib/gi18n.h>

struct _KlVerdictRow
{
  GtkListBoxRow parent_instance;

  KlPoint *point;
  GtkLabel *text;
  GtkToggleButton *buttons[KL_VERDICT_MISSED + 1];
  KlVerdictValue value;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KlVerdictRow, kl_verdict_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Points that are nested deeper stand no further in, which leaves them room on a narrow window. */
#define MAX_INDENT 3

static void
update_name (KlVerdictRow *self)
{
  const char *text = kl_point_get_text (self->point);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->text, text != NULL ? text : "");
  name = g_strdup_printf ("%s: %s", text != NULL ? text : "", kl_verdict_row_get_word (self->value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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

  return GDK_EVENT_PROPAGATE;
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

  /* The person chose a verdict; the argument is whether by a key that goes on to the next point. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KL_TYPE_VERDICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
kl_verdict_row_init (KlVerdictRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->text, 0);

  gtk_widget_add_css_class (choices, "linked");
  gtk_widget_set_halign (choices, GTK_ALIGN_START);
  for (int value = KL_VERDICT_COVERED; value <= KL_VERDICT_MISSED; value++)
    {
      g_autofree char *label = g_strdup_printf ("%s %s", kl_verdict_row_get_glyph ((KlVerdictValue) value),
                                                kl_verdict_row_get_word ((KlVerdictValue) value));
      GtkWidget *words = gtk_label_new (label);

      /* Large letters on a narrow window: the sign is what stays. */
      gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
      self->buttons[value] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      gtk_button_set_child (GTK_BUTTON (self->buttons[value]), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[value]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->buttons[value]), kl_verdict_row_get_key ((KlVerdictValue) value));
      gtk_widget_add_css_class (GTK_WIDGET (self->buttons[value]), "kl-verdict");
      g_signal_connect_swapped (self->buttons[value], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->buttons[value]));
    }

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), choices);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
 * kl_verdict_row_get_glyph:
 * @value: a verdict
 *
 * Returns: (transfer none): a sign for it
 */
const char *
kl_verdict_row_get_glyph (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return "✓";
    case KL_VERDICT_PARTLY:
      return "~";
    case KL_VERDICT_MISSED:
      return "✗";
    case KL_VERDICT_UNSET:
    default:
      return "";
    }
}

/**
 * kl_verdict_row_get_word:
 * @value: a verdict
 *
 * Returns: (transfer none): the word for it
 */
const char *
kl_verdict_row_get_word (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return _("Covered");
    case KL_VERDICT_PARTLY:
      return _("Partly");
    case KL_VERDICT_MISSED:
      return _("Missed");
    case KL_VERDICT_UNSET:
    default:
      return _("No verdict yet");
    }
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
