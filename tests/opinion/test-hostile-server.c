/* test-hostile-server.c: whatever a server does, there is a sentence, and nothing else happens */

#include "config.h"

#include <string.h>

#include "opinion-fixture.h"
#include "opinion/kl-opinion-call.h"
#include "opinion/kl-opinion-error.h"

#define GIBIBYTE    (1024u * 1024u * 1024u)
#define PIECE_BYTES 65536u

typedef struct
{
  const char *name;
  guint status;
  int code;
  const char *type;
  const char *body;    /* of the server */
  const char *content; /* of its model */
  const char *sentence; /* a part of it */
} Answer;

static const Answer answers[] = {
  { "server-error", 500, KL_OPINION_ERROR_REFUSED,
    "application/json", "{\"error\": {\"message\": \"out of \\u202ememory\\u0007\"}}", NULL,
    "a problem of its own (500). Ask again later. It says: “out of memory”" },
  { "wants-key", 401, KL_OPINION_ERROR_REFUSED,
    "application/json", "{\"error\": \"no key\"}", NULL,
    "wants a key (401). Enter it in the preferences. It says: “no key”" },
  { "no-such-model", 404, KL_OPINION_ERROR_REFUSED,
    "text/plain", "404 page not found", NULL, "this model (404)" },
  { "too-often", 429, KL_OPINION_ERROR_REFUSED,
    "application/json", "{}", NULL, "no more questions for now (429)" },
  { "teapot", 418, KL_OPINION_ERROR_REFUSED,
    "text/html", "<h1>No</h1>", NULL, "refused the question (418)" },
  { "web-page", 200, KL_OPINION_ERROR_INVALID,
    "text/html", "<html><body>Welcome</body></html>", NULL, "a web page" },
  { "wrong-type", 200, KL_OPINION_ERROR_INVALID,
    "application/octet-stream", "{}", NULL, "other than JSON (application/octet-stream)" },
  { "no-type", 200, KL_OPINION_ERROR_INVALID,
    NULL, "hello", NULL, "cannot be read as JSON" },
  { "empty", 200, KL_OPINION_ERROR_INVALID,
    "application/json", "", NULL, "It is empty." },
  { "broken-json", 200, KL_OPINION_ERROR_INVALID,
    "application/json", "{\"choices\": [", NULL, "cannot be read as JSON" },
  { "nan", 200, KL_OPINION_ERROR_INVALID,
    "application/json", "{\"choices\": NaN}", NULL, "cannot be read as JSON" },
  { "not-ours", 200, KL_OPINION_ERROR_INVALID,
    "application/json", "{\"choices\": []}", NULL, "no text of a model in it" },
  { "empty-content", 200, KL_OPINION_ERROR_INVALID,
    "application/json", NULL, "", "It is empty." },
  { "prose", 200, KL_OPINION_ERROR_INVALID,
    "application/json", NULL, "Sure! The score is 80.", "cannot be read as JSON" },
  { "score-4000", 200, KL_OPINION_ERROR_INVALID,
    "application/json", NULL, "{\"score\": 4000}", "The score is 4000, and it has to be from 0 to 100." },
  { "score-nan", 200, KL_OPINION_ERROR_INVALID,
    "application/json", NULL, "{\"score\": NaN}", "read as JSON" },
  { "score-infinite", 200, KL_OPINION_ERROR_INVALID,
    "application/json", NULL, "{\"score\": 1e999}", "read as JSON" },
};

static const Answer *current;

static void
answer (OpinionServer     *self,
        SoupServerMessage *message)
{
  g_autofree char *around = current->content != NULL ? opinion_server_dup_reply (current->content) : NULL;

  opinion_server_say (message, current->status, "text/plain", around != NULL ? around : current->body);
  if (current->type != NULL)
    soup_message_headers_set_content_type (soup_server_message_get_response_headers (message), current->type, NULL);
  else
    soup_message_headers_remove (soup_server_message_get_response_headers (message), "Content-Type");
}

static void
assert_refused (OpinionServer *server,
                guint          milliseconds,
                int            code,
                const char    *sentence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlProposal) proposal = opinion_fixture_ask (server, NULL, milliseconds, &error);

  g_assert_null (proposal);
  g_assert_error (error, KL_OPINION_ERROR, code);
  if (strstr (error->message, sentence) == NULL)
    g_error ("“%s” is not in “%s”", sentence, error->message);
  g_test_message ("%s", error->message);
}

