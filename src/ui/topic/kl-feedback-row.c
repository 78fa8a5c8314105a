/* kl-feedback-row.c: something said about an attempt: both sides of a correction, a quote as a quote, code as code
 *
 * On the page of its attempt it is edited where it stands: Return keeps what was written, Shift+Return begins a line,
 * Escape takes it back. What it said at first stays below it.
 */

#include "config.h"

#include "kl-feedback-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kl-markdown-markup.h"
#include "model/kl-amendment.h"
#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-item-menu.h"
#include "ui/edit/kl-row-selection.h"
#include "ui/page/kl-keyboard-focus.h"

#include "kl-feedback-edit.h"

struct _KlFeedbackRow
{
  GtkListBoxRow parent_instance;

  KlFeedback *item;
  KlAttempt *attempt; /* NULL where it is only looked at */
  GtkCheckButton *check; /* of something to be done */
  GtkBox *content; /* the words, and what they are edited in */
  GtkWidget *column;
  GtkLabel *words;
  GtkLabel *right; /* of a correction */
  GtkLabel *first;
  GtkWidget *menu;
  GtkWidget *form; /* only once it was edited */
  GtkTextView *words_view;
  GtkTextView *right_view;
  gboolean is_editing;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KlFeedbackRow, kl_feedback_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_correction (KlFeedbackRow *self)
{
  return kl_feedback_get_kind (self->item) == KL_FEEDBACK_CORRECTION && kl_feedback_get_wrong (self->item) != NULL;
}

/* “✗ … ✓ …” for a correction. */
static char *
dup_first_words (KlAmendment *amendment)
{
  const char *text = kl_amendment_get_text (amendment);
  const char *wrong = kl_amendment_get_wrong (amendment);
  const char *right = kl_amendment_get_right (amendment);

  if (wrong != NULL)
    return g_strdup_printf ("✗ %s ✓ %s", wrong, right != NULL ? right : "");
  return g_strdup (text);
}

static void
show_first (KlFeedbackRow *self)
{
  g_autoptr(KlAmendment) amendment
    = self->attempt != NULL
        ? kl_attempt_dup_first_amendment (self->attempt, kl_record_get_id (KL_RECORD (self->item)))
        : NULL;
  g_autofree char *before = amendment != NULL ? dup_first_words (amendment) : NULL;
  g_autofree char *text = NULL;

  if (before != NULL)
    /* Translators: %s is what was said about an attempt before it was amended */
    text = g_strdup_printf (_("At first: %s"), before);
  else if (amendment != NULL)
    text = g_strdup (_("Added later"));
  gtk_label_set_text (self->first, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->first), text != NULL);
}

/* Returns: what there is to read, without the mark. */
static const char *
show_marked (GtkLabel   *label,
             const char *mark,
             const char *markdown)
{
  g_autofree char *markup = kl_markdown_to_markup (markdown);
  g_autofree char *marked = g_strconcat (mark, markup, NULL);

  gtk_label_set_markup (label, marked);
  return gtk_label_get_text (label) + strlen (mark);
}

static void
update (KlFeedbackRow *self)
{
  gboolean correction = is_correction (self);
  const char *words = show_marked (self->words, correction ? "✗ " : "", correction ? kl_feedback_get_wrong (self->item)
                                                                                   : kl_feedback_get_text (self->item));
  const char *right = show_marked (self->right, "✓ ", kl_feedback_get_right (self->item));
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->right), correction && kl_feedback_get_right (self->item) != NULL);
  if (correction)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "dim-label");

  /* Translators: a correction: what was said, what is right */
  name = correction ? g_strdup_printf (_("Wrong: %s; right: %s"), words, right) : g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->check != NULL)
    {
      self->is_showing = TRUE;
      gtk_check_button_set_active (self->check, kl_feedback_get_done (self->item));
      self->is_showing = FALSE;
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  show_first (self);
}

