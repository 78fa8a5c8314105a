/* kl-edit-text.c: a text that wraps as a label does, and can be edited where it stands
 *
 * It shows what its Markdown means; what is edited is the Markdown.
 * Return and leaving it keep what was written, Escape takes it back. It emits “commit” with another text, and then, in
 * any case, “stopped”.
 */

#include "config.h"

#include "kl-edit-text.h"

#include "ui/page/kl-keyboard-focus.h"
#include "ui/page/kl-rich-text.h"

struct _KlEditText
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *label;
  GtkEntry *entry; /* only once it was edited: a page may have a thousand texts */
  char *name;
  char *text;
  char *empty; /* what stands there where there is no text */
  gboolean editing;
  gboolean optional;
  GtkWidget *next_focus;
};

G_DEFINE_FINAL_TYPE (KlEditText, kl_edit_text, ADW_TYPE_BIN)

enum
{
  SIGNAL_COMMIT,
  SIGNAL_STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show (KlEditText *self)
{
  gboolean has_words = self->empty == NULL || (self->text != NULL && *self->text != '\0');

  if (has_words)
    kl_rich_text_show (self->label, self->text);
  else
    gtk_label_set_text (self->label, self->empty);
}

static void
stop_editing (KlEditText *self,
              gboolean    keep)
{
  g_autofree char *written = NULL;
  gboolean had_focus;

  if (!self->editing)
    return;

  had_focus = kl_keyboard_focus_find_child (GTK_WIDGET (self->stack)) != NULL;
  self->editing = FALSE;
  written = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->label));
  if (had_focus)
    {
      GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX_ROW);

      if (row != NULL)
        gtk_widget_grab_focus (row);
      else if (self->next_focus != NULL)
        gtk_widget_grab_focus (self->next_focus);
    }

  if (keep && (*written != '\0' || self->optional) && g_strcmp0 (written, self->text) != 0)
    {
      kl_rich_text_show (self->label, written);
      g_signal_emit (self, signals[SIGNAL_COMMIT], 0, written);
    }
  g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
}

static void
activate_cb (KlEditText *self)
{
  stop_editing (self, TRUE);
}

static void
leave_cb (KlEditText *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Another window having the keyboard is no leaving. */
  if (GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root)))
    return;
  stop_editing (self, TRUE);
}

static gboolean
key_pressed_cb (KlEditText      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_editing (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
kl_edit_text_dispose (GObject *object)
{
  g_clear_weak_pointer (&KL_EDIT_TEXT (object)->next_focus);

  G_OBJECT_CLASS (kl_edit_text_parent_class)->dispose (object);
}

static void
kl_edit_text_finalize (GObject *object)
{
  KlEditText *self = KL_EDIT_TEXT (object);

  g_free (self->name);
  g_free (self->text);
  g_free (self->empty);

  G_OBJECT_CLASS (kl_edit_text_parent_class)->finalize (object);
}

static void
kl_edit_text_class_init (KlEditTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_edit_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_edit_text_finalize;

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", KL_TYPE_EDIT_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_STOPPED] = g_signal_new ("stopped", KL_TYPE_EDIT_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
create_entry (KlEditText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->entry));
}

static void
kl_edit_text_init (KlEditText *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * kl_edit_text_new:
 * @name: what the text is, for those who do not see where it stands
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *
kl_edit_text_new (const char *name)
{
  KlEditText *self = g_object_new (KL_TYPE_EDIT_TEXT, NULL);

  self->name = g_strdup (name);
  return GTK_WIDGET (self);
}

/**
 * kl_edit_text_set_text:
 * @self: a text
 * @text: (nullable): what it says; what is being written stays
 */
void
kl_edit_text_set_text (KlEditText *self,
                       const char *text)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  show (self);
}

/**
 * kl_edit_text_get_shown:
 * @self: a text
 *
 * Returns: (transfer none): what is to be read
 */
const char *
kl_edit_text_get_shown (KlEditText *self)
{
  g_return_val_if_fail (KL_IS_EDIT_TEXT (self), NULL);

  return gtk_label_get_text (self->label);
}

/**
 * kl_edit_text_set_style:
 * @self: a text
 * @css_class: the style class of the label, such as “title-1”
 */
void
kl_edit_text_set_style (KlEditText *self,
                        const char *css_class)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->label), css_class);
}

/**
 * kl_edit_text_set_optional:
 * @self: a text
 * @optional: whether it may be empty; otherwise what there was stays where nothing is written
 */
void
kl_edit_text_set_optional (KlEditText *self,
                           gboolean    optional)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  self->optional = optional;
}

/**
 * kl_edit_text_set_empty:
 * @self: a text
 * @empty: what stands there as long as there is no text
 */
void
kl_edit_text_set_empty (KlEditText *self,
                        const char *empty)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  g_free (self->empty);
  self->empty = g_strdup (empty);
  show (self);
}

/**
 * kl_edit_text_set_next_focus:
 * @self: a text that is in no row
 * @widget: what gets the keyboard when it is not edited any more
 */
void
kl_edit_text_set_next_focus (KlEditText *self,
                             GtkWidget  *widget)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  g_set_weak_pointer (&self->next_focus, widget);
}

/**
 * kl_edit_text_start_editing:
 * @self: a text
 */
void
kl_edit_text_start_editing (KlEditText *self)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  if (self->editing)
    return;

  if (self->entry == NULL)
    create_entry (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text != NULL ? self->text : "");
  kl_edit_text_resume (self);
}

/**
 * kl_edit_text_resume:
 * @self: a text
 *
 * Goes on editing with what was written last, as after it could not be stored.
 */
void
kl_edit_text_resume (KlEditText *self)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  show (self);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  self->editing = TRUE;
}

/**
 * kl_edit_text_finish:
 * @self: a text
 *
 * Keeps what was written, as leaving it does.
 */
void
kl_edit_text_finish (KlEditText *self)
{
  g_return_if_fail (KL_IS_EDIT_TEXT (self));

  stop_editing (self, TRUE);
}

/**
 * kl_edit_text_get_editing:
 * @self: a text
 *
 * Returns: whether it is being edited
 */
gboolean
kl_edit_text_get_editing (KlEditText *self)
{
  g_return_val_if_fail (KL_IS_EDIT_TEXT (self), FALSE);

  return self->editing;
}
