/* kl-question-list.c: questions about what was missed, to be answered in the explanation
 *
 * It is there where there are questions. Its button activates review.answer.
 */

#include "config.h"

#include "kl-question-list.h"

#include "ui/page/kl-list-group.h"

#include <glib/gi18n.h>

struct _KlQuestionList
{
  GtkBox parent_instance;

  GtkStringList *questions;
};

G_DEFINE_FINAL_TYPE (KlQuestionList, kl_question_list, GTK_TYPE_BOX)

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return kl_list_group_row (gtk_string_object_get_string (GTK_STRING_OBJECT (item)), NULL);
}

static void
kl_question_list_dispose (GObject *object)
{
  g_clear_object (&KL_QUESTION_LIST (object)->questions);

  G_OBJECT_CLASS (kl_question_list_parent_class)->dispose (object);
}

static void
kl_question_list_class_init (KlQuestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_question_list_dispose;
}

static void
kl_question_list_init (KlQuestionList *self)
{
  GtkWidget *group
    = g_object_new (KL_TYPE_LIST_GROUP, "title", _("Follow-up Questions"), "description",
                    _("You answer them below your explanation. What is said only there counts in part at most, and the "
                      "attempt is assisted, since you have seen the points."),
                    NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("An_swer Questions"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 12);
  self->questions = gtk_string_list_new (NULL);
  kl_list_group_bind (KL_LIST_GROUP (group), G_LIST_MODEL (self->questions), G_MAXUINT, create_row_cb, self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.answer");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), group);
  gtk_box_append (GTK_BOX (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * kl_question_list_set_questions:
 * @self: a list
 * @questions: (array zero-terminated=1): what is asked
 *
 * Shows these questions. Rows that say the same stay, and keep the keyboard.
 */
void
kl_question_list_set_questions (KlQuestionList    *self,
                                const char *const *questions)
{
  g_auto(GStrv) before = NULL;

  g_return_if_fail (KL_IS_QUESTION_LIST (self));

  before = kl_question_list_dup_questions (self);
  if (!g_strv_equal ((const char *const *) before, questions))
    gtk_string_list_splice (self->questions, 0, g_strv_length (before), questions);
  gtk_widget_set_visible (GTK_WIDGET (self), questions[0] != NULL);
}

/**
 * kl_question_list_dup_questions:
 * @self: a list
 *
 * Returns: (transfer full): what is asked
 */
char **
kl_question_list_dup_questions (KlQuestionList *self)
{
  g_autoptr(GStrvBuilder) questions = g_strv_builder_new ();

  g_return_val_if_fail (KL_IS_QUESTION_LIST (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->questions)); i++)
    g_strv_builder_add (questions, gtk_string_list_get_string (self->questions, i));
  return g_strv_builder_end (questions);
}
