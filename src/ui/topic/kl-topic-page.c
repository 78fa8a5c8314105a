/* kl-topic-page.c: a topic, subtopic or exercise: how well, what it covers, and the record
 *
 * Every section follows a model of the library; what is edited here is changed by the library first.
 */

#include "config.h"

#include "kl-topic-page.h"

#include "model/kl-attempt.h"
#include "model/kl-study-session.h"
#include "chart/kl-score-series.h"
#include "recall/kl-depth-text.h"
#include "recall/kl-score-outlook.h"
#include "ui/chart/kl-chart-card.h"
#include "ui/draft/kl-draft-assist.h"
#include "ui/draft/kl-draft-saver.h"
#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-edit-text.h"
#include "ui/edit/kl-section.h"
#include "ui/page/kl-subject-title.h"
#include "ui/sidebar/kl-sidebar-move.h"

#include "kl-agreement-line.h"
#include "kl-check-row.h"
#include "kl-due-dialog.h"
#include "kl-feedback-row.h"
#include "kl-gaps-section.h"
#include "kl-links-section.h"
#include "kl-notes-section.h"
#include "kl-points-dialog.h"
#include "kl-points-section.h"
#include "kl-subject-feedback.h"
#include "kl-subtopics-section.h"
#include "kl-topic-edit.h"
#include "kl-topic-head.h"
#include "kl-topic-rows.h"

#include <glib/gi18n.h>

struct _KlTopicPage
{
  KlPage parent_instance;

  AdwWindowTitle *heading;
  GtkButton *explain;
  GtkWidget *menu_button;
  GtkBox *column;
  KlTopicHead *head;
  KlScoreSeries *series;
  GtkWidget *card;
  KlAgenda *agenda;
  KlSection *points;
  KlSection *gaps;
  KlSection *links;
  KlNotesSection *notes;
  KlDraftSaver *saver; /* only while the page is shown and there is a draft */
};

G_DEFINE_FINAL_TYPE (KlTopicPage, kl_topic_page, KL_TYPE_PAGE)

static KlSubject *
get_subject (KlTopicPage *self)
{
  return kl_page_get_subject (KL_PAGE (self));
}

static const char *
get_subject_id (KlTopicPage *self)
{
  return kl_record_get_id (KL_RECORD (get_subject (self)));
}

/* Sections */

/* What cannot be changed just now is there to be read. */
static GtkWidget *
follow_library (KlTopicPage *self,
                GtkWidget   *row)
{
  g_object_bind_property (kl_page_get_library (KL_PAGE (self)), "read-only", row, "editable",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return row;
}

static GtkWidget *
create_attempt_cb (gpointer item,
                   gpointer user_data)
{
  return kl_topic_rows_new_attempt (kl_page_get_plan (user_data), item);
}

static GtkWidget *
create_session_cb (gpointer item,
                   gpointer user_data)
{
  return kl_topic_rows_new_session (item);
}

static GtkWidget *
create_text_cb (gpointer item,
                gpointer user_data)
{
  return kl_feedback_row_new (item, NULL);
}

static GtkWidget *
create_action_cb (gpointer item,
                  gpointer user_data)
{
  return follow_library (user_data, kl_check_row_new_for_action (item));
}

static int
compare_attempts_cb (KlAttempt *a,
                     KlAttempt *b,
                     gpointer   user_data)
{
  /* The newest first. */
  return kl_attempt_compare (b, a);
}

static int
compare_sessions_cb (KlStudySession *a,
                     KlStudySession *b,
                     gpointer        user_data)
{
  /* The newest first. */
  return g_strcmp0 (kl_study_session_get_started (b), kl_study_session_get_started (a));
}

static KlSection *
append_section (KlTopicPage      *self,
                const char       *title,
                const char       *empty,
                GListModel       *model,
                KlSectionRowFunc  create_row)
{
  GtkWidget *section = kl_section_new (title, empty);
  g_autoptr(GListModel) owned = model;

  kl_section_set_model (KL_SECTION (section), owned, create_row, self);
  gtk_box_append (self->column, section);
  return KL_SECTION (section);
}

static void
open_attempt_cb (KlTopicPage *self,
                 const char  *attempt_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-attempt", "(ss)", get_subject_id (self), attempt_id);
}

static void
expected_cb (KlTopicPage *self)
{
  KlSchedules *schedules = kl_agenda_get_schedules (self->agenda);
  const char *id = get_subject_id (self);

  kl_score_outlook_show (self->series, schedules != NULL ? kl_schedules_get_scheduler (schedules) : NULL,
                         schedules != NULL ? kl_schedules_peek (schedules, id) : NULL, id,
                         kl_agenda_get_today (self->agenda));
}

static void
day_cb (KlTopicPage *self,
        KlClock     *clock)
{
  g_autoptr(GDateTime) today = kl_clock_get_now (clock);

  kl_score_series_set_today (self->series, today);
  /* The plan's day may end later. */
  if (kl_agenda_is_loaded (self->agenda))
    expected_cb (self);
}

/* An empty history takes no room: the section of attempts says how to begin one. */
static void
update_card (KlTopicPage *self)
{
  KlSubject *subject = get_subject (self);

  kl_chart_set_title (KL_CHART (self->series), kl_subject_get_title (subject));
  gtk_widget_set_visible (self->card, g_list_model_get_n_items (kl_subject_get_attempts (subject)) > 0);
  /* How far ahead to look depends on how far there is to look back. */
  expected_cb (self);
}

static void
touched_cb (KlTopicPage        *self,
            const char *const  *subject_ids)
{
  if (subject_ids == NULL || g_strv_contains (subject_ids, get_subject_id (self)))
    kl_score_series_refresh (self->series);
}

static void
append_card (KlTopicPage *self)
{
  KlClock *clock = kl_library_get_clock (kl_page_get_library (KL_PAGE (self)));

  self->series = kl_score_series_new (kl_subject_get_attempts (get_subject (self)),
                                      kl_plan_get_bands (kl_page_get_plan (KL_PAGE (self))));
  kl_score_series_set_sessions (self->series, kl_subject_get_sessions (get_subject (self)));
  g_signal_connect_object (kl_page_get_library (KL_PAGE (self)), "touched", G_CALLBACK (touched_cb), self,
                           G_CONNECT_SWAPPED);
  self->card = kl_chart_card_new (KL_CHART (self->series));
  self->agenda = kl_agenda_for (kl_page_get_plan (KL_PAGE (self)));
  day_cb (self, clock);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "activated", G_CALLBACK (open_attempt_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, self->card);
  gtk_box_append (self->column, kl_agreement_line_new (KL_PAGE (self)));
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (expected_cb), self, G_CONNECT_SWAPPED);
  update_card (self);
}

