/* kl-endpoint.c: whom to ask for a second opinion: where, and which model */

#include "config.h"

#include "kl-endpoint.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-opinion-error.h"

#define MAX_MODEL_CHARS 200
#define PATH            "/chat/completions"

struct _KlEndpoint
{
  GObject parent_instance;

  char *url;
  char *origin;
  char *server;
  char *model;
  gboolean is_encrypted;
  gboolean is_here;
};

G_DEFINE_FINAL_TYPE (KlEndpoint, kl_endpoint, G_TYPE_OBJECT)

static void
kl_endpoint_finalize (GObject *object)
{
  KlEndpoint *self = KL_ENDPOINT (object);

  g_free (self->url);
  g_free (self->origin);
  g_free (self->server);
  g_free (self->model);

  G_OBJECT_CLASS (kl_endpoint_parent_class)->finalize (object);
}

static void
kl_endpoint_class_init (KlEndpointClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_endpoint_finalize;
}

static void
kl_endpoint_init (KlEndpoint *self)
{
}

/* The resolver never asks the network for “localhost” and what ends in it. */
static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0 || g_str_has_suffix (host, ".localhost");
}

static GUri *
parse_address (const char  *address,
               GError     **error)
{
  g_autoptr(GUri) uri = NULL;
  const char *sentence = NULL;

  if (*address == '\0')
    sentence = _("Enter the address of a server, such as http://localhost:11434/v1.");
  else if (strpbrk (address, " \t\r\n\"<>\\^`{|}") != NULL
           || (uri = g_uri_parse (address, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED, NULL)) == NULL
           || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    sentence = _("This is no address of a server. One looks like http://localhost:11434/v1.");
  else if (!g_str_equal (g_uri_get_scheme (uri), "http") && !g_str_equal (g_uri_get_scheme (uri), "https"))
    sentence = _("The address has to begin with http:// or https://.");
  else if (g_uri_get_userinfo (uri) != NULL)
    sentence = _("The address may not have a name or a password in it: a key goes into the field for it.");
  else if (g_uri_get_fragment (uri) != NULL)
    sentence = _("The address may not have a “#” in it.");

  if (sentence == NULL)
    return g_steal_pointer (&uri);
  g_set_error_literal (error, KL_OPINION_ERROR, KL_OPINION_ERROR_ADDRESS, sentence);
  return NULL;
}

/* http://host:port/v1 as well as the whole of it. */
static char *
dup_path (const char *path)
{
  gsize length = strlen (path);

  while (length > 0 && path[length - 1] == '/')
    length--;
  if (length >= strlen (PATH) && strncmp (path + length - strlen (PATH), PATH, strlen (PATH)) == 0)
    return g_strndup (path, length);
  return g_strdup_printf ("%.*s" PATH, (int) length, path);
}

static char *
dup_origin (GUri *uri)
{
  gboolean is_encrypted = g_str_equal (g_uri_get_scheme (uri), "https");
  int port = g_uri_get_port (uri) > 0 ? g_uri_get_port (uri) : is_encrypted ? 443 : 80;
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);

  return g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, host, port, "", NULL, NULL);
}

static void
take_uri (KlEndpoint *self,
          GUri       *uri)
{
  g_autofree char *path = dup_path (g_uri_get_path (uri));
  const char *start;

  self->is_encrypted = g_str_equal (g_uri_get_scheme (uri), "https");
  self->is_here = is_loopback (g_uri_get_host (uri));
  self->origin = dup_origin (uri);
  self->url = g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                          path, g_uri_get_query (uri), NULL);
  start = strstr (self->url, "://") + 3;
  self->server = g_strndup (start, strcspn (start, "/?"));
}

/**
 * kl_endpoint_new:
 * @address: what the person entered: the address of a server's API, such as “http://localhost:11434/v1”
 * @model: the name of the model
 * @error: %KL_OPINION_ERROR_ADDRESS with a sentence for the person
 *
 * Returns: (transfer full) (nullable): whom to ask
 */
KlEndpoint *
kl_endpoint_new (const char  *address,
                 const char  *model,
                 GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address));
  g_autofree char *name = g_strstrip (g_strdup (model));
  g_autoptr(KlEndpoint) self = NULL;
  g_autoptr(GUri) uri = parse_address (stripped, error);

  if (uri == NULL)
    return NULL;
  if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_MODEL_CHARS)
    {
      g_set_error_literal (error, KL_OPINION_ERROR, KL_OPINION_ERROR_ADDRESS,
                           _("Enter the name of a model that the server has."));
      return NULL;
    }

  self = g_object_new (KL_TYPE_ENDPOINT, NULL);
  take_uri (self, uri);
  self->model = g_steal_pointer (&name);
  return g_steal_pointer (&self);
}

/**
 * kl_endpoint_get_url:
 * @self: an endpoint
 *
 * Returns: where the question is sent
 */
const char *
kl_endpoint_get_url (KlEndpoint *self)
{
  g_return_val_if_fail (KL_IS_ENDPOINT (self), NULL);

  return self->url;
}

/**
 * kl_endpoint_get_origin:
 * @self: an endpoint
 *
 * Returns: scheme, host and port, always with the port: what a key belongs to
 */
const char *
kl_endpoint_get_origin (KlEndpoint *self)
{
  g_return_val_if_fail (KL_IS_ENDPOINT (self), NULL);

  return self->origin;
}

/**
 * kl_endpoint_get_server:
 * @self: an endpoint
 *
 * Returns: the host, with the port where the address has one, to call the server by
 */
const char *
kl_endpoint_get_server (KlEndpoint *self)
{
  g_return_val_if_fail (KL_IS_ENDPOINT (self), NULL);

  return self->server;
}

/**
 * kl_endpoint_get_model:
 * @self: an endpoint
 *
 * Returns: the name of the model
 */
const char *
kl_endpoint_get_model (KlEndpoint *self)
{
  g_return_val_if_fail (KL_IS_ENDPOINT (self), NULL);

  return self->model;
}

/**
 * kl_endpoint_is_encrypted:
 * @self: an endpoint
 *
 * Returns: whether nobody on the way can read what is sent
 */
gboolean
kl_endpoint_is_encrypted (KlEndpoint *self)
{
  g_return_val_if_fail (KL_IS_ENDPOINT (self), FALSE);

  return self->is_encrypted;
}

/**
 * kl_endpoint_is_here:
 * @self: an endpoint
 *
 * Returns: whether the server is on this computer
 */
gboolean
kl_endpoint_is_here (KlEndpoint *self)
{
  g_return_val_if_fail (KL_IS_ENDPOINT (self), FALSE);

  return self->is_here;
}

/**
 * kl_endpoint_may_have_key:
 * @self: an endpoint
 *
 * Returns: whether a key can be sent there without that others could read it
 */
gboolean
kl_endpoint_may_have_key (KlEndpoint *self)
{
  g_return_val_if_fail (KL_IS_ENDPOINT (self), FALSE);

  return self->is_encrypted || self->is_here;
}
