#pragma once

#include "opinion/kl-endpoint.h"

G_BEGIN_DECLS

#define KL_TYPE_OPINION_SETTINGS (kl_opinion_settings_get_type ())

G_DECLARE_FINAL_TYPE (KlOpinionSettings, kl_opinion_settings, KL, OPINION_SETTINGS, GObject)

KlOpinionSettings *kl_opinion_settings_new          (void);
gboolean           kl_opinion_settings_are_there    (KlOpinionSettings  *self);
gboolean           kl_opinion_settings_get_on       (KlOpinionSettings  *self);
void               kl_opinion_settings_set_on       (KlOpinionSettings  *self,
                                                     gboolean            on);
char              *kl_opinion_settings_dup_address  (KlOpinionSettings  *self);
void               kl_opinion_settings_set_address  (KlOpinionSettings  *self,
                                                     const char         *address);
char              *kl_opinion_settings_dup_model    (KlOpinionSettings  *self);
void               kl_opinion_settings_set_model    (KlOpinionSettings  *self,
                                                     const char         *model);
KlEndpoint        *kl_opinion_settings_new_endpoint (KlOpinionSettings  *self,
                                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           kl_opinion_settings_has_agreed   (KlOpinionSettings  *self,
                                                     KlEndpoint         *endpoint);
void               kl_opinion_settings_agree        (KlOpinionSettings  *self,
                                                     KlEndpoint         *endpoint);

G_END_DECLS