static void
append_content (KlTopicPage *self)
{
  self->points = KL_SECTION (kl_points_section_new (KL_PAGE (self)));
  gtk_box_append (self->column, GTK_WIDGET (self->points));
  self->gaps = KL_SECTION (kl_gaps_section_new (KL_PAGE (self)));
  gtk_box_append (self->column, GTK_WIDGET (self->gaps));
}

static void
append_record (KlTopicPage *self)
{
  KlSubject *subject = get_subject (self);
  GtkSorter *newest = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare_attempts_cb, NULL, NULL));
  GtkSorter *latest = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare_sessions_cb, NULL, NULL));
  GListModel *attempts = g_object_ref (kl_subject_get_attempts (subject));

  gtk_box_append (self->column, kl_subtopics_section_new (KL_PAGE (self)));
  self->links = KL_SECTION (kl_links_section_new (KL_PAGE (self)));
  gtk_box_append (self->column, GTK_WIDGET (self->links));
  kl_section_set_selectable (append_section (self, _("Action Items"), NULL,
                                             kl_subject_feedback_new (subject, 1u << KL_FEEDBACK_ACTION),
                                             create_action_cb));
  append_section (self, _("Corrections"), NULL, kl_subject_feedback_new (subject, 1u << KL_FEEDBACK_CORRECTION),
                  create_text_cb);
  append_section (self, _("Insights and Quotes"), NULL,
                  kl_subject_feedback_new (subject, 1u << KL_FEEDBACK_INSIGHT | 1u << KL_FEEDBACK_QUOTE),
                  create_text_cb);
  self->notes = KL_NOTES_SECTION (kl_notes_section_new (subject));
  gtk_box_append (self->column, GTK_WIDGET (self->notes));
  append_section (self, _("Attempts"), _("No attempts yet. Explain it from memory to record the first one."),
                  G_LIST_MODEL (gtk_sort_list_model_new (attempts, newest)), create_attempt_cb);
  append_section (self, _("Study Sessions"), NULL,
                  G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (kl_subject_get_sessions (subject)), latest)),
                  create_session_cb);
}

/* Draft */

static void
mark_assisted (KlTopicPage *self)
{
  KlDraft *draft;

  if (self->saver == NULL || !kl_draft_saver_get_loaded (self->saver))
    return;

  draft = kl_draft_saver_get_draft (self->saver);
  if (!kl_draft_saver_get_exists (self->saver))
    return;
  gtk_button_set_label (self->explain,
                        kl_draft_get_stage (draft) == KL_DRAFT_REVIEWING ? _("_Read Back") : _("_Continue"));
  kl_draft_assist (kl_page_get_library (KL_PAGE (self)), get_subject (self));
}

