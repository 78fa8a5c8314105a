/* kl-review-page.c: the explanation beside the points, what is suggested, and what the person says about it
 *
 * A suggestion never replaces what the person said. What they leave as it is suggested is theirs when they record.
 */

#include "config.h"

#include "kl-review-page.h"

#include "recall/kl-date-text.h"
#include "ui/draft/kl-draft-saver.h"
#include "ui/draft/kl-draft-status.h"
#include "ui/opinion/kl-feedback-field.h"
#include "ui/opinion/kl-opinion-buttons.h"
#include "ui/opinion/kl-opinion-dialog.h"
#include "ui/score/kl-usual-offset.h"

#include "kl-draft-record.h"
#include "kl-evidence.h"
#include "kl-feedback-form.h"
#include "kl-next-recall.h"
#include "kl-question-list.h"
#include "kl-reading-note.h"
#include "kl-review-score.h"
#include "kl-two-panes.h"

#include <glib/gi18n.h>

/* So many are enough to go on with. */
#define MAX_QUESTIONS 3

struct _KlReviewPage
{
  KlPage parent_instance;

  KlDraftSaver *saver;
  KlSuggestions *suggestions;
  KlEvidence *evidence;
  KlUsualOffset *offset;
  gboolean filled;
  gboolean recording;

  AdwWindowTitle *heading;
  GtkLabel *prompt;
  KlExplanationView *explanation;
  GtkLabel *facts;
  KlDraftStatus *status;
  GtkLabel *help;
  KlReadingNote *reading_note;
  KlVerdictList *points;
  KlCorrectionList *corrections;
  KlQuestionList *questions;
  KlReviewScore *score;
  KlFeedbackForm *feedback;
};

G_DEFINE_FINAL_TYPE (KlReviewPage, kl_review_page, KL_TYPE_PAGE)

static GListModel *
get_points (KlReviewPage *self)
{
  return kl_subject_get_points (kl_page_get_subject (KL_PAGE (self)));
}

static void
store (KlReviewPage *self)
{
  KlDraft *draft = kl_draft_saver_get_draft (self->saver);

  if (!self->filled || self->recording)
    return;

  g_object_set (draft, "stage", KL_DRAFT_REVIEWING, NULL);
  kl_verdict_list_store (self->points, draft);
  /* The one that is offered follows from the verdicts. */
  if (kl_review_score_get_valid (self->score))
    kl_draft_set_score (draft, kl_review_score_get_own (self->score));
  kl_feedback_form_store (self->feedback, draft);
  kl_draft_saver_touch (self->saver);
}

static void
weigh (KlReviewPage     *self,
       KlSuggestedScore *offered)
{
  kl_suggested_score_init (offered, kl_verdict_list_get_tally (self->points),
                           kl_suggestions_get_tally (self->suggestions), get_points (self),
                           kl_usual_offset_get (self->offset));
}

static void
update_score (KlReviewPage *self)
{
  KlSuggestedScore offered;

  weigh (self, &offered);
  kl_review_score_set_offered (self->score, &offered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.accept-all", offered.n_suggested > 0);
}

static void
update_questions (KlReviewPage *self)
{
  g_auto(GStrv) questions
    = kl_suggestions_dup_questions (self->suggestions, kl_verdict_list_get_tally (self->points), MAX_QUESTIONS);

  kl_question_list_set_questions (self->questions, (const char *const *) questions);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.answer", questions[0] != NULL);
}

static void
verdict_cb (KlReviewPage *self)
{
  update_score (self);
  update_questions (self);
  store (self);
}

static void
offered_cb (KlReviewPage *self)
{
  if (!self->filled)
    return;
  update_score (self);
  update_questions (self);
}

static void
correct_again_cb (KlReviewPage      *self,
                  KlCorrectionCheck *check)
{
  kl_feedback_form_add_correction (self->feedback, kl_correction_check_get_wrong (check),
                                   kl_correction_check_get_right (check));
}

static void
last_verdict_cb (KlReviewPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->score));
}

static void
points_changed_cb (KlReviewPage *self)
{
  gboolean any = kl_verdict_list_get_n (self->points) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->points), any);
  gtk_label_set_text (self->help, any ? _("Keys: 1 covered, 2 partly, 3 missed, 0 none of them; Return: as "
                                          "suggested; Space: to its words")
                                      : _("No key points yet. They can be written on the topic’s page."));
  if (self->filled)
    update_score (self);
}

static void
update_prompt (KlReviewPage *self)
{
  const char *title = kl_subject_get_title (kl_page_get_subject (KL_PAGE (self)));

  gtk_label_set_text (self->prompt, title != NULL ? title : "");
  kl_page_set_title (KL_PAGE (self), title);
}

