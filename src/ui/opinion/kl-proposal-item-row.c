/* kl-proposal-item-row.c: a piece of feedback from elsewhere: whether it is wanted, where it goes, and its words */

#include "config.h"

#include "kl-proposal-item-row.h"

#include <glib/gi18n.h>

#include "ui/page/kl-typed-words.h"

#include "kl-feedback-field.h"

struct _KlProposalItemRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkDropDown *field;
  GtkTextView *words;
};

G_DEFINE_FINAL_TYPE (KlProposalItemRow, kl_proposal_item_row, GTK_TYPE_LIST_BOX_ROW)

static void
kl_proposal_item_row_class_init (KlProposalItemRowClass *klass)
{
}

static GtkDropDown *
new_choice (void)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_fields;
  const KlFeedbackField *fields = kl_feedback_field_get_all (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    gtk_string_list_append (names, _(fields[i].label));
  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
}

static void
kl_proposal_item_row_init (KlProposalItemRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->field = new_choice ();
  self->words = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->words, FALSE);
  gtk_text_view_set_wrap_mode (self->words, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->words, 6);
  gtk_text_view_set_bottom_margin (self->words, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "kl-lines");
  gtk_widget_set_hexpand (GTK_WIDGET (self->field), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->field), GTK_ALIGN_START);
  gtk_widget_set_margin_start (column, 12);
  gtk_widget_set_margin_end (column, 12);
  gtk_widget_set_margin_top (column, 6);
  gtk_widget_set_margin_bottom (column, 6);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->words));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), column);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static char *
dup_words (KlProposalItemRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * kl_proposal_item_row_new:
 * @item: what is proposed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kl_proposal_item_row_new (KlFeedback *item)
{
  KlProposalItemRow *self = g_object_new (KL_TYPE_PROPOSAL_ITEM_ROW, NULL);
  g_autofree char *line = kl_feedback_field_dup_line (item);
  g_autofree char *name = g_strdup_printf (_("Take over: %s"), line);
  /* Translators: the field of the form for feedback that a piece of it goes to */
  g_autofree char *field_name = g_strdup_printf (_("Field: %s"), line);
  g_autofree char *words_name = g_strdup_printf (_("Words: %s"), line);
  gboolean fits;

  gtk_drop_down_set_selected (self->field, kl_feedback_field_find (kl_feedback_get_kind (item), &fits));
  gtk_check_button_set_active (self->check, fits);
  kl_typed_words_begin (self->words, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, field_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, words_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  return GTK_WIDGET (self);
}

/**
 * kl_proposal_item_row_dup_chosen:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): what is to be taken over, of the kind of its field, on one line
 */
KlFeedback *
kl_proposal_item_row_dup_chosen (KlProposalItemRow *self)
{
  guint n_fields;
  const KlFeedbackField *fields = kl_feedback_field_get_all (&n_fields);
  g_autofree char *words = NULL;
  guint selected;

  g_return_val_if_fail (KL_IS_PROPOSAL_ITEM_ROW (self), NULL);

  words = g_strstrip (g_strdelimit (dup_words (self), "\r\n", ' '));
  selected = gtk_drop_down_get_selected (self->field);
  if (!gtk_check_button_get_active (self->check) || *words == '\0' || selected >= n_fields)
    return NULL;
  return g_object_new (KL_TYPE_FEEDBACK, "kind", fields[selected].kind, "text", words, NULL);
}
