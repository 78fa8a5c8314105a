/* kl-strategy-row.c: a way of studying or a band: its name and meaning, for a band its symbol and where it begins */

#include "config.h"

#include "kl-strategy-row.h"

#include <glib/gi18n.h>

#include "exchange/kl-phrase.h"
#include "model/kl-band.h"

struct _KlStrategyRow
{
  AdwExpanderRow parent_instance;

  KlRecord *record;
  GtkEditable *name;
  GtkEditable *meaning;
  GtkEditable *emoji; /* of a band */
  GtkSpinButton *low;
  AdwActionRow *low_row;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KlStrategyRow, kl_strategy_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_EDIT,
  SIGNAL_LOW,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static const char *
get_field (KlStrategyRow *self,
           AdwEntryRow   *entry)
{
  if (GTK_EDITABLE (entry) == self->name)
    return "name";
  return GTK_EDITABLE (entry) == self->emoji ? "emoji" : "meaning";
}

static void
show (KlStrategyRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *meaning = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_object_get (self->record, "name", &name, "meaning", &meaning, NULL);
  title = g_markup_escape_text (name != NULL ? name : "", -1);
  subtitle = g_markup_escape_text (meaning != NULL ? meaning : "", -1);
  if (KL_IS_BAND (self->record))
    {
      KlBand *band = KL_BAND (self->record);
      g_autofree char *range = g_strdup_printf (_("%.0f–%.0f %%"), kl_band_get_low (band), kl_band_get_high (band));
      const char *emoji = kl_band_get_emoji (band);
      g_autofree char *both = *subtitle != '\0' ? g_strjoin (" · ", range, subtitle, NULL) : g_strdup (range);

      g_free (subtitle);
      subtitle = g_steal_pointer (&both);
      if (emoji != NULL && *emoji != '\0')
        {
          g_autofree char *escaped = g_markup_escape_text (emoji, -1);
          char *pictured = g_strjoin (" ", escaped, title, NULL);

          g_free (title);
          title = pictured;
        }
      set_text (self->emoji, emoji);
      self->is_showing = TRUE;
      gtk_spin_button_set_value (self->low, kl_band_get_low (band));
      self->is_showing = FALSE;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  set_text (self->name, name);
  set_text (self->meaning, meaning);
}

/* Anything else would be a part of the name where the plan's document is read again. */
static gboolean
is_emoji (const char *text)
{
  g_autofree char *rest = kl_phrase_strip_emoji (text, NULL);

  return *rest == '\0';
}

static void
apply_cb (KlStrategyRow *self,
          AdwEntryRow   *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  const char *field = get_field (self, entry);

  /* Nothing is without a name. */
  if ((g_str_equal (field, "name") && *text == '\0') || (g_str_equal (field, "emoji") && !is_emoji (text)))
    show (self);
  else
    g_signal_emit (self, signals[SIGNAL_EDIT], 0, field, text);
}

static void
low_cb (KlStrategyRow *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_LOW], 0, gtk_spin_button_get_value_as_int (self->low));
}

static void
remove_cb (KlStrategyRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
kl_strategy_row_dispose (GObject *object)
{
  KlStrategyRow *self = KL_STRATEGY_ROW (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (kl_strategy_row_parent_class)->dispose (object);
}

static void
kl_strategy_row_class_init (KlStrategyRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_strategy_row_dispose;

  signals[SIGNAL_EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_LOW] = g_signal_new ("low", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkEditable *
add_entry (KlStrategyRow *self,
           const char    *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
  return GTK_EDITABLE (entry);
}

static void
add_low (KlStrategyRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->low = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 100, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->low), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->low), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Begins at"), -1);
  g_signal_connect_object (self->low, "value-changed", G_CALLBACK (low_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Begins at"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->low));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  self->low_row = ADW_ACTION_ROW (row);
}

static void
kl_strategy_row_init (KlStrategyRow *self)
{
}

/**
 * kl_strategy_row_new:
 * @record: a #KlBand or a #KlStudyKind
 *
 * It emits “edit” with the field “name”, “meaning” or “emoji” and the text, “low” with the score that a band shall
 * begin at, and “remove”; it changes nothing itself and follows @record.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kl_strategy_row_new (KlRecord *record)
{
  KlStrategyRow *self = g_object_new (KL_TYPE_STRATEGY_ROW, NULL);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Delete"));

  self->record = g_object_ref (record);
  self->name = add_entry (self, _("Name"));
  self->meaning = add_entry (self, _("Meaning"));
  if (KL_IS_BAND (record))
    self->emoji = add_entry (self, _("Emoji, such as 🟢"));
  if (KL_IS_BAND (record))
    add_low (self);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  g_signal_connect_swapped (record, "notify", G_CALLBACK (show), self);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * kl_strategy_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
KlRecord *
kl_strategy_row_get_record (KlStrategyRow *self)
{
  g_return_val_if_fail (KL_IS_STRATEGY_ROW (self), NULL);

  return self->record;
}

/**
 * kl_strategy_row_set_range:
 * @self: the row of a band
 * @lowest: the lowest score at which it may begin
 * @highest: the highest
 */
void
kl_strategy_row_set_range (KlStrategyRow *self,
                           int            lowest,
                           int            highest)
{
  g_autofree char *limits = NULL;

  g_return_if_fail (KL_IS_STRATEGY_ROW (self) && self->low != NULL);

  if (highest > lowest)
    /* Translators: where a band of scores may begin, so that no score is left out and none is in two bands */
    limits = g_strdup_printf (_("Between %d and %d, so that it meets the bands beside it"), lowest, highest);
  else if (highest == 0)
    limits = g_strdup (_("The lowest band always begins at 0"));
  else
    limits = g_strdup (_("The bands beside it leave no other place"));
  adw_action_row_set_subtitle (self->low_row, limits);

  self->is_showing = TRUE;
  gtk_spin_button_set_range (self->low, lowest, MAX (lowest, highest));
  gtk_spin_button_set_value (self->low, kl_band_get_low (KL_BAND (self->record)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->low), highest > lowest);
  self->is_showing = FALSE;
}
