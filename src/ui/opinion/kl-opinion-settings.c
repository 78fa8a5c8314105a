/* kl-opinion-settings.c: whether, where and whom the person wants to ask for a second opinion */

#include "config.h"

#include "kl-opinion-settings.h"

#include "ui/page/kl-settings.h"

#define ON      "opinion"
#define ADDRESS "opinion-address"
#define MODEL   "opinion-model"
#define AGREED  "opinion-agreed"

struct _KlOpinionSettings
{
  GObject parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (KlOpinionSettings, kl_opinion_settings, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (KlOpinionSettings *self,
            const char        *key)
{
  if (g_str_has_prefix (key, ON))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kl_opinion_settings_dispose (GObject *object)
{
  g_clear_object (&KL_OPINION_SETTINGS (object)->settings);

  G_OBJECT_CLASS (kl_opinion_settings_parent_class)->dispose (object);
}

static void
kl_opinion_settings_class_init (KlOpinionSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_opinion_settings_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_OPINION_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_opinion_settings_init (KlOpinionSettings *self)
{
  self->settings = kl_settings_new ("com.example.KLearn", NULL);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_opinion_settings_new:
 *
 * Returns: (transfer full): the settings, which tell of changes made elsewhere, too
 */
KlOpinionSettings *
kl_opinion_settings_new (void)
{
  return g_object_new (KL_TYPE_OPINION_SETTINGS, NULL);
}

/**
 * kl_opinion_settings_are_there:
 * @self: the settings
 *
 * Returns: whether anything can be set
 */
gboolean
kl_opinion_settings_are_there (KlOpinionSettings *self)
{
  g_return_val_if_fail (KL_IS_OPINION_SETTINGS (self), FALSE);

  return self->settings != NULL;
}

/**
 * kl_opinion_settings_get_on:
 * @self: the settings
 *
 * Returns: whether the person switched it on
 */
gboolean
kl_opinion_settings_get_on (KlOpinionSettings *self)
{
  g_return_val_if_fail (KL_IS_OPINION_SETTINGS (self), FALSE);

  return self->settings != NULL && g_settings_get_boolean (self->settings, ON);
}

/**
 * kl_opinion_settings_set_on:
 * @self: the settings
 * @on: whether the person wants it
 */
void
kl_opinion_settings_set_on (KlOpinionSettings *self,
                            gboolean           on)
{
  g_return_if_fail (KL_IS_OPINION_SETTINGS (self));

  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, ON, on);
}

static char *
dup_value (KlOpinionSettings *self,
           const char        *key)
{
  return self->settings != NULL ? g_settings_get_string (self->settings, key) : g_strdup ("");
}

static void
set_value (KlOpinionSettings *self,
           const char        *key,
           const char        *value)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, key, value);
}

/**
 * kl_opinion_settings_dup_address:
 * @self: the settings
 *
 * Returns: (transfer full): the address, as the person entered it
 */
char *
kl_opinion_settings_dup_address (KlOpinionSettings *self)
{
  g_return_val_if_fail (KL_IS_OPINION_SETTINGS (self), NULL);

  return dup_value (self, ADDRESS);
}

/**
 * kl_opinion_settings_set_address:
 * @self: the settings
 * @address: as the person enters it
 */
void
kl_opinion_settings_set_address (KlOpinionSettings *self,
                                 const char        *address)
{
  g_return_if_fail (KL_IS_OPINION_SETTINGS (self));

  set_value (self, ADDRESS, address);
}

/**
 * kl_opinion_settings_dup_model:
 * @self: the settings
 *
 * Returns: (transfer full): the model, as the person entered it
 */
char *
kl_opinion_settings_dup_model (KlOpinionSettings *self)
{
  g_return_val_if_fail (KL_IS_OPINION_SETTINGS (self), NULL);

  return dup_value (self, MODEL);
}

/**
 * kl_opinion_settings_set_model:
 * @self: the settings
 * @model: as the person enters it
 */
void
kl_opinion_settings_set_model (KlOpinionSettings *self,
                               const char        *model)
{
  g_return_if_fail (KL_IS_OPINION_SETTINGS (self));

  set_value (self, MODEL, model);
}

/**
 * kl_opinion_settings_new_endpoint:
 * @self: the settings
 * @error: as kl_endpoint_new()
 *
 * Returns: (transfer full) (nullable): whom the person wants to ask
 */
KlEndpoint *
kl_opinion_settings_new_endpoint (KlOpinionSettings  *self,
                                  GError            **error)
{
  g_autofree char *address = NULL;
  g_autofree char *model = NULL;

  g_return_val_if_fail (KL_IS_OPINION_SETTINGS (self), NULL);

  address = dup_value (self, ADDRESS);
  model = dup_value (self, MODEL);
  return kl_endpoint_new (address, model, error);
}

static char *
dup_agreement (KlEndpoint *endpoint)
{
  return g_strconcat (kl_endpoint_get_url (endpoint), " ", kl_endpoint_get_model (endpoint), NULL);
}

/**
 * kl_opinion_settings_has_agreed:
 * @self: the settings
 * @endpoint: whom to ask
 *
 * Returns: whether the person has seen what is sent there, and sent it
 */
gboolean
kl_opinion_settings_has_agreed (KlOpinionSettings *self,
                                KlEndpoint        *endpoint)
{
  g_autofree char *agreement = dup_agreement (endpoint);
  g_autofree char *agreed = NULL;

  g_return_val_if_fail (KL_IS_OPINION_SETTINGS (self), FALSE);

  agreed = dup_value (self, AGREED);
  return g_str_equal (agreed, agreement);
}

/**
 * kl_opinion_settings_agree:
 * @self: the settings
 * @endpoint: where the person sends what they have seen
 */
void
kl_opinion_settings_agree (KlOpinionSettings *self,
                           KlEndpoint        *endpoint)
{
  g_autofree char *agreement = dup_agreement (endpoint);

  g_return_if_fail (KL_IS_OPINION_SETTINGS (self));

  set_value (self, AGREED, agreement);
}
