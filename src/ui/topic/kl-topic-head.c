/* kl-topic-head.c: what the topic is called and how it stands */

#include "config.h"

#include "kl-topic-head.h"

#include "model/kl-attempt.h"
#include "recall/kl-agenda.h"
#include "recall/kl-date-text.h"
#include "recall/kl-day-text.h"
#include "recall/kl-depth-text.h"
#include "recall/kl-expectation-text.h"
#include "recall/kl-score-text.h"
#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-edit-text.h"
#include "ui/page/kl-keyboard-focus.h"
#include "ui/today/kl-queue-text.h"

#include "kl-topic-edit.h"

#include <glib/gi18n.h>
#include <string.h>

struct _KlTopicHead
{
  GtkBox parent_instance;

  KlPlan *plan;
  KlSubject *subject;
  KlAgenda *agenda;
  KlEditText *title;
  GtkLabel *headline;
  GtkLabel *why;
  GtkLabel *mismatch;
  GtkLabel *facts;
  GtkWidget *minutes_row; /* only while the minutes are edited, and afterwards hidden */
  GtkSpinButton *minutes;
  GtkWidget *next_focus;
};

/* As the study queue has it. */
#define MAX_MINUTES 1000

G_DEFINE_FINAL_TYPE (KlTopicHead, kl_topic_head, GTK_TYPE_BOX)

/* The attempt that counts: the last one that has a score. */
static KlAttempt *
find_scored (KlTopicHead *self)
{
  GListModel *attempts = kl_subject_get_attempts (self->subject);
  KlAttempt *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      /* The subject's list keeps the attempt alive. */
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      if (kl_score_is_set (kl_attempt_get_score (attempt))
          && (latest == NULL || kl_attempt_compare (attempt, latest) > 0))
        latest = attempt;
    }

  return latest;
}

/* How many attempts on different days were good enough, once what was missed is not missed any more for long. */
static guint
count_retained (KlTopicHead *self)
{
  GListModel *attempts = kl_subject_get_attempts (self->subject);
  double enough = kl_plan_get_wish (self->plan, KL_WISH_RETAINED_SCORE);
  g_autoptr(GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);
      KlScore score = kl_attempt_get_score (attempt);

      if (kl_score_is_set (score) && kl_score_get_value (score) >= enough && !kl_attempt_get_assisted (attempt)
          && kl_attempt_get_date (attempt) != NULL)
        g_hash_table_add (days, g_strndup (kl_attempt_get_date (attempt), strlen ("2025-10-10")));
    }
  return g_hash_table_size (days);
}

static void
append_retained (KlTopicHead *self,
                 GString     *text)
{
  guint n_wanted = (guint) kl_plan_get_wish (self->plan, KL_WISH_RETAINED_ATTEMPTS);
  guint n_retained = count_retained (self);

  if (n_retained >= n_wanted)
    g_string_append_printf (text, " · %s", _("retained"));
  else if (n_retained > 0)
    {
      g_autofree char *steps = g_strdup_printf (ngettext ("%u of %u step to retained", "%u of %u steps to retained",
                                                          n_wanted),
                                                n_retained, n_wanted);

      g_string_append_printf (text, " · %s", steps);
    }
}

