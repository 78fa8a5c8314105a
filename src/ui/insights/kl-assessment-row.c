/* kl-assessment-row.c: a note about the learner, edited where it stands */

#include "config.h"

#include "kl-assessment-row.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-edit-text.h"
#include "ui/edit/kl-item-menu.h"

struct _KlAssessmentRow
{
  GtkListBoxRow parent_instance;

  KlPlan *plan;
  KlAssessment *note;
  KlEditText *text;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (KlAssessmentRow, kl_assessment_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (KlAssessmentRow *self)
{
  kl_edit_text_set_text (self->text, kl_assessment_get_text (self->note));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kl_edit_text_get_shown (self->text), -1);
}

static void
stored_cb (gpointer      target,
           const GError *error)
{
  if (error != NULL)
    kl_edit_text_resume (target);
}

static void
commit_cb (KlAssessmentRow *self,
           const char      *text)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));

  kl_change_set_string (change, KL_RECORD (self->note), "text", text);
  kl_apply (GTK_WIDGET (self), change, _("Note changed"), stored_cb, self->text);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  kl_edit_text_start_editing (KL_ASSESSMENT_ROW (widget)->text);
}

static void
kl_assessment_row_dispose (GObject *object)
{
  g_clear_object (&KL_ASSESSMENT_ROW (object)->plan);
  g_clear_object (&KL_ASSESSMENT_ROW (object)->note);

  G_OBJECT_CLASS (kl_assessment_row_parent_class)->dispose (object);
}

static void
kl_assessment_row_class_init (KlAssessmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_assessment_row_dispose;

  gtk_widget_class_install_action (widget_class, "row.chosen", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.edit", NULL);
}

static void
kl_assessment_row_init (KlAssessmentRow *self)
{
  self->text = KL_EDIT_TEXT (kl_edit_text_new (_("Note")));
  g_signal_connect_object (self->text, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_assessment_row_new:
 * @plan: the plan
 * @note: a note of it
 *
 * Returns: (transfer floating): its row, for a page
 */
GtkWidget *
kl_assessment_row_new (KlPlan       *plan,
                       KlAssessment *note)
{
  KlAssessmentRow *self = g_object_new (KL_TYPE_ASSESSMENT_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr(GMenu) own = g_menu_new ();

  self->plan = g_object_ref (plan);
  self->note = g_object_ref (note);
  g_menu_append (own, _("_Edit"), "row.edit");
  self->menu = kl_item_menu_new (KL_RECORD (note), _("Change the Note"), G_MENU_MODEL (own));
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), self->menu);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  g_signal_connect_object (note, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_assessment_row_set_editable:
 * @self: a row
 * @editable: whether it can be changed now
 */
void
kl_assessment_row_set_editable (KlAssessmentRow *self,
                                gboolean         editable)
{
  g_return_if_fail (KL_IS_ASSESSMENT_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.chosen", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.edit", editable);
  gtk_widget_set_visible (self->menu, editable);
}

/**
 * kl_assessment_row_finish:
 * @self: a row
 *
 * Keeps what was written, as leaving it does.
 */
void
kl_assessment_row_finish (KlAssessmentRow *self)
{
  g_return_if_fail (KL_IS_ASSESSMENT_ROW (self));

  kl_edit_text_finish (self->text);
}
