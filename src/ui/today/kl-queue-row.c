/* kl-queue-row.c: what to dive into next: how long, why, and whether what it builds on is known; edited in place */

#include "config.h"

#include "kl-queue-row.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-item-menu.h"
#include "model/kl-plan-watch.h"
#include "ui/page/kl-keyboard-focus.h"
#include "ui/page/kl-rich-text.h"

#include "kl-queue-form.h"
#include "kl-queue-text.h"

struct _KlQueueRow
{
  GtkListBoxRow parent_instance;

  KlPlan *plan;
  KlQueueEntry *entry;
  KlPlanWatch *watch;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *minutes;
  GtkLabel *why;
  GtkLabel *prerequisites;
  GtkWidget *open;
  GtkWidget *menu;
  KlQueueForm *form; /* once it was edited */
  gboolean is_editing;
};

G_DEFINE_FINAL_TYPE (KlQueueRow, kl_queue_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_line (GtkLabel   *label,
           const char *text)
{
  kl_rich_text_show (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update (KlQueueRow *self)
{
  KlSubject *subject = kl_plan_find_subject (self->plan, kl_queue_entry_get_subject (self->entry));
  g_autofree char *minutes = kl_queue_text_minutes (kl_queue_entry_get_minutes (self->entry));
  g_autofree char *prerequisites
    = kl_queue_text_prerequisites (self->plan, kl_queue_entry_get_prerequisites (self->entry));
  GtkLabel *const lines[] = { self->title, self->minutes, self->why, self->prerequisites };
  g_autoptr(GString) name = g_string_new (NULL);

  show_line (self->title, kl_queue_text_title (self->plan, self->entry));
  show_line (self->minutes, minutes);
  show_line (self->why, kl_queue_entry_get_why (self->entry));
  show_line (self->prerequisites, prerequisites);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (lines[i])))
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", gtk_label_get_text (lines[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);

  gtk_widget_set_visible (self->open, subject != NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlQueueRow *self = KL_QUEUE_ROW (widget);

  if (self->is_editing)
    return;

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->form));
  self->is_editing = TRUE;
  kl_queue_form_start (self->form);
}

/* What could not be stored is there to be tried again. */
static void
stored_cb (gpointer      target,
           const GError *error)
{
  KlQueueRow *self = target;

  if (error == NULL || self->is_editing || gtk_widget_get_root (target) == NULL)
    return;
  self->is_editing = TRUE;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->form));
}

static void
done_cb (KlQueueRow *self,
         gboolean    keep)
{
  KlChange *change;
  gboolean had_focus;

  if (!self->is_editing)
    return;

  self->is_editing = FALSE;
  had_focus = kl_keyboard_focus_find_child (GTK_WIDGET (self->stack)) != NULL;
  change = keep ? kl_queue_form_dup_change (self->form) : NULL;
  gtk_stack_set_visible_child (self->stack, gtk_widget_get_first_child (GTK_WIDGET (self->stack)));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (change != NULL)
    kl_apply (GTK_WIDGET (self), change, _("Entry changed"), stored_cb, self);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *subject = kl_queue_entry_get_subject (KL_QUEUE_ROW (widget)->entry);

  if (subject != NULL && !KL_QUEUE_ROW (widget)->is_editing)
    gtk_widget_activate_action (widget, "win.show-topic", "s", subject);
  else
    gtk_widget_activate_action (widget, "row.edit", NULL);
}

static void
kl_queue_row_dispose (GObject *object)
{
  KlQueueRow *self = KL_QUEUE_ROW (object);

  self->is_editing = FALSE;
  g_clear_object (&self->watch);
  g_clear_object (&self->plan);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (kl_queue_row_parent_class)->dispose (object);
}

static void
kl_queue_row_class_init (KlQueueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_queue_row_dispose;

  gtk_widget_class_install_action (widget_class, "row.chosen", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.edit", NULL);
}

static GtkLabel *
append_label (GtkWidget  *column,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }
  gtk_box_append (GTK_BOX (column), label);
  return GTK_LABEL (label);
}

static void
kl_queue_row_init (KlQueueRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = append_label (column, NULL);
  self->minutes = append_label (column, "dim-label");
  self->why = append_label (column, "dim-label");
  self->prerequisites = append_label (column, "dim-label");
  self->open = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_stack_add_child (self->stack, column);
}

static void
build (KlQueueRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr(GMenu) own = g_menu_new ();

  g_menu_append (own, _("_Edit"), "row.edit");
  self->menu = kl_item_menu_new (KL_RECORD (self->entry), _("Change the Entry"), G_MENU_MODEL (own));
  self->form = KL_QUEUE_FORM (kl_queue_form_new (self->plan, self->entry));
  g_signal_connect_object (self->form, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->form));

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), self->open);
  gtk_box_append (GTK_BOX (box), self->menu);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * kl_queue_row_new:
 * @plan: the plan, loaded
 * @entry: an entry of its queue
 *
 * Returns: (transfer floating): its row, for a page; choosing it opens the topic, where there is one, F2 edits it
 */
GtkWidget *
kl_queue_row_new (KlPlan       *plan,
                  KlQueueEntry *entry)
{
  KlQueueRow *self = g_object_new (KL_TYPE_QUEUE_ROW, NULL);

  self->plan = g_object_ref (plan);
  self->entry = g_object_ref (entry);
  self->watch = kl_plan_watch_for (plan);
  build (self);
  g_signal_connect_object (entry, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* A prerequisite is met by what happens to another topic. */
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_queue_row_set_editable:
 * @self: a row
 * @editable: whether it can be changed now
 */
void
kl_queue_row_set_editable (KlQueueRow *self,
                           gboolean    editable)
{
  g_return_if_fail (KL_IS_QUEUE_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.edit", editable);
  gtk_widget_set_visible (self->menu, editable);
}

/**
 * kl_queue_row_finish:
 * @self: a row
 *
 * Keeps what was written, as leaving it does.
 */
void
kl_queue_row_finish (KlQueueRow *self)
{
  g_return_if_fail (KL_IS_QUEUE_ROW (self));

  done_cb (self, TRUE);
}