static KlPage *
get_page (KlFeedbackRow *self)
{
  return KL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), KL_TYPE_PAGE));
}

/* Ticking */

static void
ticked_cb (gpointer      target,
           const GError *error)
{
  if (error != NULL && KL_FEEDBACK_ROW (target)->item != NULL)
    update (target);
}

/* All that are selected with it get what this one gets. */
static void
toggled_cb (KlFeedbackRow *self)
{
  gboolean done = gtk_check_button_get_active (self->check);
  g_autoptr(GPtrArray) items = NULL;
  KlChange *change;

  if (self->is_showing)
    return;

  items = kl_row_selection_dup_items (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self))),
                                      GTK_LIST_BOX_ROW (self));
  change = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, kl_subject_get_title (kl_page_get_subject (get_page (self))));
  for (guint i = 0; i < items->len; i++)
    if (kl_feedback_get_kind (items->pdata[i]) == KL_FEEDBACK_ACTION && kl_feedback_get_done (items->pdata[i]) != done)
      kl_change_set_integer (change, items->pdata[i], "done", done);
  kl_apply (GTK_WIDGET (self), change, NULL, ticked_cb, self);
}

/* Editing */

static char *
dup_written (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

static void
show_form (KlFeedbackRow *self)
{
  self->is_editing = TRUE;
  gtk_widget_set_visible (self->form, TRUE);
  gtk_widget_set_visible (self->column, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->words_view));
}

static void
stored_cb (gpointer      target,
           const GError *error)
{
  KlFeedbackRow *self = target;

  /* What could not be stored is there to be tried again. */
  if (error != NULL && !self->is_editing && gtk_widget_get_root (target) != NULL)
    show_form (self);
}

static void
stop_editing (KlFeedbackRow *self,
              gboolean       keep)
{
  g_autofree char *words = NULL;
  g_autofree char *right = NULL;
  KlChange *change = NULL;
  gboolean had_focus;
  KlPage *page;

  if (!self->is_editing)
    return;

  self->is_editing = FALSE;
  page = get_page (self);
  had_focus = kl_keyboard_focus_find_child (self->form) != NULL;
  words = dup_written (self->words_view);
  right = self->right_view != NULL ? dup_written (self->right_view) : NULL;
  gtk_widget_set_visible (self->column, TRUE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->form, FALSE);

  if (keep && page != NULL && *words != '\0' && (right == NULL || *right != '\0'))
    {
      g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (kl_page_get_library (page)));
      g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");

      change = kl_feedback_edit_new_words (kl_page_get_subject (page), self->attempt, self->item, words, right, date);
    }
  if (change != NULL)
    kl_apply (GTK_WIDGET (self), change, _("Feedback amended"), stored_cb, self);
}

static gboolean
key_pressed_cb (KlFeedbackRow   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval != GDK_KEY_Escape && (!is_return || (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;

  stop_editing (self, is_return);
  return GDK_EVENT_STOP;
}

static void
leave_cb (KlFeedbackRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Another window having the keyboard is no leaving. */
  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    stop_editing (self, TRUE);
}

static GtkTextView *
append_view (KlFeedbackRow *self,
             const char    *name)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 6);
  gtk_widget_add_css_class (view, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->form), view);
  return GTK_TEXT_VIEW (view);
}

static void
create_form (KlFeedbackRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->words_view = append_view (self, is_correction (self) ? _("Wrong") : _("Feedback"));
  if (is_correction (self))
    self->right_view = append_view (self, _("Right"));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->form, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->form, keys);
  gtk_box_append (self->content, self->form);
}

static void
set_view (GtkTextView *view,
          const char  *text)
{
  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlFeedbackRow *self = KL_FEEDBACK_ROW (widget);

  if (self->is_editing)
    return;

  if (self->form == NULL)
    create_form (self);
  set_view (self->words_view,
            is_correction (self) ? kl_feedback_get_wrong (self->item) : kl_feedback_get_text (self->item));
  set_view (self->right_view, kl_feedback_get_right (self->item));
  show_form (self);
}