static void
update_facts (KlReviewPage *self)
{
  KlDraft *draft = kl_draft_saver_get_draft (self->saver);
  g_autofree char *span = kl_date_text_format_span (kl_draft_get_seconds (draft));
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: how long writing took, as 4:05 */
  g_string_append_printf (text, _("Written in %s"), span);
  if (kl_draft_get_assisted (draft))
    g_string_append_printf (text, " · %s", _("assisted: the topic was opened meanwhile"));
  gtk_label_set_text (self->facts, text->str);
}

static void
score_changed_cb (KlReviewPage *self)
{
  kl_draft_status_set_text (self->status, NULL);
  store (self);
}

static void
focus_first (KlReviewPage *self)
{
  if (!kl_verdict_list_focus_first (self->points))
    gtk_widget_grab_focus (GTK_WIDGET (self->score));
}

static void
show_explanation (KlReviewPage *self)
{
  const char *text = kl_draft_get_text (kl_draft_saver_get_draft (self->saver));

  kl_explanation_view_set_text (self->explanation, text != NULL ? text : "");
  if (text != NULL)
    kl_suggestions_read (self->suggestions, text);
}

static void
fill (KlReviewPage *self)
{
  KlDraft *draft = kl_draft_saver_get_draft (self->saver);
  const char *text = kl_draft_get_text (draft);
  KlSuggestedScore offered;

  if (self->filled || !kl_draft_saver_get_loaded (self->saver))
    return;

  kl_verdict_list_fill (self->points, draft);
  weigh (self, &offered);
  kl_review_score_fill (self->score, kl_draft_get_score (draft), offered.score);
  kl_feedback_form_fill (self->feedback, draft);
  show_explanation (self);
  update_facts (self);
  kl_review_score_set_guess (self->score, kl_draft_get_guess (draft));
  self->filled = TRUE;
  update_score (self);
  update_questions (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.record", text != NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_first (self);
  if (text == NULL)
    kl_draft_status_set_text (self->status, _("There is no explanation to read back. Write one first."));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlReviewPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_load_subject_finish (KL_LIBRARY (object), result, &error))
    {
      if (self->saver != NULL)
        kl_draft_status_set_text (self->status, error->message);
      return;
    }
  if (self->saver == NULL)
    return;

  g_signal_connect_object (self->saver, "notify::loaded", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "words-came", G_CALLBACK (show_explanation), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
recorded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(KlReviewPage) self = user_data;
  g_autoptr(GError) error = NULL;

  self->recording = FALSE;
  if (self->saver == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.record", TRUE);
  if (!kl_library_record_attempt_finish (KL_LIBRARY (object), result, &error))
    {
      kl_draft_status_set_text (self->status, error->message);
      return;
    }

  self->filled = FALSE;
  kl_draft_saver_forget (self->saver);
  kl_next_recall_say (GTK_WIDGET (self), kl_page_get_plan (KL_PAGE (self)), kl_page_get_subject (KL_PAGE (self)),
                      kl_review_score_get_score (self->score));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-topic", "s",
                              kl_record_get_id (KL_RECORD (kl_page_get_subject (KL_PAGE (self)))));
}

/* Everything is in the draft: should recording fail, or the computer, nothing is lost. */
static void
ready_to_record_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(KlReviewPage) self = user_data;
  KlLibrary *library = kl_page_get_library (KL_PAGE (self));
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (library));
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr(KlAttempt) attempt = NULL;

  if (!kl_draft_saver_flush_finish (KL_DRAFT_SAVER (object), result, NULL) || self->saver == NULL)
    {
      /* The status line says why. */
      self->recording = FALSE;
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.record", TRUE);
      return;
    }

  attempt = kl_draft_record_new_attempt (kl_draft_saver_get_draft (self->saver), get_points (self),
                                         kl_suggestions_get_tally (self->suggestions),
                                         kl_usual_offset_get (self->offset),
                                         kl_review_score_get_score (self->score), date);
  kl_library_record_attempt_async (library, kl_page_get_subject (KL_PAGE (self)), attempt, NULL, recorded_cb,
                                   g_object_ref (self));
}

static void
record_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlReviewPage *self = KL_REVIEW_PAGE (widget);

  if (!self->filled || self->recording)
    return;
  if (!kl_review_score_get_valid (self->score))
    {
      kl_draft_status_set_text (self->status, _("The score is a number from 0 to 100, or nothing."));
      gtk_widget_grab_focus (GTK_WIDGET (self->score));
      return;
    }

  kl_draft_status_set_text (self->status, NULL);
  store (self);
  self->recording = TRUE;
  gtk_widget_action_set_enabled (widget, "review.record", FALSE);
  kl_draft_saver_flush_async (self->saver, NULL, ready_to_record_cb, g_object_ref (self));
}

