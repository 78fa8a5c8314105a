/* opinion-server.c: a real server on this computer, that answers as a test wants it to */

#include "config.h"

#include "opinion-server.h"

#include <string.h>

#include "exchange/kl-json-writer.h"

/* Where not even 127.0.0.1 is there, as in a namespace without a network. */
gboolean
opinion_server_can_run (void)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) effective = NULL;
  g_autoptr(GSocketConnection) connection = NULL;

  if (g_socket_listener_add_address (listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &effective,
                                     NULL))
    connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (effective), NULL, NULL);
  return connection != NULL;
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  OpinionServer *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  self->n_requests++;
  g_free (self->authorization);
  self->authorization = g_strdup (soup_message_headers_get_one (headers, "Authorization"));
  g_free (self->body);
  self->body = g_strndup (data, length);
  g_assert_cmpstr (path, ==, "/v1/chat/completions");
  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  g_assert_cmpstr (soup_message_headers_get_content_type (headers, NULL), ==, "application/json");
  self->answer (self, message);
}

OpinionServer *
opinion_server_new (OpinionServerFunc answer)
{
  OpinionServer *self = g_new0 (OpinionServer, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->answer = answer;
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, answer_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d/v1", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return self;
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  OpinionServer *self = user_data;

  g_atomic_int_inc (&self->n_requests);
  self->raw (G_IO_STREAM (connection));
  return TRUE;
}

OpinionServer *
opinion_server_new_raw (OpinionServerRawFunc raw)
{
  OpinionServer *self = g_new0 (OpinionServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) effective = NULL;
  g_autoptr(GError) error = NULL;

  self->raw = raw;
  self->service = g_threaded_socket_service_new (10);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);
  self->url = g_strdup_printf ("http://127.0.0.1:%d/v1",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));
  return self;
}

void
opinion_server_free (OpinionServer *self)
{
  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  if (self->service != NULL)
    {
      g_socket_service_stop (self->service);
      g_socket_listener_close (G_SOCKET_LISTENER (self->service));
    }
  g_clear_object (&self->service);
  g_free (self->url);
  g_free (self->authorization);
  g_free (self->body);
  g_free (self);
}

void
opinion_server_say (SoupServerMessage *message,
                    guint              status,
                    const char        *type,
                    const char        *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

/* What a server says around the words of its model. */
char *
opinion_server_dup_reply (const char *content)
{
  g_autoptr(KlJsonWriter) writer = kl_json_writer_new ();

  kl_json_writer_begin_object (writer, NULL);
  kl_json_writer_add_string (writer, "id", "chatcmpl-1");
  kl_json_writer_begin_array (writer, "choices");
  kl_json_writer_begin_object (writer, NULL);
  kl_json_writer_add_integer (writer, "index", 0);
  kl_json_writer_begin_object (writer, "message");
  kl_json_writer_add_string (writer, "role", "assistant");
  kl_json_writer_add_string (writer, "content", content);
  kl_json_writer_end_object (writer);
  kl_json_writer_end_object (writer);
  kl_json_writer_end_array (writer);
  kl_json_writer_end_object (writer);
  return g_strdup (kl_json_writer_get_text (writer));
}
