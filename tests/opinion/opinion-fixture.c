/* opinion-fixture.c: a question, and asking it until there is an answer */

#include "config.h"

#include "opinion-fixture.h"

#include "memory-key-store.h"

const char opinion_fixture_good_answer[]
  = "{\"verdicts\": [{\"point\": 1, \"verdict\": \"covered\", \"why\": \"It says so.\"},"
    " {\"point\": 3, \"verdict\": \"missed\", \"why\": \"\"}], \"score\": 62.5,"
    " \"feedback\": [{\"kind\": \"nailed\", \"text\": \"The commit record\", \"wrong\": null, \"right\": null},"
    " {\"kind\": \"correction\", \"text\": \"\", \"wrong\": \"before\", \"right\": \"after\"}], \"more\": {\"a\": "
    "[1]}}";

KlOpinionQuestion *
opinion_fixture_new_question (void)
{
  static const char *const points[] = { "The journal is written first", "A commit record ends it", "Replay", NULL };

  return kl_opinion_question_new ("Journaling", points, "A journal makes many writes one.", "en");
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

KlProposal *
opinion_fixture_ask_at (const char    *address,
                        KlKeyStore    *keys,
                        guint          milliseconds,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(KlKeyStore) store = keys != NULL ? g_object_ref (keys) : memory_key_store_new ();
  g_autoptr(KlOpinion) opinion = kl_opinion_new (store);
  g_autoptr(KlOpinionQuestion) question = opinion_fixture_new_question ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) problem = NULL;
  g_autoptr(KlEndpoint) endpoint = kl_endpoint_new (address, "a-model", &problem);

  g_assert_no_error (problem);
  kl_opinion_set_milliseconds (opinion, milliseconds);
  kl_opinion_ask_async (opinion, endpoint, question, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return kl_opinion_ask_finish (opinion, result, error);
}

/* @milliseconds: 0 for as long as it takes. */
KlProposal *
opinion_fixture_ask (OpinionServer  *server,
                     KlKeyStore     *keys,
                     guint           milliseconds,
                     GError        **error)
{
  return opinion_fixture_ask_at (server->url, keys, milliseconds > 0 ? milliseconds : 10 * 60 * 1000, NULL, error);
}