static void
edit_explanation (KlReviewPage      *self,
                  const char *const *questions)
{
  kl_draft_saver_ask (self->saver, questions);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-explanation", "s",
                              kl_record_get_id (KL_RECORD (kl_page_get_subject (KL_PAGE (self)))));
}

static void
edit_explanation_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  edit_explanation (KL_REVIEW_PAGE (widget), NULL);
}

static void
answer_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlReviewPage *self = KL_REVIEW_PAGE (widget);
  g_auto(GStrv) questions = kl_question_list_dup_questions (self->questions);

  if (self->filled && !self->recording)
    edit_explanation (self, (const char *const *) questions);
}

static void
accept_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  kl_verdict_list_accept_all (KL_REVIEW_PAGE (widget)->points);
}

static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  /* The saver tries again by itself and lives as long as that takes. */
  if (!kl_draft_saver_flush_finish (KL_DRAFT_SAVER (object), result, NULL))
    g_debug ("A draft could not be saved when its page was left");
}

/* What was chosen from somebody else's words is added to what stands in the form, as if it had been written there. */
static void
taken_cb (KlReviewPage   *self,
          KlProposal     *chosen,
          KlVerdictTally *verdicts)
{
  KlDraft *draft = kl_draft_saver_get_draft (self->saver);
  KlSuggestedScore offered;

  if (!self->filled || self->recording)
    return;
  store (self);
  kl_opinion_dialog_take_verdicts (verdicts, get_points (self), draft);
  kl_verdict_list_fill (self->points, draft);
  if (kl_score_is_set (kl_proposal_get_score (chosen)))
    kl_draft_set_score (draft, kl_proposal_get_score (chosen));
  weigh (self, &offered);
  kl_review_score_fill (self->score, kl_draft_get_score (draft), offered.score);
  for (guint i = 0; i < g_list_model_get_n_items (kl_proposal_get_feedback (chosen)); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (kl_proposal_get_feedback (chosen), i);

      kl_feedback_form_add_line (self->feedback, kl_feedback_field_get_property (kl_feedback_get_kind (item)),
                                 kl_feedback_get_text (item));
    }
  update_score (self);
  update_questions (self);
  store (self);
}

static KlOpinionDialog *
new_opinion_dialog (KlReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  KlOpinionDialog *dialog = kl_opinion_dialog_new (GTK_WINDOW (root), kl_page_get_plan (KL_PAGE (self)),
                                                   kl_page_get_subject (KL_PAGE (self)));

  kl_opinion_dialog_compare (dialog, kl_verdict_list_get_tally (self->points),
                             kl_suggestions_get_tally (self->suggestions), kl_review_score_get_own (self->score));
  g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  return dialog;
}

static void
second_opinion_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  KlReviewPage *self = KL_REVIEW_PAGE (widget);
  const char *text = kl_draft_get_text (kl_draft_saver_get_draft (self->saver));

  if (self->filled && !self->recording && text != NULL)
    kl_opinion_dialog_ask (new_opinion_dialog (self), text);
}

static void
paste_feedback_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  KlReviewPage *self = KL_REVIEW_PAGE (widget);

  if (self->filled && !self->recording)
    kl_opinion_dialog_paste (new_opinion_dialog (self));
}

static void
kl_review_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kl_review_page_parent_class)->map (widget);
  if (KL_REVIEW_PAGE (widget)->filled)
    focus_first (KL_REVIEW_PAGE (widget));
}

static void
kl_review_page_unmap (GtkWidget *widget)
{
  kl_draft_saver_flush_async (KL_REVIEW_PAGE (widget)->saver, NULL, flushed_cb, NULL);
  GTK_WIDGET_CLASS (kl_review_page_parent_class)->unmap (widget);
}

static void
kl_review_page_flush_async (KlPage              *page,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  kl_draft_saver_flush_async (KL_REVIEW_PAGE (page)->saver, cancellable, callback, user_data);
}

static gboolean
kl_review_page_flush_finish (KlPage        *page,
                             GAsyncResult  *result,
                             GError       **error)
{
  return kl_draft_saver_flush_finish (KL_REVIEW_PAGE (page)->saver, result, error);
}

