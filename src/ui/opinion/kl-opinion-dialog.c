/* kl-opinion-dialog.c: asks somebody else about an explanation, or reads what they said, and lets the person choose
 *
 * It has one page at a time: what is sent, waiting, what went wrong, the text that is pasted, and what is proposed. It
 * writes nothing: what was chosen goes to whoever opened it.
 */

#include "config.h"

#include "kl-opinion-dialog.h"

#include <glib/gi18n.h>

#include "model/kl-point.h"
#include "opinion/kl-keyring.h"
#include "opinion/kl-opinion.h"
#include "opinion/kl-pasted-feedback.h"
#include "ui/page/kl-typed-words.h"

#include "kl-opinion-settings.h"
#include "kl-proposal-view.h"

struct _KlOpinionDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkButton *accept;
  GtkSpinner *spinner;
  GtkLabel *where;
  GtkLabel *key_words;
  GtkTextView *sent;
  GtkLabel *waiting;
  GtkLabel *problem;
  GtkTextView *pasted;
  GtkLabel *paste_problem;
  KlProposalView *view;

  KlOpinionSettings *settings;
  KlPlan *plan;
  char *title;
  GPtrArray *points; /* of KlPoint, as they were when the dialog was opened */
  KlVerdictTally *own;
  KlVerdictTally *suggested;
  KlScore own_score;

  KlOpinionQuestion *question;
  KlEndpoint *endpoint;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KlOpinionDialog, kl_opinion_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The pages, each with what its button says. */
#define PAGE_CONSENT "consent"
#define PAGE_WAITING "waiting"
#define PAGE_PROBLEM "problem"
#define PAGE_PASTE   "paste"
#define PAGE_DRAFT   "draft"

static gboolean
is_on (KlOpinionDialog *self,
       const char      *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
show_page (KlOpinionDialog *self,
           const char      *page,
           const char      *verb)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->accept), verb != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), TRUE);
  if (verb != NULL)
    gtk_button_set_label (self->accept, verb);
  gtk_spinner_set_spinning (self->spinner, is_on (self, PAGE_WAITING));
}

static char **
dup_point_texts (KlOpinionDialog *self)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < self->points->len; i++)
    {
      const char *text = kl_point_get_text (g_ptr_array_index (self->points, i));

      g_strv_builder_add (texts, text != NULL ? text : "");
    }
  return g_strv_builder_end (texts);
}

static void
view_changed_cb (KlOpinionDialog *self)
{
  if (is_on (self, PAGE_DRAFT))
    gtk_widget_set_sensitive (GTK_WIDGET (self->accept), kl_proposal_view_get_valid (self->view));
}

static void
show_proposal (KlOpinionDialog *self,
               KlProposal      *proposal)
{
  kl_proposal_view_show (self->view, proposal, self->plan, self->points);
  kl_proposal_view_compare (self->view, self->own, self->suggested, self->own_score);
  show_page (self, PAGE_DRAFT, _("_Take Over"));
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
show_problem (KlOpinionDialog *self,
              const char      *sentence)
{
  gtk_label_set_text (self->problem, sentence);
  /* Without whom to ask there is nothing to try again. */
  show_page (self, PAGE_PROBLEM, self->endpoint != NULL ? _("_Ask Again") : NULL);
  if (self->endpoint != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->accept));
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlOpinionDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlProposal) proposal = kl_opinion_ask_finish (KL_OPINION (object), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (proposal != NULL)
    show_proposal (self, proposal);
  else
    show_problem (self, error->message);
}

static void
send_question (KlOpinionDialog *self)
{
  g_autoptr(KlKeyStore) keys = kl_keyring_new ();
  g_autoptr(KlOpinion) opinion = kl_opinion_new (keys);
  g_autofree char *words
    = g_strdup_printf (_("Asking %s at %s…"), kl_endpoint_get_model (self->endpoint),
                       kl_endpoint_get_server (self->endpoint));

  gtk_label_set_text (self->waiting, words);
  show_page (self, PAGE_WAITING, NULL);
  kl_opinion_ask_async (opinion, self->endpoint, self->question, self->cancellable, asked_cb, g_object_ref (self));
}

