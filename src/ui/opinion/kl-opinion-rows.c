/* kl-opinion-rows.c: whether and whom to ask for a second opinion, in the preferences
 *
 * The key is for the server of the address that stands there when it is entered. It is never shown again.
 */

#include "config.h"

#include "kl-opinion-rows.h"

#include <glib/gi18n.h>

struct _KlOpinionRows
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *switch_row;
  GtkSwitch *on;
  GtkEditable *address;
  GtkEditable *model;
  GtkEditable *key;
  GtkWidget *forget;
  GtkLabel *words;
  char *standing; /* what became of the key that was entered last */

  KlOpinionSettings *settings;
  KlKeyStore *keys;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KlOpinionRows, kl_opinion_rows, ADW_TYPE_PREFERENCES_GROUP)

/* What is wrong with the address or the model, or why a key cannot go there; else what became of the key. */
static void
say (KlOpinionRows *self,
     const char    *problem)
{
  const char *words = problem != NULL ? problem : self->standing;

  gtk_label_set_label (self->words, words != NULL ? words : "");
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
}

static void
check (KlOpinionRows *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlEndpoint) endpoint = kl_opinion_settings_new_endpoint (self->settings, &error);
  gboolean on = kl_opinion_settings_get_on (self->settings);

  gtk_widget_set_sensitive (GTK_WIDGET (self->key), on && endpoint != NULL && kl_endpoint_may_have_key (endpoint));
  gtk_widget_set_sensitive (self->forget, on && endpoint != NULL);
  if (on && endpoint == NULL)
    say (self, error->message);
  else if (on && !kl_endpoint_may_have_key (endpoint))
    say (self, _("The connection to this address is not encrypted: others on the network can read what is sent, so no "
                 "key is sent there. With https:// it would be."));
  else
    say (self, NULL);
}

static void
set_standing (KlOpinionRows *self,
              const char    *standing)
{
  char *copy = g_strdup (standing);

  g_free (self->standing);
  self->standing = copy;
  check (self);
}

static void
show_text (GtkEditable *row,
           const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (row), text) != 0)
    gtk_editable_set_text (row, text);
}

static void
update (KlOpinionRows *self)
{
  g_autofree char *address = kl_opinion_settings_dup_address (self->settings);
  g_autofree char *model = kl_opinion_settings_dup_model (self->settings);
  gboolean on = kl_opinion_settings_get_on (self->settings);

  self->is_showing = TRUE;
  gtk_switch_set_active (self->on, on);
  show_text (self->address, address);
  show_text (self->model, model);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->model), on);
  check (self);
}

static void
switched_cb (KlOpinionRows *self)
{
  if (!self->is_showing)
    kl_opinion_settings_set_on (self->settings, gtk_switch_get_active (self->on));
}

static void
address_cb (KlOpinionRows *self)
{
  if (self->is_showing)
    return;
  /* It may be that of another server, whose key is not this one. */
  set_standing (self, NULL);
  kl_opinion_settings_set_address (self->settings, gtk_editable_get_text (self->address));
}

static void
model_cb (KlOpinionRows *self)
{
  if (!self->is_showing)
    kl_opinion_settings_set_model (self->settings, gtk_editable_get_text (self->model));
}

typedef struct
{
  KlOpinionRows *rows;
  char *sentence;
} Storing;

static void
storing_free (Storing *self)
{
  g_object_unref (self->rows);
  g_free (self->sentence);
  g_free (self);
}

