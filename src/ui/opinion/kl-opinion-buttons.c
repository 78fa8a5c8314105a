/* kl-opinion-buttons.c: the ways to what somebody else says of an explanation
 *
 * The page has the actions, “review.second-opinion” and “review.paste-feedback”.
 */

#include "config.h"

#include "kl-opinion-buttons.h"

#include <glib/gi18n.h>

#include "kl-opinion-settings.h"

struct _KlOpinionButtons
{
  GtkBox parent_instance;

  GtkWidget *ask;
  KlOpinionSettings *settings;
};

G_DEFINE_FINAL_TYPE (KlOpinionButtons, kl_opinion_buttons, GTK_TYPE_BOX)

static void
update (KlOpinionButtons *self)
{
  gtk_widget_set_visible (self->ask, kl_opinion_settings_get_on (self->settings));
}

static GtkWidget *
add_button (KlOpinionButtons *self,
            const char       *label,
            const char       *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
kl_opinion_buttons_dispose (GObject *object)
{
  g_clear_object (&KL_OPINION_BUTTONS (object)->settings);

  G_OBJECT_CLASS (kl_opinion_buttons_parent_class)->dispose (object);
}

static void
kl_opinion_buttons_class_init (KlOpinionButtonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_opinion_buttons_dispose;
}

static void
kl_opinion_buttons_init (KlOpinionButtons *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->ask = add_button (self, _("Ask for a Second _Opinion…"), "review.second-opinion");
  add_button (self, _("_Paste Feedback…"), "review.paste-feedback");
  self->settings = kl_opinion_settings_new ();
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