static void
show_consent (KlOpinionDialog *self)
{
  g_autofree char *where = g_strdup_printf (_("This is sent to %s, for the model “%s”, and nowhere else:"),
                                            kl_endpoint_get_url (self->endpoint),
                                            kl_endpoint_get_model (self->endpoint));
  g_autofree char *sent = g_strdup_printf ("%s\n\n%s", kl_opinion_question_get_rules (self->question),
                                           kl_opinion_question_get_words (self->question));

  gtk_label_set_text (self->where, where);
  gtk_label_set_text (
    self->key_words,
    kl_endpoint_is_here (self->endpoint)
      ? _("The server is on this computer. The key that you entered for it, if you did, goes along.")
    : kl_endpoint_is_encrypted (self->endpoint)
      ? _("The connection is encrypted. The key that you entered for this server, if you did, goes along.")
      : _("The connection is not encrypted: others on the network can read this. No key goes along."));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->sent), sent, -1);
  show_page (self, PAGE_CONSENT, _("_Send"));
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  /* Text, title, then the points. */
  const char *const *words = task_data;
  GError *error = NULL;
  KlProposal *proposal = kl_pasted_feedback_read (words[0], words[1], words + 2, &error);

  if (proposal != NULL)
    g_task_return_pointer (task, proposal, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(KlOpinionDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlProposal) proposal = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), TRUE);
  if (proposal != NULL)
    {
      show_proposal (self, proposal);
      return;
    }
  gtk_label_set_text (self->paste_problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->paste_problem), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pasted));
}

static void
read_pasted (KlOpinionDialog *self)
{
  /* Without a source: the thread may be the last to let go of it. */
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) points = dup_point_texts (self);
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->pasted);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strv_builder_add (words, text);
  g_strv_builder_add (words, self->title);
  g_strv_builder_addv (words, (const char **) (gpointer) points);
  g_task_set_task_data (task, g_strv_builder_end (words), (GDestroyNotify) g_strfreev);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), FALSE);
  g_task_run_in_thread (task, read_thread);
}

static void
take_over (KlOpinionDialog *self)
{
  g_autoptr(KlProposal) chosen = kl_proposal_view_dup_chosen (self->view);
  g_autoptr(KlVerdictTally) verdicts = kl_verdict_tally_new (NULL);

  for (guint i = 0; i < kl_proposal_get_n_points (chosen) && i < self->points->len; i++)
    if (kl_proposal_get_verdict (chosen, i) != KL_VERDICT_UNSET)
      kl_verdict_tally_set (verdicts, kl_record_get_id (g_ptr_array_index (self->points, i)),
                            kl_proposal_get_verdict (chosen, i));
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, chosen, verdicts);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept_cb (KlOpinionDialog *self)
{
  if (is_on (self, PAGE_CONSENT))
    {
      kl_opinion_settings_agree (self->settings, self->endpoint);
      send_question (self);
    }
  else if (is_on (self, PAGE_PROBLEM))
    send_question (self);
  else if (is_on (self, PAGE_PASTE))
    read_pasted (self);
  else if (is_on (self, PAGE_DRAFT))
    take_over (self);
}

static void
kl_opinion_dialog_dispose (GObject *object)
{
  KlOpinionDialog *self = KL_OPINION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->plan);
  g_clear_object (&self->own);
  g_clear_object (&self->suggested);
  g_clear_object (&self->endpoint);
  g_clear_pointer (&self->question, kl_opinion_question_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_OPINION_DIALOG);

  G_OBJECT_CLASS (kl_opinion_dialog_parent_class)->dispose (object);
}