/* It is never shown again; the button to apply it goes with it. */
static void
clear_key (KlOpinionRows *self)
{
  gtk_editable_set_text (self->key, "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->key), FALSE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->key), TRUE);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Storing *storing = user_data;
  g_autoptr(GError) error = NULL;
  gboolean stored = kl_key_store_store_finish (KL_KEY_STORE (object), result, &error);

  if (storing->rows->settings != NULL)
    {
      set_standing (storing->rows, stored ? storing->sentence : error->message);
      if (stored)
        clear_key (storing->rows);
    }
  storing_free (storing);
}

static void
store (KlOpinionRows *self,
       const char    *key)
{
  g_autoptr(KlEndpoint) endpoint = kl_opinion_settings_new_endpoint (self->settings, NULL);
  Storing *storing;

  if (endpoint == NULL || (key != NULL && !kl_endpoint_may_have_key (endpoint)))
    return;
  storing = g_new0 (Storing, 1);
  storing->rows = g_object_ref (self);
  storing->sentence = g_strdup_printf (key != NULL ? _("The key for %s is in the keyring.")
                                                   : _("No key is kept for %s any more."),
                                       kl_endpoint_get_server (endpoint));
  kl_key_store_store_async (self->keys, kl_endpoint_get_origin (endpoint), key, NULL, stored_cb, storing);
}

static void
key_cb (KlOpinionRows *self)
{
  g_autofree char *key = g_strstrip (g_strdup (gtk_editable_get_text (self->key)));

  if (*key != '\0')
    store (self, key);
}

static void
forget_cb (KlOpinionRows *self)
{
  store (self, NULL);
}

static void
kl_opinion_rows_dispose (GObject *object)
{
  KlOpinionRows *self = KL_OPINION_ROWS (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->standing, g_free);

  G_OBJECT_CLASS (kl_opinion_rows_parent_class)->dispose (object);
}

static void
kl_opinion_rows_class_init (KlOpinionRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_opinion_rows_dispose;
}

static void
add_switch (KlOpinionRows *self)
{
  self->switch_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->on = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->switch_row), _("Offer a second opinion"));
  adw_action_row_set_subtitle (self->switch_row,
                               _("By a language model on a server that you choose, only when you ask for it"));
  adw_action_row_set_title_lines (self->switch_row, 0);
  adw_action_row_set_subtitle_lines (self->switch_row, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->on), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->switch_row, GTK_WIDGET (self->on));
  adw_action_row_set_activatable_widget (self->switch_row, GTK_WIDGET (self->on));
  /* The keyboard goes to the switch. */
  gtk_widget_set_focusable (GTK_WIDGET (self->switch_row), FALSE);
  g_signal_connect_object (self->on, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->switch_row));
}

static GtkEditable *
add_entry (KlOpinionRows *self,
           GtkWidget     *row,
           const char    *title,
           GCallback      changed)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (changed != NULL)
    g_signal_connect_object (row, "changed", changed, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return GTK_EDITABLE (row);
}

static void
add_key (KlOpinionRows *self)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  self->key = add_entry (self, row, _("Key, if the server wants one"), NULL);
  g_signal_connect_object (row, "apply", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  self->forget = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (self->forget, _("Forget the Key of This Server"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->forget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Forget the Key of This Server"), -1);
  gtk_widget_set_valign (self->forget, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->forget, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), self->forget);
  g_signal_connect_object (self->forget, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
}

/* It stays there when it says nothing: what comes and goes, not every screen reader finds. */
static void
add_words (KlOpinionRows *self)
{
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->words), 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->words));
}

static void
kl_opinion_rows_init (KlOpinionRows *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Second Opinion"));
  self->is_showing = TRUE;
  add_switch (self);
  self->address = add_entry (self, adw_entry_row_new (), _("Address, such as http://localhost:11434/v1"),
                             G_CALLBACK (address_cb));
  self->model = add_entry (self, adw_entry_row_new (), _("Model"), G_CALLBACK (model_cb));
  add_key (self);
  add_words (self);
  self->is_showing = FALSE;
}

/**
 * kl_opinion_rows_new:
 * @settings: what they show and set at once
 * @keys: where keys are kept
 *
 * Returns: (transfer floating): the rows
 */
GtkWidget *
kl_opinion_rows_new (KlOpinionSettings *settings,
                     KlKeyStore        *keys)
{
  KlOpinionRows *self = g_object_new (KL_TYPE_OPINION_ROWS, NULL);

  self->settings = g_object_ref (settings);
  self->keys = g_object_ref (keys);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self), kl_opinion_settings_are_there (settings));
  update (self);
  return GTK_WIDGET (self);
}
