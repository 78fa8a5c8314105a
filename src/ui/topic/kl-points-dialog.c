/* kl-points-dialog.c: key points that a subject could have, for the person to choose from
 *
 * They are looked for in a thread. What is shown is a draft: nothing is written before the person says so, and then as
 * one change.
 */

#include "config.h"

#include "kl-points-dialog.h"

#include <glib/gi18n.h>

#include "recall/kl-suggested-points.h"
#include "ui/edit/kl-apply.h"
#include "ui/page/kl-typed-words.h"

#include "kl-suggested-point-row.h"

struct _KlPointsDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkSpinner *spinner;
  GtkButton *accept;
  GtkButton *all;
  GtkListBox *list;

  KlPage *page;
  GCancellable *cancellable;
  gboolean is_adding;
};

G_DEFINE_FINAL_TYPE (KlPointsDialog, kl_points_dialog, ADW_TYPE_WINDOW)

static char **
dup_chosen (KlPointsDialog *self)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *text = kl_suggested_point_row_dup_chosen (KL_SUGGESTED_POINT_ROW (row));

      if (text != NULL)
        g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

static guint
count_rows (KlPointsDialog *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static gboolean
has_chosen_all (KlPointsDialog *self)
{
  g_auto(GStrv) chosen = dup_chosen (self);

  return g_strv_length (chosen) == count_rows (self);
}

static void
update (KlPointsDialog *self)
{
  g_auto(GStrv) chosen = dup_chosen (self);
  guint n = g_strv_length (chosen);
  g_autofree char *verb = g_strdup_printf (ngettext ("_Add %u Point", "_Add %u Points", n), n);

  gtk_button_set_label (self->accept, n > 0 ? verb : _("_Add Points"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), n > 0 && !self->is_adding);
  gtk_button_set_label (self->all, has_chosen_all (self) ? _("_Select None") : _("_Select All"));
}

static void
all_cb (KlPointsDialog *self)
{
  gboolean choose = !has_chosen_all (self);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    kl_suggested_point_row_set_chosen (KL_SUGGESTED_POINT_ROW (row), choose);
}

static void
show_page (KlPointsDialog *self,
           const char     *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "waiting"));
  gtk_widget_set_visible (GTK_WIDGET (self->accept), g_str_equal (page, "draft"));
}

static void
show_points (KlPointsDialog          *self,
             const KlSuggestedPoints *points)
{
  for (guint i = 0; i < kl_suggested_points_get_n (points); i++)
    {
      g_autofree char *source = kl_suggested_points_dup_source (points, i);
      GtkWidget *row = kl_suggested_point_row_new (kl_suggested_points_get_text (points, i), source);

      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  update (self);
  show_page (self, kl_suggested_points_get_n (points) > 0 ? "draft" : "empty");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (kl_suggested_points_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlPointsDialog) self = user_data;

  /* It fails where it was cancelled only: the dialog is closed. */
  if (g_task_propagate_boolean (G_TASK (result), NULL) && self->stack != NULL)
    show_points (self, g_task_get_task_data (G_TASK (result)));
}

static void
find (KlPointsDialog *self)
{
  /* Without a source: the thread may be the last to let go of it. */
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, found_cb, g_object_ref (self));
  KlPlan *plan = kl_page_get_plan (self->page);

  g_task_set_source_tag (task, find);
  g_task_set_task_data (task,
                        kl_suggested_points_new (kl_page_get_subject (self->page), kl_plan_get_language (plan)),
                        (GDestroyNotify) kl_suggested_points_free);
  g_task_run_in_thread (task, find_thread);
}

/* What could not be added is still there to be added. */
static void
added_cb (gpointer      target,
          const GError *error)
{
  KlPointsDialog *self = target;

  if (self->stack == NULL)
    return;
  self->is_adding = FALSE;
  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    update (self);
}

static void
accept_cb (KlPointsDialog *self)
{
  g_auto(GStrv) chosen = dup_chosen (self);
  guint n = g_strv_length (chosen);
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u point added", "%u points added", n), n);

  if (n == 0 || self->is_adding)
    return;
  self->is_adding = TRUE;
  update (self);
  kl_apply (GTK_WIDGET (self->page),
            kl_suggested_points_new_change (kl_page_get_subject (self->page), (const char *const *) chosen), sentence,
            added_cb, self);
}

static void
kl_points_dialog_dispose (GObject *object)
{
  KlPointsDialog *self = KL_POINTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->page);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_POINTS_DIALOG);

  G_OBJECT_CLASS (kl_points_dialog_parent_class)->dispose (object);
}

static void
kl_points_dialog_class_init (KlPointsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_points_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/topic/kl-points-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KlPointsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KlPointsDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, KlPointsDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, KlPointsDialog, all);
  gtk_widget_class_bind_template_child (widget_class, KlPointsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kl_points_dialog_init (KlPointsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * kl_points_dialog_ask:
 * @page: the page of a subject that is loaded with its attempts
 *
 * Lets the person choose from the key points that the subject could have, and adds those that they choose.
 */
void
kl_points_dialog_ask (KlPage *page)
{
  KlPointsDialog *self;

  g_return_if_fail (KL_IS_PAGE (page));

  self = g_object_new (KL_TYPE_POINTS_DIALOG, "transient-for", gtk_widget_get_root (GTK_WIDGET (page)), NULL);
  self->page = g_object_ref (page);
  kl_typed_words_guard (GTK_WINDOW (self));
  show_page (self, "waiting");
  /* What takes the keyboard before is told to screen readers as being in no window. */
  gtk_window_present (GTK_WINDOW (self));
  find (self);
}
