/* kl-exercise-row.c: an exercise: its prompt, edited in place, the topics that it spans, how it stands */

#include "config.h"

#include "kl-exercise-row.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-edit-text.h"
#include "ui/edit/kl-item-menu.h"
#include "ui/edit/kl-link-edit.h"
#include "ui/edit/kl-topic-picker.h"
#include "ui/page/kl-control-name.h"
#include "ui/page/kl-subject-row.h"

struct _KlExerciseRow
{
  GtkListBoxRow parent_instance;

  KlPlan *plan;
  KlSubject *exercise;
  GtkWidget *box;
  KlEditText *prompt;
  GtkLabel *details;
  GtkWidget *explain;
  GtkWidget *menu;
  GtkWidget *picker; /* once it was asked for */
};

G_DEFINE_FINAL_TYPE (KlExerciseRow, kl_exercise_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (KlExerciseRow *self)
{
  g_autofree char *details = kl_subject_row_dup_details (self->plan, self->exercise);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  kl_edit_text_set_text (self->prompt, kl_subject_get_title (self->exercise));
  gtk_label_set_markup (self->details, details);
  name = g_strdup_printf ("%s, %s", kl_edit_text_get_shown (self->prompt), gtk_label_get_text (self->details));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strdelimit (name, "\n", ' '),
                                  -1);
  label = g_strdup_printf ("%s: %s", _("Explain"), kl_edit_text_get_shown (self->prompt));
  kl_control_name_set (GTK_WIDGET (self->explain), label);
  if (self->picker != NULL)
    kl_topic_picker_update (KL_TOPIC_PICKER (self->picker));
}

static KlChange *
new_change (KlExerciseRow *self)
{
  return kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (self->exercise));
}

static void
stored_cb (gpointer      target,
           const GError *error)
{
  if (error != NULL)
    kl_edit_text_resume (target);
}

static void
commit_cb (KlExerciseRow *self,
           const char    *text)
{
  KlChange *change = new_change (self);

  kl_change_set_string (change, KL_RECORD (self->exercise), "title", text);
  kl_apply (GTK_WIDGET (self), change, _("Exercise changed"), stored_cb, self->prompt);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  kl_edit_text_start_editing (KL_EXERCISE_ROW (widget)->prompt);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlExerciseRow *self = KL_EXERCISE_ROW (widget);

  if (!kl_edit_text_get_editing (self->prompt))
    gtk_widget_activate_action (widget, "win.show-topic", "s", kl_record_get_id (KL_RECORD (self->exercise)));
}

static gboolean
is_spanned (KlSubject *topic,
            gpointer   user_data)
{
  return kl_link_edit_find (KL_EXERCISE_ROW (user_data)->exercise, KL_LINK_SPANS, topic) != NULL;
}

static void
picked_cb (KlExerciseRow *self,
           KlSubject     *topic)
{
  kl_apply (GTK_WIDGET (self), kl_link_edit_new_toggle (self->exercise, KL_LINK_SPANS, topic), NULL, NULL, NULL);
}

static void
closed_cb (KlExerciseRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
topics_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlExerciseRow *self = KL_EXERCISE_ROW (widget);

  if (self->picker == NULL)
    {
      self->picker = kl_topic_picker_new (self->plan);
      kl_topic_picker_set_marks (KL_TOPIC_PICKER (self->picker), is_spanned, self);
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->picker, self->box);
    }
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
kl_exercise_row_dispose (GObject *object)
{
  KlExerciseRow *self = KL_EXERCISE_ROW (object);

  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_object (&self->plan);
  g_clear_object (&self->exercise);

  G_OBJECT_CLASS (kl_exercise_row_parent_class)->dispose (object);
}

static void
kl_exercise_row_class_init (KlExerciseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_exercise_row_dispose;

  gtk_widget_class_install_action (widget_class, "row.chosen", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "row.topics", NULL, topics_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.edit", NULL);
}

static void
kl_exercise_row_init (KlExerciseRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->prompt = KL_EDIT_TEXT (kl_edit_text_new (_("Prompt")));
  g_signal_connect_object (self->prompt, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  self->details = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->details, 0);
  gtk_label_set_wrap (self->details, TRUE);
  gtk_label_set_wrap_mode (self->details, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "dim-label");
  self->explain = gtk_button_new_with_label (_("Explain"));
  gtk_widget_set_valign (self->explain, GTK_ALIGN_CENTER);

  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->prompt));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->details));
  gtk_box_append (GTK_BOX (self->box), column);
  gtk_box_append (GTK_BOX (self->box), self->explain);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_widget_set_margin_top (self->box, 9);
  gtk_widget_set_margin_bottom (self->box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/**
 * kl_exercise_row_new:
 * @plan: the plan, loaded
 * @exercise: an exercise of it
 *
 * Returns: (transfer floating): its row, for a page; choosing it opens the exercise, F2 edits the prompt
 */
GtkWidget *
kl_exercise_row_new (KlPlan    *plan,
                     KlSubject *exercise)
{
  KlExerciseRow *self = g_object_new (KL_TYPE_EXERCISE_ROW, NULL);
  g_autoptr(GMenu) own = g_menu_new ();

  self->plan = g_object_ref (plan);
  self->exercise = g_object_ref (exercise);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->explain), "win.explain");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->explain), "s", kl_record_get_id (KL_RECORD (exercise)));
  g_menu_append (own, _("_Edit"), "row.edit");
  g_menu_append (own, _("_Topics It Spans"), "row.topics");
  self->menu = kl_item_menu_new (KL_RECORD (exercise), _("Change the Exercise"), G_MENU_MODEL (own));
  gtk_box_append (GTK_BOX (self->box), self->menu);

  g_signal_connect_object (exercise, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_links (exercise), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_exercise_row_set_editable:
 * @self: a row
 * @editable: whether it can be changed now
 */
void
kl_exercise_row_set_editable (KlExerciseRow *self,
                              gboolean       editable)
{
  g_return_if_fail (KL_IS_EXERCISE_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.edit", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.topics", editable);
  gtk_widget_set_visible (self->menu, editable);
}

/**
 * kl_exercise_row_finish:
 * @self: a row
 *
 * Keeps what was written, as leaving it does.
 */
void
kl_exercise_row_finish (KlExerciseRow *self)
{
  g_return_if_fail (KL_IS_EXERCISE_ROW (self));

  kl_edit_text_finish (self->prompt);
}
