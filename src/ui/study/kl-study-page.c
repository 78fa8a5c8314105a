/* kl-study-page.c: a topic that is being studied: the time, what to go through, and notes
 *
 * A session begins when the person asks for the page and ends with “Done”; until then it goes on behind every other
 * page.
 */

#include "config.h"

#include "kl-study-page.h"

#include <glib/gi18n.h>

#include "recall/kl-date-text.h"
#include "ui/edit/kl-apply.h"
#include "ui/page/kl-dialog-words.h"

#include "kl-missed-points.h"
#include "kl-studies.h"
#include "kl-study-checklist.h"
#include "kl-study-log.h"
#include "kl-study-minutes.h"

struct _KlStudyPage
{
  KlPage parent_instance;

  KlSessionKind kind;
  KlStudies *studies;
  KlStudyTimer *timer; /* from when it is known whether there was one */
  gboolean begins; /* where no session is under way */
  gboolean is_loaded;

  AdwWindowTitle *heading;
  GtkLabel *prompt;
  GtkLabel *time;
  GtkLabel *target;
  GtkButton *pause;
  GtkProgressBar *progress;
  GtkLabel *trouble;
  AdwPreferencesGroup *points;
  AdwPreferencesGroup *gaps;
  GtkTextView *notes;
  GtkSpinButton *minutes;
  AdwComboRow *depth;
};

G_DEFINE_FINAL_TYPE (KlStudyPage, kl_study_page, KL_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_BEGINS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* As the combo row has them. */
static const KlDepth depths[] = { KL_DEPTH_DEEP, KL_DEPTH_SURFACE, KL_DEPTH_NONE };

static KlStudyClock *
get_clock (KlStudyPage *self)
{
  return kl_study_timer_get_clock (self->timer);
}

/* Time */

static char *
describe_target (gint64 minutes,
                 gint64 seconds)
{
  if (minutes <= 0)
    return g_strdup ("");
  if (seconds < (minutes + 1) * 60)
    /* Translators: after the time that was spent, such as “12:30 of 30 min” */
    return g_strdup_printf (_("of %d min"), (int) minutes);
  /* Translators: after the time that was spent, such as “42:30 of 30 min, 12 min more” */
  return g_strdup_printf (_("of %d min, %d min more"), (int) minutes, (int) (seconds / 60 - minutes));
}

static void
update_time (KlStudyPage *self)
{
  gint64 seconds = kl_study_timer_get_seconds (self->timer);
  gint64 minutes = kl_study_clock_get_minutes (get_clock (self));
  g_autofree char *span = kl_date_text_format_span (seconds);
  g_autofree char *target = describe_target (minutes, seconds);

  gtk_label_set_text (self->time, span);
  gtk_label_set_text (self->target, target);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), minutes > 0);
  gtk_progress_bar_set_fraction (self->progress,
                                 minutes > 0 ? MIN ((double) seconds / ((double) minutes * 60), 1.0) : 0.0);
}

static void
show_trouble (KlStudyPage *self,
              const char  *error)
{
  gtk_label_set_text (self->trouble, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), error != NULL);
}

static void
update_running (KlStudyPage *self)
{
  gtk_button_set_label (self->pause, kl_study_timer_get_running (self->timer) ? _("_Pause") : _("_Go On"));
  show_trouble (self, kl_study_timer_get_error (self->timer));
  update_time (self);
}

static void
pause_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  KlStudyPage *self = KL_STUDY_PAGE (widget);

  if (kl_study_timer_get_running (self->timer))
    kl_study_timer_pause (self->timer);
  else
    kl_studies_go_on (self->studies, self->timer);
}

static void
minutes_cb (KlStudyPage *self)
{
  g_object_set (get_clock (self), "minutes", (gint64) gtk_spin_button_get_value_as_int (self->minutes), NULL);
  kl_study_timer_touch (self->timer);
  update_time (self);
}

/* What to go through */

static void
fill_lists (KlStudyPage *self)
{
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));
  g_autoptr(GListModel) missed = NULL;

  if (self->kind == KL_SESSION_DEEP_DIVE)
    {
      kl_study_checklist_fill (self->points, self->timer, kl_subject_get_points (subject));
      kl_study_checklist_fill (self->gaps, self->timer, kl_subject_get_gaps (subject));
      return;
    }

  missed = kl_missed_points_new (subject);
  if (kl_study_checklist_fill (self->points, self->timer, missed) > 0)
    adw_preferences_group_set_title (self->points, _("Missed Last Time"));
  else
    kl_study_checklist_fill (self->points, self->timer, kl_subject_get_points (subject));
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), FALSE);
}

static void
notes_cb (KlStudyPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *notes = NULL;

  /* As where an explanation is written: the scroll bar gets its place before it is painted. */
  gtk_widget_queue_resize (GTK_WIDGET (self->notes));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  notes = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_object_set (get_clock (self), "notes", *notes != '\0' ? notes : NULL, NULL);
  kl_study_timer_touch (self->timer);
}

