/* kl-opinion.c: asking for a second opinion
 *
 * The question goes out from a thread of its own, so that nothing that a server does, or does not do, can hold the
 * window up. There is one time limit, from the first try to connect to the last byte. What comes back is a proposal or
 * a sentence that says why there is none.
 */

#include "config.h"

#include "kl-opinion.h"

#include <glib/gi18n.h>

#include "kl-opinion-call.h"
#include "kl-opinion-error.h"
#include "kl-opinion-reply.h"

struct _KlOpinion
{
  GObject parent_instance;

  KlKeyStore *keys;
  guint milliseconds;
};

G_DEFINE_FINAL_TYPE (KlOpinion, kl_opinion, G_TYPE_OBJECT)

/* What the thread needs: it may go on for a moment after nobody waits for it any more. */
typedef struct
{
  KlEndpoint *endpoint;
  KlOpinionQuestion *question;
  char *key;
} Sending;

typedef struct
{
  Sending *sending;
  char *keyring_problem;
  GCancellable *stop; /* by the person or by the time limit */
  gulong stop_handler;
  GSource *limit;
  gboolean is_late;
} Asking;

static void
sending_free (gpointer data)
{
  Sending *self = data;

  g_object_unref (self->endpoint);
  kl_opinion_question_unref (self->question);
  g_free (self->key);
  g_free (self);
}

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_clear_pointer (&self->sending, sending_free);
  g_free (self->keyring_problem);
  g_object_unref (self->stop);
  if (self->limit != NULL)
    g_source_destroy (self->limit);
  g_clear_pointer (&self->limit, g_source_unref);
  g_free (self);
}

static void
explain_status (Sending  *self,
                guint     status,
                GBytes   *body,
                GError  **error)
{
  const char *server = kl_endpoint_get_server (self->endpoint);
  g_autofree char *problem = kl_opinion_reply_dup_problem (body);
  g_autofree char *said = problem != NULL ? g_strdup_printf (_(" It says: “%s”"), problem) : g_strdup ("");

  if (status == 401 || status == 403)
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED,
                 self->key != NULL ? _("“%s” does not accept the key (%u). Enter another one in the preferences.%s")
                                   : _("“%s” wants a key (%u). Enter it in the preferences.%s"),
                 server, status, said);
  else if (status == 404)
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED,
                 _("“%s” does not know this address or this model (%u). Look at both in the preferences.%s"), server,
                 status, said);
  else if (status == 429)
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED,
                 _("“%s” takes no more questions for now (%u). Ask again later.%s"), server, status, said);
  else if (status >= 500)
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED,
                 _("“%s” has a problem of its own (%u). Ask again later.%s"), server, status, said);
  else
    g_set_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED, _("“%s” refused the question (%u).%s"), server,
                 status, said);
}

static gboolean
may_be_about_form (guint status)
{
  return status == 400 || status == 415 || status == 422 || status == 501;
}

static void
send_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Sending *self = task_data;
  GError *error = NULL;

  for (KlOpinionForm form = KL_OPINION_FORM_SCHEMA; form <= KL_OPINION_FORM_PLAIN && error == NULL; form++)
    {
      g_autoptr(GBytes) body
        = kl_opinion_question_get_body (self->question, kl_endpoint_get_model (self->endpoint), form);
      guint status = 0;
      g_autoptr(GBytes) answer = kl_opinion_call_send (self->endpoint, self->key, body, cancellable, &status, &error);
      KlProposal *proposal = NULL;

      if (answer == NULL)
        break;
      if (may_be_about_form (status) && form < KL_OPINION_FORM_PLAIN)
        continue;
      if (status < 200 || status > 299)
        explain_status (self, status, answer, &error);
      else
        {
          g_autofree char *source_words = g_strdup_printf (
            /* Translators: a model, and the server that it runs on */
            _("%s at %s"), kl_endpoint_get_model (self->endpoint), kl_endpoint_get_server (self->endpoint));

          proposal = kl_opinion_reply_read (answer, kl_opinion_question_get_n_points (self->question), source_words,
                                            &error);
        }
      if (proposal != NULL)
        {
          g_task_return_pointer (task, proposal, g_object_unref);
          return;
        }
    }
  g_task_return_error (task, error);
}