static void
test_answer (gconstpointer data)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer);

  current = data;
  assert_refused (server, 0, current->code, current->sentence);
  g_assert_cmpuint (server->n_requests, ==, 1);
}

static char *
dup_nested (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  return g_string_free (text, FALSE);
}

static void
answer_nested (OpinionServer     *self,
               SoupServerMessage *message)
{
  g_autofree char *nested = dup_nested ();
  g_autofree char *inside = opinion_server_dup_reply (nested);

  opinion_server_say (message, 200, "application/json", self->content != NULL ? inside : nested);
}

/* JSON-GLib would end the process. */
static void
test_nested (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_nested);

  assert_refused (server, 0, KL_OPINION_ERROR_INVALID, "deeper than 64");
  server->content = "inside";
  assert_refused (server, 0, KL_OPINION_ERROR_INVALID, "deeper than 64");
}

static void
answer_elsewhere (OpinionServer     *self,
                  SoupServerMessage *message)
{
  soup_server_message_set_status (message, self->status, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location", self->content);
}

static void
test_redirect (void)
{
  static const guint statuses[] = { 300, 301, 302, 303, 307, 308 };
  g_autoptr(OpinionServer) elsewhere = opinion_server_new (answer);
  g_autoptr(OpinionServer) server = opinion_server_new (answer_elsewhere);
  g_autofree char *same_host = g_strconcat (server->url, "/chat/completions", NULL);
  g_autofree char *other_host = g_strconcat (elsewhere->url, "/chat/completions", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      server->status = statuses[i];
      server->content = other_host;
      assert_refused (server, 0, KL_OPINION_ERROR_REDIRECT, other_host);
      server->content = "file:///etc/passwd";
      assert_refused (server, 0, KL_OPINION_ERROR_REDIRECT, "“file:///etc/passwd”. KLearn does not follow.");
      server->content = same_host;
      assert_refused (server, 0, KL_OPINION_ERROR_REDIRECT, "does not follow");
      server->content = "no address at all";
      assert_refused (server, 0, KL_OPINION_ERROR_REDIRECT, "does not follow");
    }
  g_assert_cmpuint (server->n_requests, ==, 4 * G_N_ELEMENTS (statuses));
  g_assert_cmpuint (elsewhere->n_requests, ==, 0);
}

/* In KiB: what the process had at most since the last call. */
static guint64
get_peak (void)
{
  g_autofree char *status = NULL;
  g_autoptr(GError) error = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, &error);
  g_assert_no_error (error);
  line = strstr (status, "VmHWM:");
  g_assert (line != NULL);
  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10);
}

static void
wrote_cb (SoupServerMessage *message,
          gpointer           user_data)
{
  static const char spaces[PIECE_BYTES] = { ' ' };
  OpinionServer *self = user_data;
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  if (self->n_sent < GIBIBYTE)
    soup_message_body_append (body, SOUP_MEMORY_STATIC, spaces, PIECE_BYTES);
  else
    soup_message_body_complete (body);
  self->n_sent += PIECE_BYTES;
}

static void
answer_without_end (OpinionServer     *self,
                    SoupServerMessage *message)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message), "application/json", NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_cb), self);
  wrote_cb (message, self);
}

static void
test_gibibyte (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_without_end);
  guint64 before = get_peak ();

  assert_refused (server, 0, KL_OPINION_ERROR_TOO_LARGE, "is larger than");
  g_assert_cmpuint (server->n_sent, <, 64u * 1024u * 1024u);
  g_assert_cmpuint (get_peak () - before, <, 64u * 1024u);
}