/* The session */

static void
update_title (KlStudyPage *self)
{
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));
  const char *title = kl_subject_get_title (subject);

  gtk_label_set_text (self->prompt, title != NULL ? title : "");
  adw_window_title_set_title (self->heading, self->kind == KL_SESSION_DEEP_DIVE ? _("Deep Dive") : _("Restudy"));
  kl_page_set_title (KL_PAGE (self), title);
}

static void
set_enabled (KlStudyPage *self,
             gboolean     enabled)
{
  static const char *const actions[] = { "study.done", "study.pause", "study.give-up" };

  /* The page is gone. */
  if (self->notes == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
  gtk_widget_set_sensitive (GTK_WIDGET (self->notes), enabled);
  gtk_widget_set_sensitive (GTK_WIDGET (self->minutes), enabled);
}

/* What there is to go through, and what was written before. */
static void
show_session (KlStudyPage *self)
{
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));
  KlStudyClock *clock = get_clock (self);
  const char *notes = kl_study_clock_get_notes (clock);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);

  self->kind = kl_study_clock_get_kind (clock);
  update_title (self);
  fill_lists (self);
  gtk_text_buffer_set_text (buffer, notes != NULL ? notes : "", -1);
  gtk_spin_button_set_value (self->minutes, (double) kl_study_clock_get_minutes (clock));
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    if (depths[i] == (self->kind == KL_SESSION_DEEP_DIVE ? KL_DEPTH_DEEP : kl_subject_get_depth (subject)))
      adw_combo_row_set_selected (self->depth, i);
  gtk_widget_set_visible (GTK_WIDGET (self->depth), kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC);

  g_signal_connect_object (buffer, "changed", G_CALLBACK (notes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->minutes, "value-changed", G_CALLBACK (minutes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "tick", G_CALLBACK (update_time), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "changed", G_CALLBACK (update_running), self, G_CONNECT_SWAPPED);
  set_enabled (self, TRUE);
  update_running (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->pause));
}

/* Where the page is still shown. */
static void
leave (KlStudyPage *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-topic", "s",
                                kl_record_get_id (KL_RECORD (kl_page_get_subject (KL_PAGE (self)))));
}

/* Both what there is to study and whether it is being studied have to be known: nothing begins in place of a session
 * that could not be read. */
static void
begin (KlStudyPage *self)
{
  KlLibrary *library = kl_page_get_library (KL_PAGE (self));
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));
  KlStudyTimer *timer;

  if (self->timer != NULL)
    return;

  show_trouble (self, kl_studies_get_error (self->studies));
  if (!kl_studies_get_loaded (self->studies) || !self->is_loaded)
    return;

  timer = kl_studies_find (self->studies, kl_record_get_id (KL_RECORD (subject)));
  if (kl_library_get_read_only (library) || (timer == NULL && !self->begins))
    {
      leave (self);
      return;
    }
  if (timer == NULL)
    {
      /* That the sessions have changed leads here again. */
      kl_studies_begin (self->studies, subject, self->kind,
                        kl_study_minutes_suggest (kl_page_get_plan (KL_PAGE (self)), subject, self->kind));
      return;
    }

  self->timer = g_object_ref (timer);
  show_session (self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlStudyPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_load_subject_finish (KL_LIBRARY (object), result, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }

  self->is_loaded = TRUE;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    begin (self);
}

static void
logged_cb (gpointer      target,
           const GError *error)
{
  KlStudyPage *self = target;

  if (error != NULL)
    {
      kl_study_timer_set_ended (self->timer, FALSE);
      set_enabled (self, TRUE);
      return;
    }

  kl_studies_remove (self->studies, self->timer);
  leave (self);
}

static void
done_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlStudyPage *self = KL_STUDY_PAGE (widget);
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));
  gint64 seconds = kl_study_timer_get_seconds (self->timer);
  g_autofree char *span = kl_date_text_format_span (seconds);
  /* Translators: %s is how long it took, such as “32:10” */
  g_autofree char *sentence = g_strdup_printf (self->kind == KL_SESSION_DEEP_DIVE ? _("Deep dive of %s logged")
                                                                                  : _("Restudy of %s logged"),
                                               span);
  guint selected = adw_combo_row_get_selected (self->depth);
  KlDepth depth = kl_subject_get_depth (subject);

  if (kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC && selected < G_N_ELEMENTS (depths))
    depth = depths[selected];
  gtk_spin_button_update (self->minutes);
  set_enabled (self, FALSE);
  kl_study_timer_set_ended (self->timer, TRUE);
  kl_apply (widget, kl_study_log_new (subject, get_clock (self), seconds, depth), sentence, logged_cb, self);
}

static void
discarded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(KlStudyPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_discard_study_clock_finish (KL_LIBRARY (object), result, &error))
    {
      kl_study_timer_set_ended (self->timer, FALSE);
      set_enabled (self, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
    }
  else
    {
      kl_studies_remove (self->studies, self->timer);
      leave (self);
    }
  kl_page_end_saving (KL_PAGE (self), error);
}

