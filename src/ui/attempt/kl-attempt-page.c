/* kl-attempt-page.c: the record of an attempt as it was, with its amendments */

#include "config.h"

#include "kl-attempt-page.h"

#include "model/kl-amendment.h"
#include "model/kl-verdict.h"
#include "recall/kl-attempt-compare.h"
#include "recall/kl-date-text.h"
#include "recall/kl-score-text.h"
#include "recall/kl-verdict-text.h"
#include "ui/draft/kl-draft-assist.h"
#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-section.h"
#include "ui/page/kl-control-name.h"
#include "ui/page/kl-rich-text.h"

#include "kl-amend-dialog.h"
#include "kl-feedback-list.h"

#include <glib/gi18n.h>

struct _KlAttemptPage
{
  KlPage parent_instance;

  KlAttempt *attempt;
  GListModel *earlier_attempts;
  KlFeedbackList *feedback;

  AdwWindowTitle *heading;
  GtkBox *column;
  GtkLabel *title_label;
  GtkLabel *score;
  GtkLabel *mismatch;
  GtkLabel *facts;
  GtkWidget *explanation_box;
  GtkLabel *explanation;
  GtkWidget *compare_box;
  GtkDropDown *earlier;
  GtkLabel *turned;
  GtkLabel *earlier_text;
  AdwBin *earlier_feedback;
};

G_DEFINE_FINAL_TYPE (KlAttemptPage, kl_attempt_page, KL_TYPE_PAGE)

static void
append_fact (GString    *text,
             const char *fact)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", fact);
}

static void
append_guess (KlAttemptPage *self,
              GString       *text)
{
  double guess = kl_attempt_get_guess (self->attempt);
  double actual = kl_score_get_value (kl_attempt_get_score (self->attempt));
  g_autofree char *number = kl_score_text_format ((KlScore) { guess, guess });
  g_autofree char *fact = NULL;

  if (isnan (guess))
    return;

  if (isnan (actual))
    fact = g_strdup_printf (_("expected: %s"), number);
  else
    /* Translators: such as “expected: 80 %, 12 points too low”; the second part is in percentage points */
    fact = actual > guess
             ? g_strdup_printf (_("expected: %s, %.3g points too low"), number, actual - guess)
             : actual < guess ? g_strdup_printf (_("expected: %s, %.3g points too high"), number, guess - actual)
                              : g_strdup_printf (_("expected: %s, just so"), number);
  append_fact (text, fact);
}

static void
append_suggested (KlAttemptPage *self,
                  GString       *text)
{
  double suggested = kl_attempt_get_suggested (self->attempt);
  g_autofree char *number = kl_score_text_format ((KlScore) { suggested, suggested });
  /* Translators: %s is the score that KLearn suggested for an attempt */
  g_autofree char *fact = g_strdup_printf (_("suggested: %s"), number);

  if (!isnan (suggested))
    append_fact (text, fact);
}

static void
update_facts (KlAttemptPage *self)
{
  const char *label = kl_attempt_get_label (self->attempt);
  gint64 seconds = kl_attempt_get_seconds (self->attempt);
  g_autofree char *date = kl_date_text_format_full (kl_attempt_get_date (self->attempt));
  g_autoptr(GString) text = g_string_new (date);

  append_guess (self, text);
  append_suggested (self, text);
  if (kl_attempt_get_assisted (self->attempt))
    append_fact (text, _("assisted"));
  if (seconds > 0)
    {
      g_autofree char *span = kl_date_text_format_span (seconds);
      g_autofree char *fact = g_strdup_printf (_("written in %s"), span);

      append_fact (text, fact);
    }
  if (label != NULL && *label != '\0')
    {
      /* Translators: %s is the score’s label as it stands in the person’s own document */
      g_autofree char *fact = g_strdup_printf (_("written as “%s”"), label);

      append_fact (text, fact);
    }
  gtk_label_set_text (self->facts, text->str);
}

static void
update (KlAttemptPage *self)
{
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));
  KlPlan *plan = kl_page_get_plan (KL_PAGE (self));
  KlScore score = kl_attempt_get_score (self->attempt);
  KlScore first = kl_attempt_get_first_score (self->attempt);
  const char *explanation = kl_attempt_get_explanation (self->attempt);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, kl_attempt_get_number (self->attempt));
  g_autofree char *heading = g_strdup_printf (_("Attempt #%s"), number);
  g_autofree char *mark = kl_score_is_set (score) ? kl_score_text_mark (plan, score) : g_strdup (_("No score"));
  g_autofree char *mismatch = kl_score_text_find_mismatch (plan, kl_attempt_get_label (self->attempt), first);

  gtk_label_set_text (self->title_label, kl_subject_get_title (subject));
  adw_window_title_set_title (self->heading, heading);
  kl_page_set_title (KL_PAGE (self), kl_subject_get_title (subject));
  if (kl_attempt_has_other_score (self->attempt))
    {
      g_autofree char *before = kl_score_text_format (first);
      g_autofree char *both = g_strdup_printf (_("%s, amended; first %s"), mark, before);

      gtk_label_set_text (self->score, both);
    }
  else
    gtk_label_set_text (self->score, mark);
  gtk_label_set_text (self->mismatch, mismatch != NULL ? mismatch : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mismatch), mismatch != NULL);
  update_facts (self);
  kl_rich_text_show (self->explanation, explanation);
  gtk_widget_set_visible (self->explanation_box, explanation != NULL && *explanation != '\0');
}

