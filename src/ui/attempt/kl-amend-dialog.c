/* kl-amend-dialog.c: another score for an attempt; the first one stays with it */

#include "config.h"

#include "kl-amend-dialog.h"

#include "model/kl-amendment.h"
#include "recall/kl-score-text.h"
#include "ui/edit/kl-apply.h"
#include "ui/page/kl-dialog-words.h"
#include "ui/score/kl-score-entry.h"

#include <glib/gi18n.h>

struct _KlAmendDialog
{
  AdwMessageDialog parent_instance;

  KlPage *page;
  KlAttempt *attempt;
  KlScoreEntry *score;
  GtkLabel *hint;
  GtkEntry *note;
};

G_DEFINE_FINAL_TYPE (KlAmendDialog, kl_amend_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* What may be written is always said; it turns into an error where something else is. */
static void
update (KlAmendDialog *self)
{
  gboolean valid = kl_score_entry_get_valid (self->score);

  gtk_widget_remove_css_class (GTK_WIDGET (self->hint), valid ? "error" : "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), valid ? "dim-label" : "error");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "amend",
                                           kl_score_is_set (kl_score_entry_get_score (self->score)));
}

static void
amend (KlAmendDialog *self)
{
  KlLibrary *library = kl_page_get_library (self->page);
  KlSubject *subject = kl_page_get_subject (self->page);
  GListModel *amendments = kl_attempt_get_amendments (self->attempt);
  guint n_amendments = g_list_model_get_n_items (amendments);
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (library));
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));
  KlScore score = kl_score_entry_get_score (self->score);
  KlChange *change = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, kl_subject_get_title (subject));
  g_autoptr(KlRecord) last = n_amendments > 0 ? g_list_model_get_item (amendments, n_amendments - 1) : NULL;
  g_autoptr(KlAmendment) amendment = NULL;

  amendment = g_object_new (KL_TYPE_AMENDMENT,
                            "owner", kl_record_get_id (KL_RECORD (self->attempt)),
                            "position", last != NULL ? kl_record_get_position (last) + 1 : (gint64) 1,
                            "date", date,
                            "low", score.low,
                            "high", score.high,
                            "note", *note != '\0' ? note : NULL,
                            NULL);
  kl_change_insert (change, KL_RECORD (amendment));
  kl_apply (GTK_WIDGET (self->page), change, _("Score amended"), NULL, NULL);
}

static void
kl_amend_dialog_response (AdwMessageDialog *dialog,
                          const char       *response)
{
  KlAmendDialog *self = KL_AMEND_DIALOG (dialog);

  if (g_str_equal (response, "amend") && gtk_widget_get_root (GTK_WIDGET (self->page)) != NULL)
    amend (self);
}

static void
kl_amend_dialog_dispose (GObject *object)
{
  KlAmendDialog *self = KL_AMEND_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->attempt);

  G_OBJECT_CLASS (kl_amend_dialog_parent_class)->dispose (object);
}

static void
kl_amend_dialog_class_init (KlAmendDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_amend_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = kl_amend_dialog_response;
}

static void
kl_amend_dialog_init (KlAmendDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "amend", _("_Amend"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "amend", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "amend");
  adw_message_dialog_set_close_response (dialog, "cancel");

  self->score = KL_SCORE_ENTRY (kl_score_entry_new ());
  self->hint = GTK_LABEL (gtk_label_new (_("A number from 0 to 100, or a range such as 75–85")));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  self->note = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->note, _("Why, if you like"));
  gtk_entry_set_activates_default (self->note, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->score));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  adw_message_dialog_set_extra_child (dialog, box);
  g_signal_connect_object (self->score, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
show_first_score (KlAmendDialog *self)
{
  KlScore first = kl_attempt_get_first_score (self->attempt);
  g_autofree char *number = kl_score_is_set (first) ? kl_score_text_format (first) : NULL;
  /* Translators: %s is a score, such as “80 %” or “75–85 %” */
  g_autofree char *body = number != NULL
                            ? g_strdup_printf (_("The new score counts from now on. The first one, %s, stays visible."),
                                               number)
                            : g_strdup (_("The attempt has no score yet. The new one counts from now on."));

  kl_dialog_words_show (ADW_MESSAGE_DIALOG (self), _("Amend Score"), body);
}

/**
 * kl_amend_dialog_present:
 * @page: the page that shows @attempt
 * @attempt: an attempt
 *
 * Asks for another score, and stores it.
 */
void
kl_amend_dialog_present (KlPage    *page,
                         KlAttempt *attempt)
{
  KlAmendDialog *self = g_object_new (KL_TYPE_AMEND_DIALOG,
                                      "transient-for", gtk_widget_get_root (GTK_WIDGET (page)),
                                      "modal", TRUE,
                                      NULL);

  self->page = g_object_ref (page);
  self->attempt = g_object_ref (attempt);
  show_first_score (self);
  kl_score_entry_set_plan (self->score, kl_page_get_plan (page));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->score));
}