static GBytes *
pack (gsize n_bytes)
{
  g_autoptr(GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) packed = g_converter_output_stream_new (memory, packer);
  g_autofree char *piece = g_malloc (PIECE_BYTES);

  memset (piece, ' ', PIECE_BYTES);
  for (gsize i = 0; i < n_bytes; i += PIECE_BYTES)
    g_assert_true (g_output_stream_write_all (packed, piece, PIECE_BYTES, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
answer_packed (OpinionServer     *self,
               SoupServerMessage *message)
{
  g_autoptr(GBytes) bomb = pack (256u * 1024u * 1024u);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, KL_OPINION_CALL_MAX_BYTES);
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (headers, "application/json", NULL);
  soup_message_headers_replace (headers, "Content-Encoding", "gzip");
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bomb);
}

static void
test_bomb (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_packed);
  guint64 before = get_peak ();

  assert_refused (server, 0, KL_OPINION_ERROR_TOO_LARGE, "is larger than");
  g_assert_cmpuint (get_peak () - before, <, 64u * 1024u);
}

static void
answer_never (OpinionServer     *self,
              SoupServerMessage *message)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_pause (message);
}

static void
test_slow (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_never);

  assert_refused (server, 300, KL_OPINION_ERROR_TIMEOUT, "had not answered completely after 1 second.");
  g_assert_cmpuint (server->n_requests, ==, 1);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
answer_and_cancel (OpinionServer     *self,
                   SoupServerMessage *message)
{
  answer_never (self, message);
  g_idle_add (cancel_cb, (gpointer) (guintptr) self->content);
}

static void
test_cancel (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_and_cancel);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  server->content = (gpointer) cancellable;
  g_assert_null (opinion_fixture_ask_at (server->url, NULL, 10 * 60 * 1000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (server->n_requests, ==, 1);
}

static void
test_cancelled_before (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (opinion_fixture_ask_at (server->url, NULL, 10 * 60 * 1000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (server->n_requests, ==, 0);
}

static gboolean
write_text (GIOStream  *connection,
            const char *text)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (connection), text, strlen (text), NULL, NULL, NULL);
}

/* All of it: what is left unread would break the connection before the answer is there. */
static void
take_request (GIOStream *connection)
{
  g_autoptr(GString) request = g_string_new (NULL);
  char piece[4096];
  const char *end = NULL;
  gsize wanted = 0;
  gssize n;

  while ((end == NULL || request->len < wanted)
         && (n = g_input_stream_read (g_io_stream_get_input_stream (connection), piece, sizeof piece, NULL, NULL)) > 0)
    {
      g_string_append_len (request, piece, n);
      end = strstr (request->str, "\r\n\r\n");
      if (end != NULL)
        {
          const char *length = strstr (request->str, "Content-Length: ");

          g_assert (length != NULL);
          wanted = (gsize) (end + 4 - request->str) + g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10);
        }
    }
}

static void
drip (GIOStream *connection)
{
  take_request (connection);
  write_text (connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
  while (write_text (connection, " "))
    g_usleep (20 * 1000);
}

static void
drip_head (GIOStream *connection)
{
  take_request (connection);
  write_text (connection, "HTTP/1.1 200 OK\r\nX-Long: ");
  while (write_text (connection, "x"))
    g_usleep (20 * 1000);
}

static void
endless_head (GIOStream *connection)
{
  g_autofree char *line = g_strnfill (8000, 'x');
  g_autofree char *header = g_strdup_printf ("X-Long: %s\r\n", line);

  take_request (connection);
  if (write_text (connection, "HTTP/1.1 200 OK\r\n"))
    while (write_text (connection, header))
      ;
}

static void
endless_line (GIOStream *connection)
{
  g_autofree char *piece = g_strnfill (PIECE_BYTES, 'x');

  take_request (connection);
  while (write_text (connection, piece))
    ;
}

static void
close_at_once (GIOStream *connection)
{
}

static void
close_midway (GIOStream *connection)
{
  take_request (connection);
  write_text (connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"cho");
}

static void
close_in_chunk (GIOStream *connection)
{
  take_request (connection);
  write_text (connection,
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"cho");
}

static void
bad_chunks (GIOStream *connection)
{
  take_request (connection);
  write_text (connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "fffffffffffffffffffff\r\n{}\r\n0\r\n\r\n");
}

static void
bad_gzip (GIOStream *connection)
{
  take_request (connection);
  write_text (connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                          "Content-Length: 12\r\n\r\nnot packed..");
}

static void
nonsense (GIOStream *connection)
{
  char piece[4096];

  g_input_stream_read (g_io_stream_get_input_stream (connection), piece, sizeof piece, NULL, NULL);
  write_text (connection, "\x16\x03\x01 this is neither TLS nor HTTP\r\n\r\n\r\n");
}

static void
test_drip (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new_raw (drip);
  g_autoptr(OpinionServer) head = opinion_server_new_raw (drip_head);

  assert_refused (server, 500, KL_OPINION_ERROR_TIMEOUT, "had not answered completely");
  assert_refused (head, 500, KL_OPINION_ERROR_TIMEOUT, "had not answered completely");
}

static void
test_endless_head (void)
{
  static const OpinionServerRawFunc endless[] = { endless_head, endless_line };

  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autoptr(OpinionServer) server = opinion_server_new_raw (endless[i]);
      guint64 before = get_peak ();

      assert_refused (server, 0, KL_OPINION_ERROR_CONNECTION, "broke off");
      g_assert_cmpuint (get_peak () - before, <, 64u * 1024u);
    }
}

