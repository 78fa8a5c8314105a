/* kl-study-bar.c: says below everything that a study session goes on behind the page that is shown */

#include "config.h"

#include "kl-study-bar.h"

#include <glib/gi18n.h>

#include "recall/kl-date-text.h"

#include "kl-studies.h"

struct _KlStudyBar
{
  AdwBin parent_instance;

  KlStudies *studies;
  KlStudyTimer *timer; /* that is shown */
  GListModel *plans;   /* of the library */
  KlPlan *plan;
  GListModel *subjects; /* of the plan */
  char *here;           /* the one that is studied, where it is in the plan */
  KlSubject *studied; /* whose page is shown, so that it is said already */
  GtkLabel *label;
  GtkButton *open;
};

G_DEFINE_FINAL_TYPE (KlStudyBar, kl_study_bar, ADW_TYPE_BIN)

/* Hardly anybody studies just now. */
static void
create_bar (KlStudyBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (outer), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (outer), box);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));

  self->open = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Open")));
  gtk_widget_add_css_class (GTK_WIDGET (self->open), "flat");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->open));
  adw_bin_set_child (ADW_BIN (self), outer);
}

static void
update_time (KlStudyBar *self)
{
  const char *id = kl_study_timer_get_subject (self->timer);
  KlSubject *subject = kl_plan_find_subject (self->plan, id);
  gboolean is_dive = kl_study_clock_get_kind (kl_study_timer_get_clock (self->timer)) == KL_SESSION_DEEP_DIVE;
  g_autofree char *span = kl_date_text_format_span (kl_study_timer_get_seconds (self->timer));
  /* Translators: %1$s is a topic, %2$s how long it was studied by now, such as “12:30” */
  g_autofree char *text = g_strdup_printf (is_dive ? _("Deep dive: %1$s · %2$s") : _("Restudy: %1$s · %2$s"),
                                           subject != NULL ? kl_subject_get_title (subject) : "", span);

  gtk_label_set_text (self->label, text);
}

static void
show_timer (KlStudyBar   *self,
            KlStudyTimer *timer)
{
  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_data (self->timer, self);
  g_set_object (&self->timer, timer);
  if (timer == NULL)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      self->label = NULL;
      return;
    }

  if (self->label == NULL)
    create_bar (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", kl_study_timer_get_subject (timer));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "win.study");
  g_signal_connect_object (timer, "tick", G_CALLBACK (update_time), self, G_CONNECT_SWAPPED);
  update_time (self);
}

/* A plan that was deleted keeps its subjects. */
static gboolean
has_plan (KlStudyBar *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (self->plans, i);

      if (plan == self->plan)
        return TRUE;
    }
  return FALSE;
}

static void
update (KlStudyBar *self)
{
  KlStudyTimer *timer = self->studies != NULL ? kl_studies_get_running (self->studies) : NULL;
  const char *id = timer != NULL ? kl_study_timer_get_subject (timer) : NULL;
  gboolean is_here = id != NULL && has_plan (self) && kl_plan_find_subject (self->plan, id) != NULL;
  gboolean was_here = id != NULL && g_strcmp0 (self->here, id) == 0;

  g_free (self->here);
  self->here = is_here ? g_strdup (id) : NULL;
  if (was_here && !is_here)
    {
      /* It was deleted. As a draft the session is there again with it, and waits until then; this leads here again. */
      kl_study_timer_pause (timer);
      return;
    }

  if (!is_here || (self->studied != NULL && g_strcmp0 (kl_record_get_id (KL_RECORD (self->studied)), id) == 0))
    timer = NULL;
  show_timer (self, timer);
}

static void
kl_study_bar_dispose (GObject *object)
{
  KlStudyBar *self = KL_STUDY_BAR (object);

  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_data (self->timer, self);
  g_clear_object (&self->timer);
  g_clear_object (&self->studies);
  g_clear_object (&self->plans);
  g_clear_object (&self->plan);
  g_clear_object (&self->subjects);
  g_clear_object (&self->studied);

  G_OBJECT_CLASS (kl_study_bar_parent_class)->dispose (object);
}

static void
kl_study_bar_finalize (GObject *object)
{
  g_free (KL_STUDY_BAR (object)->here);

  G_OBJECT_CLASS (kl_study_bar_parent_class)->finalize (object);
}

static void
kl_study_bar_class_init (KlStudyBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_study_bar_finalize;
  G_OBJECT_CLASS (klass)->dispose = kl_study_bar_dispose;
}

static void
kl_study_bar_init (KlStudyBar *self)
{
}

/**
 * kl_study_bar_set_place:
 * @self: a bar
 * @library: the library
 * @plan: the plan that is shown
 * @studied: (nullable): the subject whose session is shown
 */
void
kl_study_bar_set_place (KlStudyBar *self,
                        KlLibrary  *library,
                        KlPlan     *plan,
                        KlSubject  *studied)
{
  g_autoptr(KlStudies) studies = NULL;

  g_return_if_fail (KL_IS_STUDY_BAR (self));

  /* The window may leave a plan before it is told here that the plan is gone. */
  if (self->plan != NULL && self->plan != plan)
    update (self);
  studies = kl_studies_dup (library);
  if (studies != self->studies)
    {
      if (self->studies != NULL)
        {
          g_signal_handlers_disconnect_by_data (self->studies, self);
          g_signal_handlers_disconnect_by_data (self->plans, self);
        }
      g_set_object (&self->studies, studies);
      g_signal_connect_object (studies, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_set_object (&self->plans, kl_library_get_plans (library));
      g_signal_connect_object (self->plans, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  if (g_set_object (&self->plan, plan))
    {
      if (self->subjects != NULL)
        g_signal_handlers_disconnect_by_data (self->subjects, self);
      g_clear_pointer (&self->here, g_free);
      g_set_object (&self->subjects, kl_plan_get_subjects (plan));
      g_signal_connect_object (self->subjects, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->studied, studied);
  update (self);
}
