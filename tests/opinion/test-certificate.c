/* test-certificate.c: nothing is sent to a server that nobody vouches for */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "memory-key-store.h"
#include "opinion-fixture.h"
#include "opinion/kl-opinion-error.h"

/* LeakSanitizer crashes in what GnuTLS leaves of its threads; the other tests of asking look for leaks. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

static void
answer_well (OpinionServer     *self,
             SoupServerMessage *message)
{
  g_autofree char *reply = opinion_server_dup_reply (opinion_fixture_good_answer);

  opinion_server_say (message, 200, "application/json", reply);
}

/* Made for this test alone, and thrown away with it. */
static GTlsCertificate *
new_certificate (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_autofree char *key = g_build_filename (folder, "key.pem", NULL);
  g_autofree char *file = g_build_filename (folder, "certificate.pem", NULL);
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  const char *const argv[] = { "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
                               "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", file, NULL };
  GTlsCertificate *certificate = NULL;

  g_assert_no_error (error);
  if (openssl != NULL
      && g_spawn_sync (NULL, (char **) (gpointer) (guintptr) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, NULL, NULL))
    certificate = g_tls_certificate_new_from_files (file, key, NULL);
  g_unlink (key);
  g_unlink (file);
  g_rmdir (folder);
  return certificate;
}

static void
test_certificate (void)
{
  g_autoptr(GTlsCertificate) certificate = new_certificate ();
  g_autoptr(OpinionServer) server = opinion_server_new (answer_well);
  g_autoptr(KlKeyStore) keys = memory_key_store_new ();
  g_autoptr(GString) url = g_string_new (server->url);
  g_autofree char *origin = NULL;
  g_autoptr(GError) error = NULL;

  if (certificate == NULL)
    {
      g_test_skip ("openssl is not installed.");
      return;
    }
  soup_server_disconnect (server->server);
  soup_server_set_tls_certificate (server->server, certificate);
  soup_server_listen_local (server->server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  {
    GSList *uris = soup_server_get_uris (server->server);

    g_string_printf (url, "https://127.0.0.1:%d/v1", g_uri_get_port (uris->data));
    g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  }
  origin = g_strndup (url->str, url->len - strlen ("/v1"));
  memory_key_store_put (keys, origin, "sk-1234");

  g_assert_null (opinion_fixture_ask_at (url->str, keys, 10 * 60 * 1000, NULL, &error));
  g_assert_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_UNSAFE);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (server->n_requests, ==, 0);
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

  g_test_add_func ("/certificate/unknown", test_certificate);

  return g_test_run ();
}