static void
return_error (GTask  *task,
              Asking *asking,
              GError *error)
{
  KlOpinion *self = g_task_get_source_object (task);

  if (asking->is_late && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      guint seconds = MAX (1, self->milliseconds / 1000);

      g_clear_error (&error);
      error = g_error_new (KL_OPINION_ERROR, KL_OPINION_ERROR_TIMEOUT,
                           ngettext ("“%s” had not answered completely after %u second. A smaller model is faster.",
                                     "“%s” had not answered completely after %u seconds. A smaller model is faster.",
                                     seconds),
                           kl_endpoint_get_server (asking->sending->endpoint), seconds);
    }
  else if (asking->keyring_problem != NULL && g_error_matches (error, KL_OPINION_ERROR, KL_OPINION_ERROR_REFUSED))
    g_prefix_error (&error, "%s ", asking->keyring_problem);
  g_task_return_error (task, error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;
  KlProposal *proposal = g_task_propagate_pointer (G_TASK (result), &error);

  g_source_destroy (asking->limit);
  g_cancellable_disconnect (g_task_get_cancellable (task), asking->stop_handler);
  if (proposal == NULL)
    {
      return_error (task, asking, error);
      return;
    }
  if (asking->keyring_problem != NULL)
    kl_proposal_add_note (proposal, asking->keyring_problem);
  g_task_return_pointer (task, proposal, g_object_unref);
}

static gboolean
late_cb (gpointer user_data)
{
  Asking *asking = user_data;

  asking->is_late = TRUE;
  g_cancellable_cancel (asking->stop);
  return G_SOURCE_REMOVE;
}

static void
stop_cb (GCancellable *cancellable,
         gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
begin_sending (GTask *task)
{
  KlOpinion *self = g_task_get_source_object (task);
  Asking *asking = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  /* Without a source: the thread may be the last to let go of it. */
  g_autoptr(GTask) sending = g_task_new (NULL, asking->stop, sent_cb, g_object_ref (task));
  Sending *data = g_new0 (Sending, 1);

  data->endpoint = g_object_ref (asking->sending->endpoint);
  data->question = kl_opinion_question_ref (asking->sending->question);
  data->key = g_strdup (asking->sending->key);
  g_task_set_task_data (sending, data, sending_free);
  g_task_set_source_tag (sending, begin_sending);

  asking->limit = g_timeout_source_new (self->milliseconds);
  g_source_set_callback (asking->limit, late_cb, asking, NULL);
  g_source_attach (asking->limit, g_task_get_context (task));
  if (cancellable != NULL)
    asking->stop_handler = g_cancellable_connect (cancellable, G_CALLBACK (stop_cb),
                                                  g_object_ref (asking->stop), g_object_unref);

  /* Whoever cancels is not kept waiting for what the thread may hang in. */
  g_task_set_return_on_cancel (sending, TRUE);
  g_task_run_in_thread (sending, send_thread);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;

  if (kl_key_store_look_up_finish (KL_KEY_STORE (source), result, &asking->sending->key, &error))
    begin_sending (task);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      /* A server on this computer needs no key, and no keyring. */
      asking->keyring_problem = g_strdup_printf (_("No key was sent. %s"), error->message);
      g_error_free (error);
      begin_sending (task);
    }
}

static void
kl_opinion_finalize (GObject *object)
{
  g_object_unref (KL_OPINION (object)->keys);

  G_OBJECT_CLASS (kl_opinion_parent_class)->finalize (object);
}

static void
kl_opinion_class_init (KlOpinionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_opinion_finalize;
}

static void
kl_opinion_init (KlOpinion *self)
{
  self->milliseconds = KL_OPINION_SECONDS * 1000u;
}

/**
 * kl_opinion_new:
 * @keys: where the keys of servers are
 *
 * Returns: (transfer full): what asks; nothing is sent yet
 */
KlOpinion *
kl_opinion_new (KlKeyStore *keys)
{
  KlOpinion *self = g_object_new (KL_TYPE_OPINION, NULL);

  self->keys = g_object_ref (keys);
  return self;
}

/**
 * kl_opinion_set_milliseconds:
 * @self: what asks
 * @milliseconds: how long an answer may take, all together
 *
 * For tests, which cannot wait for %KL_OPINION_SECONDS.
 */
void
kl_opinion_set_milliseconds (KlOpinion *self,
                             guint      milliseconds)
{
  g_return_if_fail (KL_IS_OPINION (self));

  self->milliseconds = milliseconds;
}

/**
 * kl_opinion_ask_async:
 * @self: what asks
 * @endpoint: whom to ask
 * @question: what is sent; the person has seen it
 * @cancellable: (nullable): stops it at any time
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Sends @question to @endpoint. The key of the server goes along where there is one and others cannot read it.
 */
void
kl_opinion_ask_async (KlOpinion           *self,
                      KlEndpoint          *endpoint,
                      KlOpinionQuestion   *question,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Asking *asking = g_new0 (Asking, 1);

  g_return_if_fail (KL_IS_OPINION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kl_opinion_ask_async);
  asking->sending = g_new0 (Sending, 1);
  asking->sending->endpoint = g_object_ref (endpoint);
  asking->sending->question = kl_opinion_question_ref (question);
  asking->stop = g_cancellable_new ();
  g_task_set_task_data (task, asking, asking_free);

  if (kl_endpoint_may_have_key (endpoint))
    kl_key_store_look_up_async (self->keys, kl_endpoint_get_origin (endpoint), cancellable, looked_up_cb,
                                g_object_ref (task));
  else
    begin_sending (task);
}

/**
 * kl_opinion_ask_finish:
 * @self: what asks
 * @result: what the callback was given
 * @error: %KL_OPINION_ERROR with a sentence for the person, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is proposed
 */
KlProposal *
kl_opinion_ask_finish (KlOpinion     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
