/* kl-subject-row.c: a subject in a boxed list: what it is, how it stands, and a button to explain it */

#include "config.h"

#include "kl-subject-row.h"

#include "exchange/kl-markdown-markup.h"
#include "model/kl-link.h"
#include "recall/kl-score-text.h"
#include "ui/page/kl-control-name.h"

#include "kl-subject-title.h"

struct _KlSubjectRow
{
  AdwActionRow parent_instance;

  KlPlan *plan;
  KlSubject *subject;
  GtkWidget *button;
  char *beside;
  char *note;
};

G_DEFINE_FINAL_TYPE (KlSubjectRow, kl_subject_row, ADW_TYPE_ACTION_ROW)

/* The topics that an exercise goes over, once they are loaded; nothing of a topic. */
static char *
dup_spans (KlPlan    *plan,
           KlSubject *subject)
{
  GListModel *links = kl_subject_get_links (subject);
  g_autoptr(GString) spans = g_string_new (NULL);

  if (kl_subject_get_kind (subject) != KL_SUBJECT_EXERCISE)
    return g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlLink) link = g_list_model_get_item (links, i);
      KlSubject *target = kl_plan_find_subject (plan, kl_link_get_target (link));
      const char *title = target != NULL ? kl_subject_get_title (target) : kl_link_get_text (link);

      if (kl_link_get_kind (link) == KL_LINK_SPANS && title != NULL)
        g_string_append_printf (spans, "%s%s", spans->len > 0 ? " · " : "", title);
    }

  return kl_markdown_to_markup (spans->str);
}

/**
 * kl_subject_row_dup_details:
 * @plan: a plan
 * @subject: a subject of it
 *
 * Returns: (transfer full): how it stands, and the topics that an exercise spans, as markup
 */
char *
kl_subject_row_dup_details (KlPlan    *plan,
                            KlSubject *subject)
{
  KlStanding *standing = kl_subject_get_standing (subject);
  g_autofree char *mark = kl_score_text_mark (plan, standing != NULL ? kl_standing_get_score (standing)
                                                                     : KL_SCORE_NONE);
  g_autofree char *mark_markup = g_markup_escape_text (mark, -1);
  g_autofree char *spans = dup_spans (plan, subject);

  return g_strconcat (mark_markup, *spans != '\0' ? "\n" : "", spans, NULL);
}

static void
subject_cb (KlSubjectRow *self)
{
  const char *title = kl_subject_title_get (self->subject);
  g_autofree char *markup = kl_markdown_to_markup (title);
  g_autofree char *details = kl_subject_row_dup_details (self->plan, self->subject);
  g_autofree char *beside = self->beside != NULL ? g_markup_escape_text (self->beside, -1) : NULL;
  g_autofree char *first_line = g_strjoin (" · ", details, beside, NULL);
  g_autofree char *note = self->note != NULL ? g_markup_escape_text (self->note, -1) : NULL;
  g_autofree char *subtitle = g_strjoin ("\n", first_line, note, NULL);
  g_autofree char *label = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);

  /* A reader of the screen hears what would be explained. */
  label = g_strdup_printf ("%s: %s", gtk_button_get_label (GTK_BUTTON (self->button)), title);
  kl_control_name_set (self->button, label);
}

static void
kl_subject_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "win.show-topic", "s",
                              kl_record_get_id (KL_RECORD (KL_SUBJECT_ROW (row)->subject)));
}

static void
kl_subject_row_dispose (GObject *object)
{
  KlSubjectRow *self = KL_SUBJECT_ROW (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (kl_subject_row_parent_class)->dispose (object);
}

static void
kl_subject_row_finalize (GObject *object)
{
  KlSubjectRow *self = KL_SUBJECT_ROW (object);

  g_free (self->beside);
  g_free (self->note);

  G_OBJECT_CLASS (kl_subject_row_parent_class)->finalize (object);
}

static void
kl_subject_row_class_init (KlSubjectRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_subject_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_subject_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = kl_subject_row_activate;
}

static void
kl_subject_row_init (KlSubjectRow *self)
{
  g_object_set (self, "title-lines", 0, "activatable", TRUE, NULL);

  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
}

/**
 * kl_subject_row_new:
 * @plan: the plan that @subject is in
 * @subject: a subject
 * @action_label: a verb, for the button that leads to the explanation
 *
 * Returns: (transfer floating): a row that follows the subject
 */
GtkWidget *
kl_subject_row_new (KlPlan     *plan,
                    KlSubject  *subject,
                    const char *action_label)
{
  KlSubjectRow *self = g_object_new (KL_TYPE_SUBJECT_ROW, NULL);

  self->plan = g_object_ref (plan);
  self->subject = g_object_ref (subject);
  gtk_button_set_label (GTK_BUTTON (self->button), action_label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.explain");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", kl_record_get_id (KL_RECORD (subject)));

  g_signal_connect_object (subject, "notify", G_CALLBACK (subject_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (subject_cb), self,
                           G_CONNECT_SWAPPED);
  if (kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE)
    g_signal_connect_object (kl_subject_get_links (subject), "items-changed", G_CALLBACK (subject_cb), self,
                             G_CONNECT_SWAPPED);
  subject_cb (self);
  return GTK_WIDGET (self);
}

/**
 * kl_subject_row_set_note:
 * @self: a row
 * @beside: (nullable): what it says beside how the subject stands, such as what is expected now
 * @note: (nullable): what else it says, such as why the subject is due
 */
void
kl_subject_row_set_note (KlSubjectRow *self,
                         const char   *beside,
                         const char   *note)
{
  g_return_if_fail (KL_IS_SUBJECT_ROW (self));

  g_free (self->beside);
  self->beside = g_strdup (beside);
  g_free (self->note);
  self->note = g_strdup (note);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  subject_cb (self);
}
