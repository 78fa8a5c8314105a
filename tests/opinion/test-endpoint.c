/* test-endpoint.c: addresses as people enter them */

#include "config.h"

#include <string.h>

#include "opinion/kl-endpoint.h"
#include "opinion/kl-opinion-error.h"

static void
assert_url (const char *address,
            const char *url,
            const char *origin,
            const char *server)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KlEndpoint) endpoint = kl_endpoint_new (address, " a-model\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kl_endpoint_get_url (endpoint), ==, url);
  g_assert_cmpstr (kl_endpoint_get_origin (endpoint), ==, origin);
  g_assert_cmpstr (kl_endpoint_get_server (endpoint), ==, server);
  g_assert_cmpstr (kl_endpoint_get_model (endpoint), ==, "a-model");
}

static void
test_urls (void)
{
  assert_url ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions", "http://localhost:11434",
              "localhost:11434");
  assert_url (" HTTPS://API.example.com/v1/ ", "https://API.example.com/v1/chat/completions",
              "https://api.example.com:443", "API.example.com");
  assert_url ("https://api.example.com/v1/chat/completions/", "https://api.example.com/v1/chat/completions",
              "https://api.example.com:443", "api.example.com");
  assert_url ("http://[::1]:8080", "http://[::1]:8080/chat/completions", "http://[::1]:8080", "[::1]:8080");
  assert_url ("https://a.example/x%20y/v1?api-version=2", "https://a.example/x%20y/v1/chat/completions?api-version=2",
              "https://a.example:443", "a.example");
  assert_url ("https://a.example?x", "https://a.example/chat/completions?x", "https://a.example:443", "a.example");
}

static void
assert_refused (const char *address,
                const char *model,
                const char *part)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (kl_endpoint_new (address, model, &error));
  g_assert_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_ADDRESS);
  g_assert (strstr (error->message, part) != NULL);
}

static void
test_refused (void)
{
  assert_refused ("", "m", "Enter the address");
  assert_refused ("  ", "m", "Enter the address");
  assert_refused ("localhost", "m", "no address of a server");
  assert_refused ("http://", "m", "no address of a server");
  assert_refused ("http:///v1", "m", "no address of a server");
  assert_refused ("http://a b/", "m", "no address of a server");
  assert_refused ("http://a:99999/", "m", "no address of a server");
  assert_refused ("file:///etc/passwd", "m", "no address of a server");
  assert_refused ("ftp://a.example/", "m", "begin with http:// or https://");
  assert_refused ("javascript://a.example/", "m", "begin with http:// or https://");
  assert_refused ("https://me:secret@a.example/", "m", "may not have a name or a password");
  assert_refused ("https://me@a.example/", "m", "may not have a name or a password");
  assert_refused ("https://a.example/v1#x", "m", "may not have a “#”");
  assert_refused ("https://a.example/v1", " ", "Enter the name of a model");
}

/* A key may go where nobody on the way can read it. */
static void
test_key (void)
{
  static const struct
  {
    const char *address;
    gboolean is_here;
    gboolean may_have_key;
  } cases[] = {
    { "http://localhost/", TRUE, TRUE },         { "http://LOCALHOST:1/", TRUE, TRUE },
    { "http://127.0.0.1/", TRUE, TRUE },         { "http://127.8.8.8/", TRUE, TRUE },
    { "http://[::1]/", TRUE, TRUE },             { "http://models.localhost/", TRUE, TRUE },
    { "http://192.168.1.2/", FALSE, FALSE },     { "http://localhost.example/", FALSE, FALSE },
    { "http://127.0.0.1.example/", FALSE, FALSE }, { "https://a.example/", FALSE, TRUE },
    { "http://notlocalhost/", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KlEndpoint) endpoint = kl_endpoint_new (cases[i].address, "m", NULL);

      g_assert_cmpint (kl_endpoint_is_here (endpoint), ==, cases[i].is_here);
      g_assert_cmpint (kl_endpoint_may_have_key (endpoint), ==, cases[i].may_have_key);
      g_assert_finalize_object (g_steal_pointer (&endpoint));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/endpoint/urls", test_urls);
  g_test_add_func ("/endpoint/refused", test_refused);
  g_test_add_func ("/endpoint/key", test_key);

  return g_test_run ();
}