/* Comparison */

static gboolean
match_earlier_cb (gpointer item,
                  gpointer user_data)
{
  return kl_attempt_compare (item, user_data) < 0;
}

static char *
describe_attempt (KlAttempt *attempt)
{
  g_autofree char *date = kl_date_text_format (kl_attempt_get_date (attempt));
  g_autofree char *score = kl_score_is_set (kl_attempt_get_score (attempt))
                             ? kl_score_text_format (kl_attempt_get_score (attempt))
                             : g_strdup (_("No score"));

  return g_strdup_printf ("#%" G_GINT64_FORMAT " · %s · %s", kl_attempt_get_number (attempt), date, score);
}

static void
update_comparison (KlAttemptPage *self)
{
  KlAttempt *chosen = gtk_drop_down_get_selected_item (self->earlier);
  const char *explanation = KL_IS_ATTEMPT (chosen) ? kl_attempt_get_explanation (chosen) : NULL;
  g_autofree char *turned = NULL;

  gtk_widget_set_visible (self->compare_box, g_list_model_get_n_items (self->earlier_attempts) > 0);
  kl_rich_text_show (self->earlier_text, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_text), explanation != NULL && *explanation != '\0');
  adw_bin_set_child (self->earlier_feedback, KL_IS_ATTEMPT (chosen) ? kl_feedback_list_new (NULL, chosen) : NULL);
  if (!KL_IS_ATTEMPT (chosen))
    {
      gtk_label_set_text (self->turned, "");
      return;
    }

  turned = kl_attempt_compare_to_text (chosen, self->attempt);
  gtk_label_set_text (self->turned, turned != NULL ? turned : "");
  gtk_widget_set_visible (GTK_WIDGET (self->turned), turned != NULL);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  g_autofree char *text = describe_attempt (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
set_up_comparison (KlAttemptPage *self)
{
  GListModel *attempts = g_object_ref (kl_subject_get_attempts (kl_page_get_subject (KL_PAGE (self))));
  GtkCustomFilter *filter = gtk_custom_filter_new (match_earlier_cb, g_object_ref (self->attempt), g_object_unref);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->earlier_attempts = G_LIST_MODEL (gtk_filter_list_model_new (attempts, GTK_FILTER (filter)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  kl_control_name_set (GTK_WIDGET (self->earlier), _("Earlier attempt"));
  gtk_drop_down_set_factory (self->earlier, factory);
  gtk_drop_down_set_model (self->earlier, self->earlier_attempts);
  if (g_list_model_get_n_items (self->earlier_attempts) > 0)
    gtk_drop_down_set_selected (self->earlier, g_list_model_get_n_items (self->earlier_attempts) - 1);
  g_signal_connect_object (self->earlier, "notify::selected-item", G_CALLBACK (update_comparison), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->earlier_attempts, "items-changed", G_CALLBACK (update_comparison), self,
                           G_CONNECT_SWAPPED);
  update_comparison (self);
}

/* Sections */

static GtkWidget *
new_action_row (const char *title,
                const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static GtkWidget *
create_verdict_cb (gpointer item,
                   gpointer user_data)
{
  KlVerdictValue value = kl_verdict_get_value (item);
  KlVerdictValue suggested = kl_verdict_get_suggested (item);
  g_autoptr(GString) subtitle = g_string_new (NULL);

  if (value != KL_VERDICT_UNSET || suggested == KL_VERDICT_UNSET)
    g_string_append_printf (subtitle, "%s %s", kl_verdict_text_get_glyph (value), kl_verdict_text_get_word (value));
  if (suggested != KL_VERDICT_UNSET && suggested != value)
    {
      g_autofree char *verdict = g_strdup_printf ("%s %s", kl_verdict_text_get_glyph (suggested),
                                                  kl_verdict_text_get_word (suggested));
      /* Translators: %s is the verdict on a point, with a sign before it, such as “✓ Covered” */
      g_autofree char *fact = g_strdup_printf (_("suggested: %s"), verdict);

      append_fact (subtitle, fact);
    }
  return new_action_row (kl_verdict_get_text (item), subtitle->str);
}

/* What it was before, where the amendment is about something that was said. */
static char *
describe_amended (KlAttemptPage *self,
                  KlAmendment   *amendment)
{
  GListModel *items = kl_attempt_get_feedback (self->attempt);
  const char *text = kl_amendment_get_text (amendment) != NULL ? kl_amendment_get_text (amendment)
                                                                : kl_amendment_get_wrong (amendment);

  if (text == NULL)
    return g_strdup (_("Feedback added"));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(KlRecord) item = g_list_model_get_item (items, i);

      if (g_strcmp0 (kl_record_get_id (item), kl_amendment_get_item (amendment)) == 0)
        /* Translators: %s is what was said about an attempt until then */
        return g_strdup_printf (_("Amended, before: %s"), text);
    }
  /* Translators: %s is what was said about an attempt until then */
  return g_strdup_printf (_("Withdrawn: %s"), text);
}

static GtkWidget *
create_amendment_cb (gpointer item,
                     gpointer user_data)
{
  KlScore score = { kl_amendment_get_low (item), kl_amendment_get_high (item) };
  g_autofree char *title = kl_amendment_get_item (item) != NULL
                             ? describe_amended (user_data, item)
                             : kl_score_text_mark (kl_page_get_plan (user_data), score);
  g_autofree char *date = kl_date_text_format_full (kl_amendment_get_date (item));
  const char *note = kl_amendment_get_note (item);
  g_autofree char *subtitle = note != NULL ? g_strdup_printf ("%s · %s", date, note) : g_strdup (date);

  return new_action_row (title, subtitle);
}

static void
insert_section (KlAttemptPage    *self,
                const char       *title,
                GListModel       *model,
                KlSectionRowFunc  create_row)
{
  GtkWidget *section = kl_section_new (title, NULL);

  kl_section_set_model (KL_SECTION (section), model, create_row, self);
  gtk_box_insert_child_after (self->column, section, gtk_widget_get_prev_sibling (self->compare_box));
}

/* Actions */

static void
amend_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  kl_amend_dialog_present (KL_PAGE (widget), KL_ATTEMPT_PAGE (widget)->attempt);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlAttemptPage *self = KL_ATTEMPT_PAGE (widget);
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_ATTEMPT,
                                    kl_subject_get_title (kl_page_get_subject (KL_PAGE (self))));

  kl_change_remove (change, KL_TYPE_ATTEMPT, kl_record_get_id (KL_RECORD (self->attempt)));
  kl_apply (widget, change, _("Attempt deleted"), NULL, NULL);
}

/* Deleted here or elsewhere, or taken back by Undo: there is nothing to show any more. */
static void
attempts_changed_cb (KlAttemptPage *self)
{
  GListModel *attempts = kl_subject_get_attempts (kl_page_get_subject (KL_PAGE (self)));

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      if (attempt == self->attempt)
        return;
    }

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-topic", "s",
                                kl_record_get_id (KL_RECORD (kl_page_get_subject (KL_PAGE (self)))));
}