static char *
describe_facts (KlTopicHead *self)
{
  KlStanding *standing = kl_subject_get_standing (self->subject);
  g_autoptr(GString) text = g_string_new (NULL);

  if (kl_subject_get_kind (self->subject) == KL_SUBJECT_EXERCISE)
    g_string_append (text, _("Exercise"));
  else
    g_string_append (text, kl_depth_text_get (kl_subject_get_depth (self->subject)));

  if (kl_subject_get_minutes (self->subject) > 0)
    {
      g_autofree char *minutes = kl_queue_text_minutes (kl_subject_get_minutes (self->subject));

      g_string_append_printf (text, " · %s", minutes);
    }
  if (standing != NULL && kl_standing_get_date (standing) != NULL)
    {
      g_autofree char *date = kl_date_text_format (kl_standing_get_date (standing));

      g_string_append (text, " · ");
      /* Translators: %s is a day */
      g_string_append_printf (text, _("last explained on %s"), date);
    }
  append_retained (self, text);
  if (standing != NULL && kl_standing_get_has_draft (standing))
    g_string_append_printf (text, " · %s", _("a draft is waiting"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is expected now, and when it is due; where there is no room that day, when there is. */
static char *
describe_outlook (KlTopicHead *self)
{
  const KlProspect *prospect = kl_agenda_get_prospect (self->agenda, kl_record_get_id (KL_RECORD (self->subject)));
  gint64 today = kl_agenda_get_today (self->agenda);
  g_autoptr(GString) text = g_string_new (NULL);

  if (prospect == NULL)
    return g_strdup ("");

  if (prospect->is_assessed)
    {
      g_autofree char *expected = kl_expectation_to_text (&prospect->expectation);

      g_string_append_printf (text, " · %s", expected);
    }
  if (prospect->due > 0)
    {
      g_autofree char *due = kl_day_text_due (prospect->due, today);

      g_string_append_printf (text, " · %s", due);
    }
  if (prospect->planned > today)
    {
      g_autofree char *day = kl_day_text_weekday (prospect->planned, today);

      g_string_append (text, " · ");
      /* Translators: %s is a day: what does not fit today has room then. */
      g_string_append_printf (text, _("planned for %s"), day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_outlook (KlTopicHead *self,
                const char  *mark)
{
  g_autofree char *outlook = describe_outlook (self);
  g_autofree char *headline = g_strconcat (mark, outlook, NULL);
  g_autofree char *why = kl_agenda_dup_why (self->agenda, kl_record_get_id (KL_RECORD (self->subject)));

  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->why, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), why != NULL);
}

static void
update (KlTopicHead *self)
{
  KlStanding *standing = kl_subject_get_standing (self->subject);
  KlAttempt *scored = find_scored (self);
  KlScore score = KL_SCORE_NONE;
  g_autofree char *mark = NULL;
  g_autofree char *mismatch = NULL;
  g_autofree char *facts = describe_facts (self);

  if (scored != NULL)
    score = kl_attempt_get_score (scored);
  else if (standing != NULL)
    score = kl_standing_get_score (standing);

  kl_edit_text_set_text (self->title, kl_subject_get_title (self->subject));
  mark = kl_score_text_mark (self->plan, score);
  update_outlook (self, mark);
  if (scored != NULL)
    mismatch = kl_score_text_find_mismatch (self->plan, kl_attempt_get_label (scored), score);
  gtk_label_set_text (self->mismatch, mismatch != NULL ? mismatch : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mismatch), mismatch != NULL);
  gtk_label_set_text (self->facts, facts);
}

static void
renamed_cb (gpointer      target,
            const GError *error)
{
  if (error != NULL)
    kl_edit_text_resume (target);
}

static void
commit_cb (KlTopicHead *self,
           const char  *title)
{
  kl_apply (GTK_WIDGET (self), kl_topic_edit_new_string (self->subject, KL_RECORD (self->subject), "title", title),
            _("Renamed"), renamed_cb, self->title);
}

static void
stop_minutes (KlTopicHead *self,
              gboolean     keep)
{
  gboolean had_focus;
  gint64 minutes;

  if (self->minutes_row == NULL || !gtk_widget_get_visible (self->minutes_row))
    return;

  had_focus = kl_keyboard_focus_find_child (self->minutes_row) != NULL;
  gtk_spin_button_update (self->minutes);
  minutes = gtk_spin_button_get_value_as_int (self->minutes);
  gtk_widget_set_visible (self->minutes_row, FALSE);
  if (had_focus && self->next_focus != NULL)
    gtk_widget_grab_focus (self->next_focus);
  if (keep && minutes != MIN (kl_subject_get_minutes (self->subject), MAX_MINUTES))
    kl_apply (GTK_WIDGET (self),
              kl_topic_edit_new_value (self->subject, KL_RECORD (self->subject), "minutes", minutes),
              _("Minutes changed"), NULL, NULL);
}

static void
minutes_left_cb (KlTopicHead *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Another window having the keyboard is no leaving. */
  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    stop_minutes (self, TRUE);
}

static gboolean
minutes_key_cb (KlTopicHead     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean keep = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!keep && keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_minutes (self, keep);
  return GDK_EVENT_STOP;
}

static void
create_minutes (KlTopicHead *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *label = gtk_label_new (_("Minutes"));

  self->minutes_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->minutes = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MAX_MINUTES, 5));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Minutes"), -1);
  gtk_box_append (GTK_BOX (self->minutes_row), label);
  gtk_box_append (GTK_BOX (self->minutes_row), GTK_WIDGET (self->minutes));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (minutes_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->minutes), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (minutes_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->minutes), keys);
  gtk_box_append (GTK_BOX (self), self->minutes_row);
}