static void
kl_opinion_dialog_class_init (KlOpinionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_opinion_dialog_dispose;

  /* The person chose from what is proposed: what they left of it, and the verdicts in it by key point. */
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", KL_TYPE_OPINION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, KL_TYPE_PROPOSAL, KL_TYPE_VERDICT_TALLY);

  g_type_ensure (KL_TYPE_PROPOSAL_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/opinion/kl-opinion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, where);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, key_words);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, sent);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, pasted);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, paste_problem);
  gtk_widget_class_bind_template_child (widget_class, KlOpinionDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kl_opinion_dialog_init (KlOpinionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = kl_opinion_settings_new ();
  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  self->own_score = KL_SCORE_NONE;
  self->cancellable = g_cancellable_new ();
}

/**
 * kl_opinion_dialog_new:
 * @parent: the window that asks
 * @plan: the plan of @subject
 * @subject: what was explained
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
KlOpinionDialog *
kl_opinion_dialog_new (GtkWindow *parent,
                       KlPlan    *plan,
                       KlSubject *subject)
{
  KlOpinionDialog *self = g_object_new (KL_TYPE_OPINION_DIALOG, "transient-for", parent, NULL);
  GListModel *points = kl_subject_get_points (subject);
  const char *title = kl_subject_get_title (subject);

  kl_typed_words_guard (GTK_WINDOW (self));
  self->plan = g_object_ref (plan);
  self->title = g_strdup (title != NULL ? title : "");
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    g_ptr_array_add (self->points, g_list_model_get_item (points, i));
  return self;
}

/**
 * kl_opinion_dialog_compare:
 * @self: a dialog
 * @own: (nullable): the verdicts that the person gave
 * @suggested: (nullable): those of the first reading
 * @own_score: the score that the person set
 *
 * What is proposed will be shown beside these.
 */
void
kl_opinion_dialog_compare (KlOpinionDialog *self,
                           KlVerdictTally  *own,
                           KlVerdictTally  *suggested,
                           KlScore          own_score)
{
  g_return_if_fail (KL_IS_OPINION_DIALOG (self));

  g_set_object (&self->own, own);
  g_set_object (&self->suggested, suggested);
  self->own_score = own_score;
}

/**
 * kl_opinion_dialog_ask:
 * @self: a dialog
 * @explanation: what the person wrote
 *
 * Shows itself, to ask for a second opinion. Nothing is sent anywhere before the person has seen what, for that address
 * and that model.
 */
void
kl_opinion_dialog_ask (KlOpinionDialog *self,
                       const char      *explanation)
{
  g_auto(GStrv) points = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (KL_IS_OPINION_DIALOG (self));

  points = dup_point_texts (self);
  self->question = kl_opinion_question_new (self->title, (const char *const *) points, explanation,
                                            kl_plan_get_language (self->plan));
  self->endpoint = kl_opinion_settings_new_endpoint (self->settings, &error);
  gtk_window_set_title (GTK_WINDOW (self), _("Second Opinion"));
  /* What takes the keyboard before is told to screen readers as being in no window. */
  gtk_window_present (GTK_WINDOW (self));
  if (self->endpoint == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("%s That is in the preferences of KLearn."), error->message);

      show_problem (self, sentence);
    }
  else if (kl_opinion_settings_has_agreed (self->settings, self->endpoint))
    send_question (self);
  else
    show_consent (self);
  if (is_on (self, PAGE_CONSENT))
    gtk_widget_grab_focus (GTK_WIDGET (self->accept));
}

/**
 * kl_opinion_dialog_paste:
 * @self: a dialog
 *
 * Shows itself, to take feedback that was written elsewhere.
 */
void
kl_opinion_dialog_paste (KlOpinionDialog *self)
{
  g_return_if_fail (KL_IS_OPINION_DIALOG (self));

  gtk_window_set_title (GTK_WINDOW (self), _("Paste Feedback"));
  show_page (self, PAGE_PASTE, _("_Read"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->pasted));
}

/**
 * kl_opinion_dialog_take_verdicts:
 * @chosen: verdicts that were taken over
 * @points: (element-type KlPoint): the key points that there are now
 * @draft: takes them, in the place of others on the same points
 */
void
kl_opinion_dialog_take_verdicts (KlVerdictTally *chosen,
                                 GListModel     *points,
                                 KlDraft        *draft)
{
  g_autoptr(KlVerdictTally) tally = kl_verdict_tally_new (kl_draft_get_verdicts (draft));
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlRecord) point = g_list_model_get_item (points, i);
      KlVerdictValue value = kl_verdict_tally_get (chosen, kl_record_get_id (point));

      if (value != KL_VERDICT_UNSET)
        kl_verdict_tally_set (tally, kl_record_get_id (point), value);
    }
  text = kl_verdict_tally_format (tally);
  g_object_set (draft, "verdicts", text, NULL);
}