static void
update_draft (KlTopicPage *self)
{
  KlStanding *standing = kl_subject_get_standing (get_subject (self));
  gboolean has_draft = standing != NULL && kl_standing_get_has_draft (standing);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (!has_draft)
    {
      if (self->saver != NULL)
        g_signal_handlers_disconnect_by_func (self->saver, mark_assisted, self);
      g_clear_object (&self->saver);
      gtk_button_set_label (self->explain, _("_Explain"));
      return;
    }

  if (self->saver == NULL)
    {
      self->saver = kl_draft_saver_dup (kl_page_get_library (KL_PAGE (self)), get_subject (self));
      g_signal_connect_object (self->saver, "notify::loaded", G_CALLBACK (mark_assisted), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->saver, "notify::exists", G_CALLBACK (mark_assisted), self, G_CONNECT_SWAPPED);
    }
  mark_assisted (self);
}

static void
kl_topic_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kl_topic_page_parent_class)->map (widget);
  update_draft (KL_TOPIC_PAGE (widget));
}

static void
drop_saver (KlTopicPage *self)
{
  if (self->saver != NULL)
    g_signal_handlers_disconnect_by_func (self->saver, mark_assisted, self);
  g_clear_object (&self->saver);
}

static void
kl_topic_page_unmap (GtkWidget *widget)
{
  drop_saver (KL_TOPIC_PAGE (widget));
  GTK_WIDGET_CLASS (kl_topic_page_parent_class)->unmap (widget);
}

/* Actions */

static void
explain_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  KlTopicPage *self = KL_TOPIC_PAGE (widget);
  gboolean reviewing = self->saver != NULL && kl_draft_saver_get_exists (self->saver)
                       && kl_draft_get_stage (kl_draft_saver_get_draft (self->saver)) == KL_DRAFT_REVIEWING;

  gtk_widget_activate_action (widget, reviewing ? "win.review" : "win.explain", "s", get_subject_id (self));
}

static void
study_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.study", "s", get_subject_id (KL_TOPIC_PAGE (widget)));
}

static void
restudy_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.restudy", "s", get_subject_id (KL_TOPIC_PAGE (widget)));
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  kl_topic_head_rename (KL_TOPIC_PAGE (widget)->head);
}

static void
minutes_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  kl_topic_head_edit_minutes (KL_TOPIC_PAGE (widget)->head);
}

static void
due_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  g_autoptr(KlAgenda) agenda = kl_agenda_for (kl_page_get_plan (KL_PAGE (widget)));

  if (kl_agenda_is_loaded (agenda))
    kl_due_dialog_ask (widget, agenda, get_subject (KL_TOPIC_PAGE (widget)));
}

static void
new_subtopic_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-subtopic", "s", get_subject_id (KL_TOPIC_PAGE (widget)));
}

static void
suggest_points_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  kl_points_dialog_ask (KL_PAGE (widget));
}

static void
set_depth_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  KlSubject *subject = get_subject (KL_TOPIC_PAGE (widget));
  KlDepth depth = kl_depth_text_parse (g_variant_get_string (parameter, NULL));

  if (depth != kl_subject_get_depth (subject))
    kl_apply (widget, kl_topic_edit_new_value (subject, KL_RECORD (subject), "depth", depth), NULL, NULL, NULL);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlTopicPage *self = KL_TOPIC_PAGE (widget);
  KlSubject *subject = get_subject (self);
  g_autofree char *sentence = g_strdup_printf (_("Deleted “%s”"), kl_subject_get_title (subject));

  kl_apply (widget, kl_topic_edit_new_delete (kl_page_get_plan (KL_PAGE (self)), subject), sentence, NULL, NULL);
}

static void
update_read_only (KlTopicPage *self)
{
  static const char *const actions[] = { "topic.explain", "topic.restudy", "topic.rename", "topic.minutes", "topic.due",
                                         "topic.set-depth", "topic.delete" };
  gboolean editable = !kl_library_get_read_only (kl_page_get_library (KL_PAGE (self)));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
  /* An exercise is as long as it takes, and what there is to study for it are its topics. */
  if (kl_subject_get_kind (get_subject (self)) != KL_SUBJECT_TOPIC)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "topic.minutes", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "topic.study",
                                 editable && kl_subject_get_kind (get_subject (self)) == KL_SUBJECT_TOPIC);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "topic.new-subtopic",
                                 editable
                                   && kl_sidebar_move_can_hold (kl_page_get_plan (KL_PAGE (self)), get_subject (self)));
  kl_notes_section_set_editable (self->notes, editable);
}