static void
kl_topic_head_dispose (GObject *object)
{
  KlTopicHead *self = KL_TOPIC_HEAD (object);

  g_clear_weak_pointer (&self->next_focus);
  g_clear_object (&self->plan);
  g_clear_object (&self->subject);
  g_clear_object (&self->agenda);

  G_OBJECT_CLASS (kl_topic_head_parent_class)->dispose (object);
}

static void
kl_topic_head_class_init (KlTopicHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_topic_head_dispose;
}

static GtkLabel *
append_label (KlTopicHead *self,
              const char  *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
kl_topic_head_init (KlTopicHead *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->title = KL_EDIT_TEXT (kl_edit_text_new (_("Title")));
  kl_edit_text_set_empty (self->title, _("Without a Title"));
  kl_edit_text_set_style (self->title, "title-1");
  g_signal_connect_object (self->title, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  self->headline = append_label (self, "title-4");
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), "numeric");
  self->why = append_label (self, "dim-label");
  self->mismatch = append_label (self, "warning");
  self->facts = append_label (self, "dim-label");
}

/**
 * kl_topic_head_new:
 * @plan: the plan
 * @subject: a subject of it
 * @next_focus: what gets the keyboard when something here was edited
 *
 * Returns: (transfer floating): its head
 */
GtkWidget *
kl_topic_head_new (KlPlan    *plan,
                   KlSubject *subject,
                   GtkWidget *next_focus)
{
  KlTopicHead *self = g_object_new (KL_TYPE_TOPIC_HEAD, NULL);

  g_set_weak_pointer (&self->next_focus, next_focus);
  kl_edit_text_set_next_focus (self->title, next_focus);

  self->plan = g_object_ref (plan);
  self->subject = g_object_ref (subject);
  self->agenda = kl_agenda_for (plan);
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (subject, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_attempts (subject), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_topic_head_rename:
 * @self: a head
 *
 * Lets the person edit the title.
 */
void
kl_topic_head_rename (KlTopicHead *self)
{
  g_return_if_fail (KL_IS_TOPIC_HEAD (self));

  kl_edit_text_start_editing (self->title);
}

/**
 * kl_topic_head_edit_minutes:
 * @self: a head
 *
 * Lets the person say how long the topic takes; 0 says nothing of it.
 */
void
kl_topic_head_edit_minutes (KlTopicHead *self)
{
  g_return_if_fail (KL_IS_TOPIC_HEAD (self));

  if (self->minutes_row == NULL)
    create_minutes (self);
  gtk_spin_button_set_value (self->minutes, (double) MIN (kl_subject_get_minutes (self->subject), MAX_MINUTES));
  gtk_widget_set_visible (self->minutes_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes));
}

/**
 * kl_topic_head_finish:
 * @self: a head
 *
 * Keeps what was written, as leaving it does.
 */
void
kl_topic_head_finish (KlTopicHead *self)
{
  g_return_if_fail (KL_IS_TOPIC_HEAD (self));

  kl_edit_text_finish (self->title);
  stop_minutes (self, TRUE);
}
