/* kl-lines-field.c: a few lines under a heading, one item a line */

#include "config.h"

#include "kl-lines-field.h"

struct _KlLinesField
{
  GtkBox parent_instance;

  GtkTextView *view;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KlLinesField, kl_lines_field, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (KlLinesField *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
kl_lines_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KL_LINES_FIELD (widget)->view));
}

static void
kl_lines_field_class_init (KlLinesFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = kl_lines_field_grab_focus;

  /* The person changed it; setting it by code is silent. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_LINES_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_lines_field_init (KlLinesField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->view, 9);
  gtk_text_view_set_bottom_margin (self->view, 9);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "kl-lines");
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kl_lines_field_new:
 * @label: what goes here, with a mnemonic
 * @hint: (nullable): how it is to be written
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
kl_lines_field_new (const char *label,
                    const char *hint)
{
  KlLinesField *self = g_object_new (KL_TYPE_LINES_FIELD, NULL);
  GtkWidget *heading = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (heading), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->view));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (heading)), -1);
  if (hint != NULL)
    {
      GtkWidget *caption = gtk_label_new (hint);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (self), caption);
    }
  return GTK_WIDGET (self);
}

/**
 * kl_lines_field_dup_text:
 * @self: a field
 *
 * Returns: (transfer full): what is written
 */
char *
kl_lines_field_dup_text (KlLinesField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (KL_IS_LINES_FIELD (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * kl_lines_field_set_text:
 * @self: a field
 * @text: (nullable): what shall be written
 */
void
kl_lines_field_set_text (KlLinesField *self,
                         const char   *text)
{
  g_return_if_fail (KL_IS_LINES_FIELD (self));

  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
  self->setting = FALSE;
}

/**
 * kl_lines_field_add_line:
 * @self: a field
 * @line: what shall be written on a line of its own, below what is
 *
 * Returns: whether that was a change: it is none where the line stands there
 */
gboolean
kl_lines_field_add_line (KlLinesField *self,
                         const char   *line)
{
  g_autofree char *text = kl_lines_field_dup_text (self);
  g_autofree char *added = g_strdelimit (g_strdup (line), "\r\n", ' ');
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter end;

  g_assert (text != NULL);
  if (g_strv_contains ((const char *const *) lines, added))
    return FALSE;

  /* One step, that Undo takes back. */
  self->setting = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  if (*text != '\0' && !g_str_has_suffix (text, "\n"))
    gtk_text_buffer_insert (buffer, &end, "\n", 1);
  gtk_text_buffer_insert (buffer, &end, added, -1);
  gtk_text_buffer_end_user_action (buffer);
  self->setting = FALSE;
  return TRUE;
}
