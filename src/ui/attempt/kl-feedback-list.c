/* kl-feedback-list.c: what was said about an attempt, under the labels that it was written under */

#include "config.h"

#include "kl-feedback-list.h"

#include "ui/topic/kl-check-row.h"
#include "ui/topic/kl-topic-rows.h"

#include <glib/gi18n.h>

struct _KlFeedbackList
{
  GtkBox parent_instance;

  KlAttempt *attempt;
};

G_DEFINE_FINAL_TYPE (KlFeedbackList, kl_feedback_list, GTK_TYPE_BOX)

static const char *
get_kind_title (KlFeedbackKind kind)
{
  switch (kind)
    {
    case KL_FEEDBACK_NAILED:
      return _("Nailed");
    case KL_FEEDBACK_NEEDS_WORK:
      return _("Needs work");
    case KL_FEEDBACK_CORRECTION:
      return _("Corrections");
    case KL_FEEDBACK_ACTION:
      return _("Action items");
    case KL_FEEDBACK_INSIGHT:
      return _("Key insight");
    case KL_FEEDBACK_QUOTE:
      return _("Quote");
    case KL_FEEDBACK_REFINEMENT:
      return _("Refinements");
    case KL_FEEDBACK_DEFENDED:
      return _("Defended");
    case KL_FEEDBACK_REASONING:
      return _("Reasoning");
    case KL_FEEDBACK_BONUS:
      return _("Bonus");
    case KL_FEEDBACK_FLOW:
      return _("Flow");
    case KL_FEEDBACK_RESULT:
      return _("Result");
    case KL_FEEDBACK_SUMMARY:
      return _("Summary");
    case KL_FEEDBACK_KNOWN_GAP:
      return _("Known gaps");
    case KL_FEEDBACK_NOTE:
    default:
      return _("Notes");
    }
}

static const char *
get_title (KlFeedback *item)
{
  const char *label = kl_feedback_get_label (item);

  return label != NULL && *label != '\0' ? label : get_kind_title (kl_feedback_get_kind (item));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "row.chosen", NULL);
}

static GtkListBox *
append_group (KlFeedbackList *self,
              const char     *title)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_set_margin_top (heading, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), list);
  return GTK_LIST_BOX (list);
}

/* In the order in which it was written: a new label, or another kind, begins a new group. */
static void
rebuild (KlFeedbackList *self)
{
  GListModel *items = kl_attempt_get_feedback (self->attempt);
  GtkListBox *list = NULL;
  const char *title = NULL;
  GtkWidget *child;

  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (items) > 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (items, i);

      if (list == NULL || g_strcmp0 (title, get_title (item)) != 0)
        {
          title = get_title (item);
          list = append_group (self, title);
        }
      gtk_list_box_append (list, kl_feedback_get_kind (item) == KL_FEEDBACK_ACTION ? kl_check_row_new_for_action (item)
                                                                                   : kl_topic_rows_new_text (item));
    }
}

static void
kl_feedback_list_dispose (GObject *object)
{
  g_clear_object (&KL_FEEDBACK_LIST (object)->attempt);

  G_OBJECT_CLASS (kl_feedback_list_parent_class)->dispose (object);
}

static void
kl_feedback_list_class_init (KlFeedbackListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_feedback_list_dispose;
}

static void
kl_feedback_list_init (KlFeedbackList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * kl_feedback_list_new:
 * @attempt: an attempt
 *
 * Returns: (transfer floating): what was said about it, for a page of its subject
 */
GtkWidget *
kl_feedback_list_new (KlAttempt *attempt)
{
  KlFeedbackList *self = g_object_new (KL_TYPE_FEEDBACK_LIST, NULL);

  self->attempt = g_object_ref (attempt);
  g_signal_connect_object (kl_attempt_get_feedback (attempt), "items-changed", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}
