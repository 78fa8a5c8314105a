/* test-asking.c: asking a server that means well */

#include "config.h"

#include <string.h>

#include "memory-key-store.h"
#include "opinion-fixture.h"
#include "opinion/kl-opinion-error.h"

static void
answer_well (OpinionServer     *self,
             SoupServerMessage *message)
{
  g_autofree char *reply = opinion_server_dup_reply (opinion_fixture_good_answer);

  opinion_server_say (message, 200, "application/json", reply);
}

static void
test_well (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_well);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlProposal) proposal = opinion_fixture_ask (server, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (kl_proposal_get_score (proposal).low, 62.5, 1e-9);
  g_assert_true (g_str_has_prefix (kl_proposal_get_source (proposal), "a-model at 127.0.0.1:"));
  g_assert_null (kl_proposal_get_notes (proposal)[0]);
  g_assert_cmpuint (server->n_requests, ==, 1);
  g_assert_null (server->authorization);
  g_assert (strstr (server->body, "A journal makes many writes one.") != NULL);
  g_assert (strstr (server->body, "json_schema") != NULL);
}

/* Each server knows another form. */
static void
answer_to_plain (OpinionServer     *self,
                 SoupServerMessage *message)
{
  if (strstr (self->body, self->content) != NULL)
    opinion_server_say (message, 400, "application/json", "{\"error\": \"no such member\"}");
  else
    answer_well (self, message);
}

static void
test_forms (void)
{
  static const char *const unknown[] = { "json_schema", "response_format", "temperature", "messages" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr(OpinionServer) server = opinion_server_new (answer_to_plain);
      g_autoptr(KlProposal) proposal = NULL;
      g_autoptr(GError) error = NULL;

      server->content = unknown[i];
      proposal = opinion_fixture_ask (server, NULL, 0, &error);
      g_assert_cmpuint (server->n_requests, ==, i == 0 ? 2 : 3);
      if (i < 3)
        g_assert (proposal != NULL);
      else
        g_assert_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED);
    }
}

static char *
dup_origin (OpinionServer *server)
{
  return g_strndup (server->url, strlen (server->url) - strlen ("/v1"));
}

static void
test_key (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_well);
  g_autoptr(OpinionServer) other = opinion_server_new (answer_well);
  g_autoptr(KlKeyStore) keys = memory_key_store_new ();
  g_autofree char *origin = dup_origin (server);
  g_autoptr(KlProposal) first = NULL;
  g_autoptr(KlProposal) second = NULL;

  memory_key_store_put (keys, origin, "sk-1234");
  first = opinion_fixture_ask (server, keys, 0, NULL);
  g_assert (first != NULL);
  g_assert_cmpstr (server->authorization, ==, "Bearer sk-1234");

  /* Another server does not get it. */
  second = opinion_fixture_ask (other, keys, 0, NULL);
  g_assert (second != NULL);
  g_assert_null (other->authorization);
  g_assert_null (strstr (other->body, "sk-1234"));
}

/* Not even looked for, where others could read it. */
static void
test_no_key_in_the_open (void)
{
  static const char *const addresses[] = { "http://a.example/", "https://a.example/", "http://127.0.0.1:9/" };
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(KlKeyStore) keys = memory_key_store_new ();
      g_autoptr(GError) error = NULL;

      g_assert_null (opinion_fixture_ask_at (addresses[i], keys, 60 * 1000, cancelled, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (memory_key_store_n_asked (keys), ==, i == 0 ? 0 : 1);
    }
}

static void
answer_that_a_key_is_wanted (OpinionServer     *self,
                             SoupServerMessage *message)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "WWW-Authenticate",
                                "Basic realm=\"x\"");
  opinion_server_say (message, 401, "application/json", "{}");
}

static void
test_no_keyring (void)
{
  g_autoptr(OpinionServer) server = opinion_server_new (answer_well);
  g_autoptr(OpinionServer) strict = opinion_server_new (answer_that_a_key_is_wanted);
  g_autoptr(KlKeyStore) keys = memory_key_store_new ();
  g_autoptr(KlProposal) proposal = NULL;
  g_autoptr(GError) error = NULL;

  memory_key_store_break (keys, "The keyring is locked.");
  proposal = opinion_fixture_ask (server, keys, 0, NULL);
  g_assert (proposal != NULL);
  g_assert_cmpstr (kl_proposal_get_notes (proposal)[0], ==, "No key was sent. The keyring is locked.");
  g_assert_null (kl_proposal_get_notes (proposal)[1]);

  g_assert_null (opinion_fixture_ask (strict, keys, 0, &error));
  g_assert_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "No key was sent. The keyring is locked. “127.0.0.1:"));
  g_assert_cmpuint (strict->n_requests, ==, 1);
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

  g_test_add_func ("/asking/well", test_well);
  g_test_add_func ("/asking/forms", test_forms);
  g_test_add_func ("/asking/key", test_key);
  g_test_add_func ("/asking/no-key-in-the-open", test_no_key_in_the_open);
  g_test_add_func ("/asking/no-keyring", test_no_keyring);

  return g_test_run ();
}