static void
kl_review_page_constructed (GObject *object)
{
  KlReviewPage *self = KL_REVIEW_PAGE (object);
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));
  KlLibrary *library = kl_page_get_library (KL_PAGE (self));

  G_OBJECT_CLASS (kl_review_page_parent_class)->constructed (object);

  g_signal_connect_object (subject, "notify::title", G_CALLBACK (update_prompt), self, G_CONNECT_SWAPPED);
  update_prompt (self);
  kl_review_score_set_subject (self->score, kl_page_get_plan (KL_PAGE (self)), subject);

  self->suggestions = kl_suggestions_new (kl_page_get_plan (KL_PAGE (self)), subject);
  kl_verdict_list_set_suggestions (self->points, self->suggestions);
  kl_reading_note_set_suggestions (self->reading_note, self->suggestions);
  kl_correction_list_set_checks (self->corrections, kl_suggestions_get_checks (self->suggestions));
  self->evidence = kl_evidence_new (self->suggestions, self->explanation, self->points, self->corrections);
  g_signal_connect_object (self->suggestions, "changed", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
  self->offset = kl_usual_offset_new (library);
  g_signal_connect_object (self->offset, "changed", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);

  self->saver = kl_draft_saver_dup (library, subject);
  kl_draft_status_set_saver (self->status, self->saver);
  kl_verdict_list_set_points (self->points, get_points (self));
  g_signal_connect_object (get_points (self), "items-changed", G_CALLBACK (points_changed_cb), self, G_CONNECT_SWAPPED);
  points_changed_cb (self);
  kl_library_load_subject_async (library, subject, NULL, loaded_cb, g_object_ref (self));
}

static void
kl_review_page_dispose (GObject *object)
{
  KlReviewPage *self = KL_REVIEW_PAGE (object);

  if (self->suggestions != NULL)
    kl_suggestions_stop (self->suggestions);
  g_clear_object (&self->evidence);
  g_clear_object (&self->offset);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->saver);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_REVIEW_PAGE);

  G_OBJECT_CLASS (kl_review_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/review/kl-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, facts);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, status);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, help);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, points);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, score);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, reading_note);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, corrections);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, questions);
  gtk_widget_class_bind_template_child (widget_class, KlReviewPage, feedback);
}

static void
kl_review_page_class_init (KlReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_review_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_review_page_dispose;
  widget_class->map = kl_review_page_map;
  widget_class->unmap = kl_review_page_unmap;
  KL_PAGE_CLASS (klass)->flush_async = kl_review_page_flush_async;
  KL_PAGE_CLASS (klass)->flush_finish = kl_review_page_flush_finish;

  g_type_ensure (KL_TYPE_CORRECTION_LIST);
  g_type_ensure (KL_TYPE_DRAFT_STATUS);
  g_type_ensure (KL_TYPE_EXPLANATION_VIEW);
  g_type_ensure (KL_TYPE_FEEDBACK_FORM);
  g_type_ensure (KL_TYPE_OPINION_BUTTONS);
  g_type_ensure (KL_TYPE_QUESTION_LIST);
  g_type_ensure (KL_TYPE_READING_NOTE);
  g_type_ensure (KL_TYPE_REVIEW_SCORE);
  g_type_ensure (KL_TYPE_TWO_PANES);
  g_type_ensure (KL_TYPE_VERDICT_LIST);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "review.record", NULL, record_cb);
  gtk_widget_class_install_action (widget_class, "review.edit-explanation", NULL, edit_explanation_cb);
  gtk_widget_class_install_action (widget_class, "review.answer", NULL, answer_cb);
  gtk_widget_class_install_action (widget_class, "review.accept-all", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "review.second-opinion", NULL, second_opinion_cb);
  gtk_widget_class_install_action (widget_class, "review.paste-feedback", NULL, paste_feedback_cb);
}

/* Before the text gets the key, which would make a line break of it. */
static void
add_shortcut (GtkWidget *widget)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                            "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("review.record")));
  gtk_widget_add_controller (widget, shortcuts);
}

static void
kl_review_page_init (KlReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcut (GTK_WIDGET (self));

  g_signal_connect_object (self->points, "changed", G_CALLBACK (verdict_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->corrections, "again", G_CALLBACK (correct_again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->points, "left", G_CALLBACK (last_verdict_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feedback, "changed", G_CALLBACK (store), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->score, "changed", G_CALLBACK (score_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.record", FALSE);
}

/**
 * kl_review_page_new:
 * @library: the library
 * @plan: the plan of the subject
 * @subject: what was explained
 *
 * Returns: (transfer floating): the page, with the draft that was handed in
 */
GtkWidget *
kl_review_page_new (KlLibrary *library,
                    KlPlan    *plan,
                    KlSubject *subject)
{
  return g_object_new (KL_TYPE_REVIEW_PAGE, "library", library, "plan", plan, "subject", subject, NULL);
}