static void
give_up_response_cb (KlStudyPage *self,
                     const char  *response)
{
  if (!g_str_equal (response, "give-up"))
    return;

  set_enabled (self, FALSE);
  kl_study_timer_set_ended (self->timer, TRUE);
  kl_page_begin_saving (KL_PAGE (self));
  kl_library_discard_study_clock_async (kl_page_get_library (KL_PAGE (self)), kl_page_get_subject (KL_PAGE (self)),
                                        NULL, discarded_cb, g_object_ref (self));
}

static void
give_up_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL);

  kl_dialog_words_show (ADW_MESSAGE_DIALOG (dialog), _("Give the Session Up?"),
                        _("The time and the notes of this session are thrown away."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "give-up", _("_Give Up"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "give-up", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (give_up_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (KL_PAGE_CLASS (kl_study_page_parent_class)->flush_finish (KL_PAGE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A session that is being logged or given up is waited for. */
static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlPage *page = g_task_get_source_object (task);
  GCancellable *cancellable;
  GError *error = NULL;

  if (!kl_study_timer_flush_finish (KL_STUDY_TIMER (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cancellable = g_task_get_cancellable (task);
  KL_PAGE_CLASS (kl_study_page_parent_class)->flush_async (page, cancellable, ended_cb, g_steal_pointer (&task));
}

static void
kl_study_page_flush_async (KlPage              *page,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  KlStudyPage *self = KL_STUDY_PAGE (page);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_study_page_flush_async);
  if (self->timer == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  gtk_spin_button_update (self->minutes);
  kl_study_timer_flush_async (self->timer, flushed_cb, g_steal_pointer (&task));
}

static gboolean
kl_study_page_flush_finish (KlPage        *page,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
kl_study_page_constructed (GObject *object)
{
  KlStudyPage *self = KL_STUDY_PAGE (object);
  KlLibrary *library = kl_page_get_library (KL_PAGE (self));
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));

  G_OBJECT_CLASS (kl_study_page_parent_class)->constructed (object);

  set_enabled (self, FALSE);
  g_signal_connect_object (subject, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  update_title (self);
  self->studies = kl_studies_dup (library);
  g_signal_connect_object (self->studies, "changed", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  kl_library_load_subject_async (library, subject, NULL, loaded_cb, g_object_ref (self));
}

static void
kl_study_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (prop_id == PROP_KIND)
    KL_STUDY_PAGE (object)->kind = (KlSessionKind) g_value_get_enum (value);
  else if (prop_id == PROP_BEGINS)
    KL_STUDY_PAGE (object)->begins = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_study_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KL_TYPE_STUDY_PAGE);

  G_OBJECT_CLASS (kl_study_page_parent_class)->dispose (object);
}

/* A session that ends while the page goes needs them until then. */
static void
kl_study_page_finalize (GObject *object)
{
  KlStudyPage *self = KL_STUDY_PAGE (object);

  g_clear_object (&self->timer);
  g_clear_object (&self->studies);

  G_OBJECT_CLASS (kl_study_page_parent_class)->finalize (object);
}

static void
kl_study_page_class_init (KlStudyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_study_page_constructed;
  G_OBJECT_CLASS (klass)->set_property = kl_study_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = kl_study_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_study_page_finalize;
  KL_PAGE_CLASS (klass)->flush_async = kl_study_page_flush_async;
  KL_PAGE_CLASS (klass)->flush_finish = kl_study_page_flush_finish;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, KL_TYPE_SESSION_KIND, KL_SESSION_DEEP_DIVE,
                                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BEGINS] = g_param_spec_boolean ("begins", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/study/kl-study-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, time);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, target);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, pause);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, progress);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, points);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, notes);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, KlStudyPage, depth);

  gtk_widget_class_install_action (widget_class, "study.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "study.pause", NULL, pause_cb);
  gtk_widget_class_install_action (widget_class, "study.give-up", NULL, give_up_cb);
}

static void
kl_study_page_init (KlStudyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kl_page_set_hand_in (KL_PAGE (self), "study.done");
}

/**
 * kl_study_page_new:
 * @library: the library
 * @plan: the plan of the subject
 * @subject: what to study
 * @kind: all of it, or what was missed; a session on it that is not over goes on as what it is
 * @begins: whether one begins where none is under way; the page leads to the topic otherwise
 *
 * Returns: (transfer floating): the page of the session
 */
GtkWidget *
kl_study_page_new (KlLibrary     *library,
                   KlPlan        *plan,
                   KlSubject     *subject,
                   KlSessionKind  kind,
                   gboolean       begins)
{
  return g_object_new (KL_TYPE_STUDY_PAGE, "library", library, "plan", plan, "subject", subject, "kind", kind,
                       "begins", begins, NULL);
}