static void
chosen_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlFeedbackRow *self = KL_FEEDBACK_ROW (widget);

  if (self->check != NULL && !self->is_editing)
    gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
  else
    edit_cb (widget, action, parameter);
}

static void
kl_feedback_row_dispose (GObject *object)
{
  KlFeedbackRow *self = KL_FEEDBACK_ROW (object);

  self->is_editing = FALSE;
  g_clear_object (&self->item);
  g_clear_object (&self->attempt);

  G_OBJECT_CLASS (kl_feedback_row_parent_class)->dispose (object);
}

static void
kl_feedback_row_class_init (KlFeedbackRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_feedback_row_dispose;

  gtk_widget_class_install_action (widget_class, "row.chosen", NULL, chosen_cb);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.edit", NULL);
}

static GtkLabel *
append_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
kl_feedback_row_init (KlFeedbackRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->words = append_label (column);
  self->right = append_label (column);
  self->first = append_label (column);
  gtk_widget_add_css_class (GTK_WIDGET (self->first), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->first), "dim-label");
  self->column = column;
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_hexpand (GTK_WIDGET (self->content), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->content), GTK_ALIGN_CENTER);
  gtk_box_append (self->content, column);
}

/* Where it is only looked at, its words can be selected, and the keyboard comes to them. */
static void
build (KlFeedbackRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr(GMenu) own = g_menu_new ();

  if (self->attempt != NULL && kl_feedback_get_kind (self->item) == KL_FEEDBACK_ACTION)
    {
      self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
      gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
      g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check));
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  if (self->attempt != NULL)
    {
      g_menu_append (own, _("_Edit"), "row.edit");
      self->menu = kl_item_menu_new (KL_RECORD (self->item), _("Change the Feedback"), G_MENU_MODEL (own));
      gtk_box_append (GTK_BOX (box), self->menu);
    }
  else
    {
      gtk_label_set_selectable (self->words, TRUE);
      gtk_label_set_selectable (self->right, TRUE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
    }

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, self->menu != NULL ? 6 : 12);
  gtk_widget_set_margin_top (box, self->menu != NULL ? 6 : 12);
  gtk_widget_set_margin_bottom (box, self->menu != NULL ? 6 : 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * kl_feedback_row_new:
 * @item: something said about an attempt
 * @attempt: (nullable): the attempt, on its own page, where it can be amended; %NULL where it is only looked at
 *
 * Returns: (transfer floating): its row, for a page of the attempt's subject
 */
GtkWidget *
kl_feedback_row_new (KlFeedback *item,
                     KlAttempt  *attempt)
{
  KlFeedbackRow *self = g_object_new (KL_TYPE_FEEDBACK_ROW, NULL);

  self->item = g_object_ref (item);
  if (attempt != NULL)
    {
      self->attempt = g_object_ref (attempt);
      g_signal_connect_object (kl_attempt_get_amendments (attempt), "items-changed", G_CALLBACK (show_first), self,
                               G_CONNECT_SWAPPED);
    }
  build (self);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_feedback_row_set_editable:
 * @self: a row on the page of its attempt
 * @editable: whether it can be changed now
 */
void
kl_feedback_row_set_editable (KlFeedbackRow *self,
                              gboolean       editable)
{
  g_return_if_fail (KL_IS_FEEDBACK_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.chosen", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.edit", editable);
  if (self->check != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->check), editable);
  if (self->menu != NULL)
    gtk_widget_set_visible (self->menu, editable);
}

/**
 * kl_feedback_row_finish:
 * @self: a row
 *
 * Keeps what was written, as leaving it does.
 */
void
kl_feedback_row_finish (KlFeedbackRow *self)
{
  g_return_if_fail (KL_IS_FEEDBACK_ROW (self));

  stop_editing (self, TRUE);
}