/* Saving what is being written before the page is left */

static void
finish_editing (KlTopicPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *text = focus != NULL ? gtk_widget_get_ancestor (focus, KL_TYPE_EDIT_TEXT) : NULL;

  /* There is one at most: a text that the keyboard leaves is kept at once. */
  if (text != NULL && gtk_widget_is_ancestor (text, GTK_WIDGET (self)))
    kl_edit_text_finish (KL_EDIT_TEXT (text));
}

static void
kl_topic_page_flush_async (KlPage              *page,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  KlTopicPage *self = KL_TOPIC_PAGE (page);

  finish_editing (self);
  kl_topic_head_finish (self->head);
  kl_section_finish_adding (self->points);
  kl_section_finish_adding (self->gaps);
  kl_section_finish_adding (self->links);
  kl_notes_section_save (self->notes);
  KL_PAGE_CLASS (kl_topic_page_parent_class)->flush_async (page, cancellable, callback, user_data);
}

static void
update_title (KlTopicPage *self)
{
  update_card (self);
  kl_page_set_title (KL_PAGE (self), kl_subject_title_get (get_subject (self)));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlTopicPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_load_subject_finish (KL_LIBRARY (object), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
kl_topic_page_constructed (GObject *object)
{
  KlTopicPage *self = KL_TOPIC_PAGE (object);
  KlSubject *subject = get_subject (self);

  G_OBJECT_CLASS (kl_topic_page_parent_class)->constructed (object);

  self->head = KL_TOPIC_HEAD (kl_topic_head_new (kl_page_get_plan (KL_PAGE (self)), subject, self->menu_button));
  gtk_box_append (self->column, GTK_WIDGET (self->head));
  append_card (self);
  append_content (self);
  append_record (self);

  g_signal_connect_object (kl_subject_get_attempts (subject), "items-changed", G_CALLBACK (update_card), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (subject, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (subject, "notify::standing", G_CALLBACK (update_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_page_get_library (KL_PAGE (self)), "notify::read-only", G_CALLBACK (update_read_only),
                           self, G_CONNECT_SWAPPED);
  update_read_only (self);
  update_title (self);
  kl_library_load_subject_async (kl_page_get_library (KL_PAGE (self)), subject, NULL, loaded_cb, g_object_ref (self));
}

static void
kl_topic_page_dispose (GObject *object)
{
  KlTopicPage *self = KL_TOPIC_PAGE (object);

  g_clear_object (&self->agenda);
  drop_saver (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_TOPIC_PAGE);
  g_clear_object (&self->series);

  G_OBJECT_CLASS (kl_topic_page_parent_class)->dispose (object);
}

static void
kl_topic_page_class_init (KlTopicPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_topic_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_topic_page_dispose;
  widget_class->map = kl_topic_page_map;
  widget_class->unmap = kl_topic_page_unmap;
  KL_PAGE_CLASS (klass)->flush_async = kl_topic_page_flush_async;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/topic/kl-topic-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlTopicPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KlTopicPage, explain);
  gtk_widget_class_bind_template_child (widget_class, KlTopicPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KlTopicPage, column);

  gtk_widget_class_install_action (widget_class, "topic.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "topic.study", NULL, study_cb);
  gtk_widget_class_install_action (widget_class, "topic.restudy", NULL, restudy_cb);
  gtk_widget_class_install_action (widget_class, "topic.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "topic.minutes", NULL, minutes_cb);
  gtk_widget_class_install_action (widget_class, "topic.due", NULL, due_cb);
  gtk_widget_class_install_action (widget_class, "topic.new-subtopic", NULL, new_subtopic_cb);
  gtk_widget_class_install_action (widget_class, "topic.suggest-points", NULL, suggest_points_cb);
  gtk_widget_class_install_action (widget_class, "topic.set-depth", "s", set_depth_cb);
  gtk_widget_class_install_action (widget_class, "topic.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "topic.explain", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "topic.rename", NULL);
}

static void
kl_topic_page_init (KlTopicPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_topic_page_new:
 * @library: the library
 * @plan: the plan of the subject
 * @subject: a topic, subtopic or exercise
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
kl_topic_page_new (KlLibrary *library,
                   KlPlan    *plan,
                   KlSubject *subject)
{
  return g_object_new (KL_TYPE_TOPIC_PAGE, "library", library, "plan", plan, "subject", subject, NULL);
}
