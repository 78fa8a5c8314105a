#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_ENDPOINT (kl_endpoint_get_type ())

G_DECLARE_FINAL_TYPE (KlEndpoint, kl_endpoint, KL, ENDPOINT, GObject)

KlEndpoint *kl_endpoint_new           (const char  *address,
                                       const char  *model,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
const char *kl_endpoint_get_url       (KlEndpoint  *self);
const char *kl_endpoint_get_origin    (KlEndpoint  *self);
const char *kl_endpoint_get_server    (KlEndpoint  *self);
const char *kl_endpoint_get_model     (KlEndpoint  *self);
gboolean    kl_endpoint_is_encrypted  (KlEndpoint  *self);
gboolean    kl_endpoint_is_here       (KlEndpoint  *self);
gboolean    kl_endpoint_may_have_key  (KlEndpoint  *self);

G_END_DECLS
