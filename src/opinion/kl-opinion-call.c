/* kl-opinion-call.c: one question over HTTP, and what comes back, within bounds */

#include "config.h"

#include "kl-opinion-call.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#include "kl-opinion-error.h"
#include "kl-plain-words.h"

#define PIECE_BYTES 16384u

static SoupSession *
new_session (void)
{
  /* No time limit of its own: the one for everything together is the caller's. */
  SoupSession *session
    = soup_session_new_with_options ("user-agent", "KLearn/" KL_VERSION, "timeout", 0u, "idle-timeout", 0u, NULL);

  /* The key goes by a header of ours; a server that asks for a name and a password gets none. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  return session;
}

static SoupMessage *
new_message (KlEndpoint *endpoint,
             const char *key,
             GBytes     *body)
{
  SoupMessage *message = soup_message_new ("POST", kl_endpoint_get_url (endpoint));
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Accept", "application/json");
  if (key != NULL)
    {
      g_autofree char *credentials = g_strconcat ("Bearer ", key, NULL);

      soup_message_headers_replace (headers, "Authorization", credentials);
    }
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  return message;
}

/* What went wrong below HTTP, said of the server. */
static void
explain (KlEndpoint    *endpoint,
         const GError  *reason,
         GError       **error)
{
  const char *server = kl_endpoint_get_server (endpoint);
  g_autofree char *why = g_strdup (reason->message);

  /* Some end with one, and the sentence does. */
  if (g_str_has_suffix (why, "."))
    why[strlen (why) - 1] = '\0';
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (reason->domain == G_TLS_ERROR)
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_UNSAFE,
                 _("The connection to “%s” is not safe: %s. Nothing is taken from it."), server, why);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_CONNECTION,
                 _("No server answers at “%s”. Start it, or correct the address in the preferences."), server);
  else if (reason->domain == G_RESOLVER_ERROR)
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_CONNECTION,
                 _("“%s” was not found. Look at the address in the preferences, and at the network."), server);
  else
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_CONNECTION, _("The connection to “%s” broke off: %s."),
                 server, why);
}

/* Whoever is sent elsewhere would send the explanation, and perhaps the key, to somebody the person did not choose. */
static gboolean
check_redirect (KlEndpoint   *endpoint,
                SoupMessage  *message,
                GError      **error)
{
  guint status = soup_message_get_status (message);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autofree char *valid = NULL;
  g_autofree char *shown = NULL;

  if (status < 300 || status > 399)
    return TRUE;
  valid = g_utf8_make_valid (location != NULL ? location : "", -1);
  shown = kl_plain_words_dup_line (valid, 100);
  g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REDIRECT,
               _("“%s” sends to another address: “%s”. KLearn does not follow. If you trust it, enter it in the "
                 "preferences."),
               kl_endpoint_get_server (endpoint), shown);
  return FALSE;
}

static gboolean
is_json (const char *type)
{
  return type == NULL || g_str_equal (type, "application/json") || g_str_has_suffix (type, "+json");
}

static gboolean
check_type (KlEndpoint   *endpoint,
            SoupMessage  *message,
            GError      **error)
{
  const char *type = soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);
  g_autofree char *lower = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  g_autofree char *valid = g_utf8_make_valid (type != NULL ? type : "", -1);
  g_autofree char *shown = kl_plain_words_dup_line (valid, 60);

  /* What an error is about is read where it can be. */
  if (is_json (lower) || !SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    return TRUE;
  if (g_str_equal (lower, "text/html"))
    g_set_error (
      error, KL_OPINION_ERROR, KL_OPINION_ERROR_INVALID,
      _("“%s” answered with a web page. The address is probably that of a page for people: look for the one of "
        "its API, which often ends in /v1."),
      kl_endpoint_get_server (endpoint));
  else
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_INVALID,
                 _("“%s” answered with something other than JSON (%s). Look at the address in the preferences."),
                 kl_endpoint_get_server (endpoint), shown);
  return FALSE;
}

/* What is unpacked piece by piece stops at the bound, however little of it came over the wire. */
static GBytes *
read_body (KlEndpoint    *endpoint,
           GInputStream  *stream,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  g_autoptr(GError) reason = NULL;
  gssize n;

  while ((n = g_input_stream_read (stream, piece, PIECE_BYTES, cancellable, &reason)) > 0)
    {
      if (bytes->len + (gsize) n > KL_OPINION_CALL_MAX_BYTES)
        {
          g_autofree char *may_be = g_format_size_full (KL_OPINION_CALL_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_TOO_LARGE,
                       _("The answer of “%s” is larger than %s: it was not read."), kl_endpoint_get_server (endpoint),
                       may_be);
          return NULL;
        }
      g_byte_array_append (bytes, piece, (guint) n);
    }
  if (n == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  explain (endpoint, reason, error);
  return NULL;
}

static GBytes *
send_once (KlEndpoint    *endpoint,
           const char    *key,
           GBytes        *body,
           GCancellable  *cancellable,
           guint         *status,
           GError       **error)
{
  g_autoptr(SoupSession) session = new_session ();
  g_autoptr(SoupMessage) message = new_message (endpoint, key, body);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) reason = NULL;
  GBytes *answer = NULL;

  if (message == NULL)
    {
      g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_ADDRESS,
                   _("Nothing can be sent to “%s”. Correct the address in the preferences."),
                   kl_endpoint_get_url (endpoint));
      return NULL;
    }
  stream = soup_session_send (session, message, cancellable, &reason);
  if (stream == NULL)
    explain (endpoint, reason, error);
  else if (check_redirect (endpoint, message, error) && check_type (endpoint, message, error))
    answer = read_body (endpoint, stream, cancellable, error);
  *status = soup_message_get_status (message);

  /* Closing a stream that was not read to its end would read on; the connection goes with the session. */
  soup_session_abort (session);
  return answer;
}

/**
 * kl_opinion_call_send:
 * @endpoint: whom to ask
 * @key: (nullable): the key for it
 * @body: the question, JSON
 * @cancellable: (nullable): stops it at any time
 * @status: (out): the status of the answer
 * @error: %KL_OPINION_ERROR with a sentence for the person, %G_IO_ERROR_CANCELLED
 *
 * Sends @body, and nothing else, there and nowhere else. It waits, so it belongs into a thread of its own.
 *
 * Returns: (transfer full) (nullable): what came back, whatever the status, but no more than %KL_OPINION_CALL_MAX_BYTES
 */
GBytes *
kl_opinion_call_send (KlEndpoint    *endpoint,
                      const char    *key,
                      GBytes        *body,
                      GCancellable  *cancellable,
                      guint         *status,
                      GError       **error)
{
  /* What a session puts off is for the context of its thread; that of the window is another thread's. */
  g_autoptr(GMainContext) context = g_main_context_new ();
  GBytes *answer;

  g_main_context_push_thread_default (context);
  answer = send_once (endpoint, key, body, cancellable, status, error);
  g_main_context_pop_thread_default (context);
  return answer;
}
