/* kl-review-score.c: the score of an explanation that is being read back
 *
 * It follows the verdicts, given or suggested, until the person sets another one. Below it stands why it is offered,
 * and what was expected before.
 */

#include "config.h"

#include "kl-review-score.h"

#include "recall/kl-agenda.h"
#include "recall/kl-outcome-text.h"
#include "ui/score/kl-score-entry.h"

#include <glib/gi18n.h>

struct _KlReviewScore
{
  GtkBox parent_instance;

  KlScoreEntry *entry;
  GtkLabel *reason;
  GtkWidget *use_offered;
  GtkLabel *outcome;

  gboolean is_own; /* not the one that is offered */
  double offered;
  double guess;
  KlAgenda *agenda;
  char *subject_id;
};

G_DEFINE_FINAL_TYPE (KlReviewScore, kl_review_score, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What was to be expected by the earlier attempts, as long as this one is none of them. */
static char *
dup_expected (KlReviewScore *self)
{
  KlSchedules *schedules = self->agenda != NULL ? kl_agenda_get_schedules (self->agenda) : NULL;
  KlExpectation expectation;

  if (schedules == NULL
      || !kl_schedules_get_expectation (schedules, self->subject_id, kl_agenda_get_today (self->agenda), &expectation))
    return NULL;

  return kl_outcome_text_expected (&expectation);
}

static void
update_outcome (KlReviewScore *self)
{
  g_autofree char *guess = kl_outcome_text_guess (self->guess, kl_score_entry_get_score (self->entry));
  g_autofree char *expected = dup_expected (self);
  g_autoptr(GString) text = g_string_new (guess);

  if (expected != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", expected);
  gtk_label_set_text (self->outcome, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), text->len > 0);
}

static void
update (KlReviewScore *self)
{
  if (!self->is_own)
    kl_score_entry_set_score (self->entry, (KlScore) { self->offered, self->offered });
  gtk_widget_set_visible (self->use_offered, self->is_own && !isnan (self->offered));
  update_outcome (self);
}

static void
entry_cb (KlReviewScore *self)
{
  self->is_own = TRUE;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
use_offered_cb (KlReviewScore *self)
{
  self->is_own = FALSE;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
kl_review_score_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KL_REVIEW_SCORE (widget)->entry));
}

static void
kl_review_score_finalize (GObject *object)
{
  KlReviewScore *self = KL_REVIEW_SCORE (object);

  g_clear_object (&self->agenda);
  g_free (self->subject_id);

  G_OBJECT_CLASS (kl_review_score_parent_class)->finalize (object);
}

static void
kl_review_score_class_init (KlReviewScoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_review_score_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = kl_review_score_grab_focus;

  /* The person set it, or went back to what is offered. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_REVIEW_SCORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static GtkLabel *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return GTK_LABEL (label);
}

static void
kl_review_score_init (KlReviewScore *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->guess = (double) NAN;
  self->offered = (double) NAN;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->entry = KL_SCORE_ENTRY (kl_score_entry_new ());
  g_object_set (self->entry, "has-slider", TRUE, NULL);
  kl_score_entry_set_label (self->entry, _("Score"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_cb), self, G_CONNECT_SWAPPED);

  self->reason = create_label ();
  self->use_offered = gtk_button_new_with_mnemonic (_("_Use the Mean"));
  g_signal_connect_object (self->use_offered, "clicked", G_CALLBACK (use_offered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (self->use_offered, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->use_offered, FALSE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (row), self->use_offered);

  self->outcome = create_label ();
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->outcome));
}

/**
 * kl_review_score_set_subject:
 * @self: a score
 * @plan: the plan whose bands name it
 * @subject: what was explained
 */
void
kl_review_score_set_subject (KlReviewScore *self,
                             KlPlan        *plan,
                             KlSubject     *subject)
{
  g_return_if_fail (KL_IS_REVIEW_SCORE (self));
  g_return_if_fail (self->agenda == NULL);

  kl_score_entry_set_plan (self->entry, plan);
  self->subject_id = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  self->agenda = kl_agenda_for (plan);
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (update_outcome), self, G_CONNECT_SWAPPED);
  update_outcome (self);
}

/**
 * kl_review_score_set_guess:
 * @self: a score
 * @guess: the score that the person expected, NaN for none
 */
void
kl_review_score_set_guess (KlReviewScore *self,
                           double         guess)
{
  g_return_if_fail (KL_IS_REVIEW_SCORE (self));

  self->guess = guess;
  update_outcome (self);
}

/**
 * kl_review_score_fill:
 * @self: a score
 * @score: the one that was kept, or none
 * @mean: the mean over the verdicts that the person gave, NaN for none
 *
 * A score that is not the mean was set by the person.
 */
void
kl_review_score_fill (KlReviewScore *self,
                      KlScore        score,
                      double         mean)
{
  g_return_if_fail (KL_IS_REVIEW_SCORE (self));

  self->is_own = kl_score_is_set (score)
                 && (kl_score_is_range (score) || isnan (mean) || fabs (score.low - mean) > 0.01);
  kl_score_entry_set_score (self->entry, score);
  update (self);
}

/**
 * kl_review_score_set_offered:
 * @self: a score
 * @offered: what the verdicts lead to
 */
void
kl_review_score_set_offered (KlReviewScore          *self,
                             const KlSuggestedScore *offered)
{
  g_autofree char *text = NULL;

  g_return_if_fail (KL_IS_REVIEW_SCORE (self));

  text = kl_suggested_score_to_text (offered);
  if (text == NULL && offered->n_points > 0)
    text = g_strdup (
      _("Give points a verdict, and their mean is offered here. Without a score the attempt is kept, too."));
  else if (text == NULL)
    text = g_strdup (_("There are no points to judge by. Without a score the attempt is kept, too."));
  gtk_label_set_text (self->reason, text);
  gtk_button_set_label (GTK_BUTTON (self->use_offered),
                        offered->n_suggested > 0 ? _("_Use the Suggestion") : _("_Use the Mean"));
  self->offered = offered->score;
  update (self);
}

/**
 * kl_review_score_get_score:
 * @self: a score
 *
 * Returns: the score as it is written, not set where nothing valid is
 */
KlScore
kl_review_score_get_score (KlReviewScore *self)
{
  g_return_val_if_fail (KL_IS_REVIEW_SCORE (self), KL_SCORE_NONE);

  return kl_score_entry_get_score (self->entry);
}

/**
 * kl_review_score_get_own:
 * @self: a score
 *
 * Returns: the score where the person set it, not set where it follows the verdicts
 */
KlScore
kl_review_score_get_own (KlReviewScore *self)
{
  g_return_val_if_fail (KL_IS_REVIEW_SCORE (self), KL_SCORE_NONE);

  return self->is_own ? kl_score_entry_get_score (self->entry) : KL_SCORE_NONE;
}

/**
 * kl_review_score_get_valid:
 * @self: a score
 *
 * Returns: whether what is written is a score from 0 to 100, or nothing
 */
gboolean
kl_review_score_get_valid (KlReviewScore *self)
{
  g_return_val_if_fail (KL_IS_REVIEW_SCORE (self), FALSE);

  return kl_score_entry_get_valid (self->entry);
}