static void
kl_attempt_page_map (GtkWidget *widget)
{
  KlPage *page = KL_PAGE (widget);

  GTK_WIDGET_CLASS (kl_attempt_page_parent_class)->map (widget);
  kl_draft_assist (kl_page_get_library (page), kl_page_get_subject (page));
}

static void
kl_attempt_page_flush_async (KlPage              *page,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  kl_feedback_list_finish (KL_ATTEMPT_PAGE (page)->feedback);
  KL_PAGE_CLASS (kl_attempt_page_parent_class)->flush_async (page, cancellable, callback, user_data);
}

static void
kl_attempt_page_dispose (GObject *object)
{
  KlAttemptPage *self = KL_ATTEMPT_PAGE (object);

  g_clear_object (&self->attempt);
  g_clear_object (&self->earlier_attempts);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_ATTEMPT_PAGE);

  G_OBJECT_CLASS (kl_attempt_page_parent_class)->dispose (object);
}

static void
kl_attempt_page_class_init (KlAttemptPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_attempt_page_dispose;
  widget_class->map = kl_attempt_page_map;
  KL_PAGE_CLASS (klass)->flush_async = kl_attempt_page_flush_async;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/attempt/kl-attempt-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, column);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, score);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, mismatch);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, facts);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, explanation_box);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, compare_box);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, turned);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, earlier_text);
  gtk_widget_class_bind_template_child (widget_class, KlAttemptPage, earlier_feedback);

  gtk_widget_class_install_action (widget_class, "attempt.amend", NULL, amend_cb);
  gtk_widget_class_install_action (widget_class, "attempt.delete", NULL, delete_cb);
}

static void
kl_attempt_page_init (KlAttemptPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_attempt_page_new:
 * @library: the library
 * @plan: the plan of the subject
 * @subject: what was explained, loaded
 * @attempt: an attempt of it
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
kl_attempt_page_new (KlLibrary *library,
                     KlPlan    *plan,
                     KlSubject *subject,
                     KlAttempt *attempt)
{
  KlAttemptPage *self = g_object_new (KL_TYPE_ATTEMPT_PAGE, "library", library, "plan", plan, "subject", subject, NULL);

  self->attempt = g_object_ref (attempt);
  self->feedback = KL_FEEDBACK_LIST (kl_feedback_list_new (KL_PAGE (self), attempt));
  insert_section (self, _("Points"), kl_attempt_get_verdicts (attempt), create_verdict_cb);
  gtk_box_insert_child_after (self->column, GTK_WIDGET (self->feedback),
                              gtk_widget_get_prev_sibling (self->compare_box));
  insert_section (self, _("Amendments"), kl_attempt_get_amendments (attempt), create_amendment_cb);
  set_up_comparison (self);

  g_signal_connect_object (attempt, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_attempt_get_amendments (attempt), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_attempts (subject), "items-changed", G_CALLBACK (attempts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