static void
test_broken_off (void)
{
  static const OpinionServerRawFunc breaking[] = { close_at_once, close_midway, close_in_chunk };

  for (guint i = 0; i < G_N_ELEMENTS (breaking); i++)
    {
      g_autoptr(OpinionServer) server = opinion_server_new_raw (breaking[i]);

      assert_refused (server, 0, KL_OPINION_ERROR_CONNECTION, "broke off");
      g_assert_cmpint (g_atomic_int_get (&server->n_requests), ==, 1);
    }
}

/* libsoup takes them for what they look like; the reader of JSON does not. */
static void
test_bad_coding (void)
{
  g_autoptr(OpinionServer) chunked = opinion_server_new_raw (bad_chunks);
  g_autoptr(OpinionServer) packed = opinion_server_new_raw (bad_gzip);

  assert_refused (chunked, 0, KL_OPINION_ERROR_INVALID, "It is empty.");
  assert_refused (packed, 0, KL_OPINION_ERROR_INVALID, "cannot be read as JSON");
}

static void
test_nonsense (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new_raw (nonsense);
  g_autoptr(GString) encrypted = g_string_new (server->url);
  g_autoptr(GError) error = NULL;

  g_assert_null (opinion_fixture_ask (server, NULL, 0, &error));
  g_assert (error != NULL);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  g_string_replace (encrypted, "http://", "https://", 1);
  g_assert_null (opinion_fixture_ask_at (encrypted->str, NULL, 10 * 60 * 1000, NULL, &error));
  g_assert (error != NULL);
  g_assert_cmpuint (error->domain, ==, KL_OPINION_ERROR);
  g_assert_true (error->code == KL_OPINION_ERROR_UNSAFE || error->code == KL_OPINION_ERROR_CONNECTION);
  g_test_message ("%s", error->message);
}

static void
test_nobody (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer);
  g_autofree char *url = g_strdup (server->url);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&server, opinion_server_free);
  g_assert_null (opinion_fixture_ask_at (url, NULL, 10 * 60 * 1000, NULL, &error));
  g_assert_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_CONNECTION);
  g_assert (strstr (error->message, "No server answers at “127.0.0.1:") != NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (!opinion_server_can_run ())
    {
      g_print ("1..0 # SKIP there is no loopback interface\n");
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile-server/", answers[i].name, NULL);

      g_test_add_data_func (path, &answers[i], test_answer);
    }
  g_test_add_func ("/hostile-server/nested", test_nested);
  g_test_add_func ("/hostile-server/redirect", test_redirect);
  g_test_add_func ("/hostile-server/gibibyte", test_gibibyte);
  g_test_add_func ("/hostile-server/bomb", test_bomb);
  g_test_add_func ("/hostile-server/slow", test_slow);
  g_test_add_func ("/hostile-server/cancel", test_cancel);
  g_test_add_func ("/hostile-server/cancelled-before", test_cancelled_before);
  g_test_add_func ("/hostile-server/drip", test_drip);
  g_test_add_func ("/hostile-server/endless-head", test_endless_head);
  g_test_add_func ("/hostile-server/broken-off", test_broken_off);
  g_test_add_func ("/hostile-server/bad-coding", test_bad_coding);
  g_test_add_func ("/hostile-server/nonsense", test_nonsense);
  g_test_add_func ("/hostile-server/nobody", test_nobody);

  return g_test_run ();
}
