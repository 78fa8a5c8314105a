/* kl-score-entry.c: a score that may be left out, with the word and shape of its band beside it
 *
 * Empty means “none”, which a spin button cannot say, and “75–85” is a range. Up and Down change it by 1, Page Up and
 * Page Down by 10. With a slider below, that follows what is written, and writes where it is moved to.
 */

#include "config.h"

#include "kl-score-entry.h"

#include <glib/gi18n.h>

#include "recall/kl-score-text.h"

struct _KlScoreEntry
{
  AdwBin parent_instance;

  KlPlan *plan;
  GtkEntry *entry;
  GtkLabel *band;
  GtkScale *scale;
  gboolean setting;
  gboolean sliding;
};

G_DEFINE_FINAL_TYPE (KlScoreEntry, kl_score_entry, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_HAS_SLIDER,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* A slider always stands somewhere; without a score it is dimmed, and says so. */
static void
update_slider (KlScoreEntry *self)
{
  KlScore score = kl_score_entry_get_score (self);
  g_autofree char *words = kl_score_is_set (score) && self->plan != NULL ? kl_score_text_describe (self->plan, score)
                                                                         : g_strdup (_("No score"));

  if (!self->sliding)
    {
      gboolean setting = self->setting;

      self->setting = TRUE;
      gtk_range_set_value (GTK_RANGE (self->scale), kl_score_is_set (score) ? kl_score_get_value (score) : 0);
      self->setting = setting;
    }
  if (kl_score_is_set (score))
    gtk_widget_remove_css_class (GTK_WIDGET (self->scale), "kl-unset");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->scale), "kl-unset");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
update_band (KlScoreEntry *self)
{
  gboolean valid;
  KlScore score = kl_score_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &valid);
  KlBand *band = self->plan != NULL ? kl_plan_find_band (self->plan, kl_score_get_value (score)) : NULL;
  g_autofree char *text = NULL;

  if (!valid)
    text = g_strdup (_("0 to 100"));
  else if (band != NULL)
    text = g_strdup_printf ("%s %s", kl_score_text_get_shape (self->plan, score), kl_band_get_name (band));

  gtk_label_set_text (self->band, text != NULL ? text : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  update_slider (self);
}

static void
slid_cb (KlScoreEntry *self)
{
  g_autofree char *text = NULL;

  if (self->setting)
    return;

  text = g_strdup_printf ("%.0f", gtk_range_get_value (GTK_RANGE (self->scale)));
  self->sliding = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->sliding = FALSE;
}

static void
changed_cb (KlScoreEntry *self)
{
  update_band (self);
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
step (KlScoreEntry *self,
      double        by)
{
  KlScore score = kl_score_entry_get_score (self);
  double value = kl_score_is_set (score) ? kl_score_get_value (score) + by : 50;
  g_autofree char *text = g_strdup_printf ("%.0f", CLAMP (value, 0, 100));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static gboolean
key_pressed_cb (KlScoreEntry    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      step (self, 10);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      step (self, -10);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
kl_score_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KL_SCORE_ENTRY (widget)->entry));
}

static void
kl_score_entry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_HAS_SLIDER)
    g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (KL_SCORE_ENTRY (object)->scale)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_score_entry_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_HAS_SLIDER)
    gtk_widget_set_visible (GTK_WIDGET (KL_SCORE_ENTRY (object)->scale), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_score_entry_dispose (GObject *object)
{
  g_clear_object (&KL_SCORE_ENTRY (object)->plan);

  G_OBJECT_CLASS (kl_score_entry_parent_class)->dispose (object);
}

static void
kl_score_entry_class_init (KlScoreEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = kl_score_entry_get_property;
  G_OBJECT_CLASS (klass)->set_property = kl_score_entry_set_property;
  G_OBJECT_CLASS (klass)->dispose = kl_score_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = kl_score_entry_grab_focus;

  properties[PROP_HAS_SLIDER] = g_param_spec_boolean ("has-slider", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /* The person changed it; setting it by code is silent. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_SCORE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

/* Scrolling a page must not change a score that comes under the pointer. */
static void
ignore_scrolling (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
create_slider (KlScoreEntry *self)
{
  self->scale = GTK_SCALE (gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, 1));
  gtk_scale_set_draw_value (self->scale, FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), 0);
  gtk_range_set_increments (GTK_RANGE (self->scale), 1, 10);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scale), "kl-score-slider");
  ignore_scrolling (GTK_WIDGET (self->scale));
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (slid_cb), self);
}

static void
kl_score_entry_init (KlScoreEntry *self)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_placeholder_text (self->entry, "–");
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);

  self->band = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->band, 0);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("%"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->band));
  create_slider (self);
  gtk_box_append (GTK_BOX (rows), box);
  gtk_box_append (GTK_BOX (rows), GTK_WIDGET (self->scale));
  gtk_widget_set_valign (rows, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), rows);
  kl_score_entry_set_label (self, _("Score"));
}

/**
 * kl_score_entry_new:
 *
 * Returns: (transfer floating): an entry without a score
 */
GtkWidget *
kl_score_entry_new (void)
{
  return g_object_new (KL_TYPE_SCORE_ENTRY, NULL);
}

/**
 * kl_score_entry_set_plan:
 * @self: an entry
 * @plan: the plan whose bands name the score
 */
void
kl_score_entry_set_plan (KlScoreEntry *self,
                         KlPlan       *plan)
{
  g_return_if_fail (KL_IS_SCORE_ENTRY (self));

  g_set_object (&self->plan, plan);
  update_band (self);
}

/**
 * kl_score_entry_set_label:
 * @self: an entry
 * @label: what the score is, for those who do not see what stands beside it
 */
void
kl_score_entry_set_label (KlScoreEntry *self,
                          const char   *label)
{
  g_return_if_fail (KL_IS_SCORE_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry),
                               _("0 to 100, a range such as 75–85, or nothing. Up and Down change it"));
}

/**
 * kl_score_entry_get_score:
 * @self: an entry
 *
 * Returns: the score, not set where nothing valid is written
 */
KlScore
kl_score_entry_get_score (KlScoreEntry *self)
{
  gboolean valid;

  g_return_val_if_fail (KL_IS_SCORE_ENTRY (self), KL_SCORE_NONE);

  return kl_score_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &valid);
}

/**
 * kl_score_entry_set_score:
 * @self: an entry
 * @score: a score, or none
 */
void
kl_score_entry_set_score (KlScoreEntry *self,
                          KlScore       score)
{
  g_autofree char *text = NULL;

  g_return_if_fail (KL_IS_SCORE_ENTRY (self));

  if (kl_score_is_range (score))
    text = g_strdup_printf ("%.3g–%.3g", score.low, score.high);
  else if (kl_score_is_set (score))
    text = g_strdup_printf ("%.3g", score.low);

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->setting = FALSE;
}

/**
 * kl_score_entry_get_valid:
 * @self: an entry
 *
 * Returns: whether what is written is a score from 0 to 100, or nothing
 */
gboolean
kl_score_entry_get_valid (KlScoreEntry *self)
{
  gboolean valid;

  g_return_val_if_fail (KL_IS_SCORE_ENTRY (self), FALSE);

  kl_score_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &valid);
  return valid;
}
