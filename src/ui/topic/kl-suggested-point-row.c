/* kl-suggested-point-row.c: a key point that is suggested: whether it is wanted, its words, and where they come from */

#include "config.h"

#include "kl-suggested-point-row.h"

#include <glib/gi18n.h>

#include "ui/page/kl-typed-words.h"

struct _KlSuggestedPointRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkTextView *words;
  GtkLabel *source;
};

G_DEFINE_FINAL_TYPE (KlSuggestedPointRow, kl_suggested_point_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (KlSuggestedPointRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Who changes the words wants them. */
static void
words_cb (KlSuggestedPointRow *self)
{
  gtk_check_button_set_active (self->check, TRUE);
  changed_cb (self);
}

static void
kl_suggested_point_row_class_init (KlSuggestedPointRowClass *klass)
{
  /* Other words, or whether they are wanted. */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", KL_TYPE_SUGGESTED_POINT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static gboolean
resize_cb (gpointer user_data)
{
  gtk_widget_queue_resize (user_data);
  return G_SOURCE_REMOVE;
}

/* How many lines the words take is known once they have their width; GTK 4.8 does not ask again then. */
static void
resize_soon (KlSuggestedPointRow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, resize_cb, g_object_ref (self->words), g_object_unref);
}

static void
root_cb (KlSuggestedPointRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::default-width", G_CALLBACK (resize_soon), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
create_words (KlSuggestedPointRow *self)
{
  self->words = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->words, FALSE);
  gtk_text_view_set_wrap_mode (self->words, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->words, 6);
  gtk_text_view_set_bottom_margin (self->words, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "kl-suggested-words");
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  g_signal_connect_object (self->words, "map", G_CALLBACK (resize_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::root", G_CALLBACK (root_cb), NULL);
  return GTK_WIDGET (self->words);
}

static GtkWidget *
create_source (KlSuggestedPointRow *self)
{
  self->source = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->source, TRUE);
  gtk_label_set_wrap_mode (self->source, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->source, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "dim-label");
  return GTK_WIDGET (self->source);
}

static void
kl_suggested_point_row_init (KlSuggestedPointRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->check), 3);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 9);
  gtk_box_append (GTK_BOX (column), create_words (self));
  gtk_box_append (GTK_BOX (column), create_source (self));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (line), column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_suggested_point_row_new:
 * @text: the words of a point
 * @source: where they come from, for the person
 *
 * A point is what each explanation from now on is read against, so none is wanted before the person has said so: one
 * too many does more harm than one too few.
 *
 * Returns: (transfer floating): a row, not chosen; “changed” is emitted when that or the words change
 */
GtkWidget *
kl_suggested_point_row_new (const char *text,
                            const char *source)
{
  KlSuggestedPointRow *self = g_object_new (KL_TYPE_SUGGESTED_POINT_ROW, NULL);
  g_autofree char *check_name = g_strdup_printf (_("Add: %s"), text);
  g_autofree char *words_name = g_strdup_printf (_("Words: %s"), text);

  kl_typed_words_begin (self->words, text);
  gtk_label_set_text (self->source, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, check_name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, words_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->words), "changed", G_CALLBACK (words_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kl_suggested_point_row_set_chosen:
 * @self: a row
 * @chosen: whether it is wanted
 */
void
kl_suggested_point_row_set_chosen (KlSuggestedPointRow *self,
                                   gboolean             chosen)
{
  g_return_if_fail (KL_IS_SUGGESTED_POINT_ROW (self));

  gtk_check_button_set_active (self->check, chosen);
}

/**
 * kl_suggested_point_row_dup_chosen:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): its words on one line; %NULL where it is not wanted, or has none any more
 */
char *
kl_suggested_point_row_dup_chosen (KlSuggestedPointRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *words = NULL;

  g_return_val_if_fail (KL_IS_SUGGESTED_POINT_ROW (self), NULL);

  if (!gtk_check_button_get_active (self->check))
    return NULL;
  buffer = gtk_text_view_get_buffer (self->words);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  words = g_strstrip (g_strdelimit (gtk_text_buffer_get_text (buffer, &start, &end, FALSE), "\r\n", ' '));
  return *words != '\0' ? g_steal_pointer (&words) : NULL;
}
