/* kl-check-row.c: something to be done that can be ticked off: a gap, or an action item of an attempt */

#include "config.h"

#include "kl-check-row.h"

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-edit-text.h"
#include "ui/edit/kl-item-menu.h"
#include "ui/edit/kl-row-selection.h"

#include "kl-gaps-edit.h"
#include "kl-topic-edit.h"

#include <glib/gi18n.h>

struct _KlCheckRow
{
  GtkListBoxRow parent_instance;

  KlRecord *record; /* a gap, or a feedback item, which cannot be edited */
  GtkCheckButton *check;
  KlEditText *text;
  GtkWidget *box;
  GtkWidget *menu; /* only of a gap */
  gboolean editable;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (KlCheckRow, kl_check_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_EDITABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static KlSubject *
get_subject (GtkWidget *widget)
{
  return kl_page_get_subject (KL_PAGE (gtk_widget_get_ancestor (widget, KL_TYPE_PAGE)));
}

/* Those that are selected with it, else it alone. */
static GPtrArray *
get_meant (KlCheckRow *self)
{
  return kl_row_selection_dup_items (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self))),
                                     GTK_LIST_BOX_ROW (self));
}

static gboolean
is_done (KlCheckRow *self)
{
  return KL_IS_GAP (self->record) ? !kl_gap_get_open (KL_GAP (self->record))
                                  : kl_feedback_get_done (KL_FEEDBACK (self->record));
}

static void
update (KlCheckRow *self)
{
  const char *text = KL_IS_GAP (self->record) ? kl_gap_get_text (KL_GAP (self->record))
                                              : kl_feedback_get_text (KL_FEEDBACK (self->record));
  gboolean done = is_done (self);

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, done);
  self->updating = FALSE;
  kl_edit_text_set_text (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kl_edit_text_get_shown (self->text), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kl_edit_text_get_shown (self->text), -1);
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
}

static void
toggled_stored_cb (gpointer      target,
                   const GError *error)
{
  if (error != NULL && KL_CHECK_ROW (target)->record != NULL)
    update (target);
}

static KlChange *
new_action_change (KlSubject *subject,
                   GPtrArray *items,
                   gboolean   done)
{
  KlChange *change = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, kl_subject_get_title (subject));

  for (guint i = 0; i < items->len; i++)
    if (kl_feedback_get_done (items->pdata[i]) != done)
      kl_change_set_integer (change, items->pdata[i], "done", done);

  return change;
}

/* All that are selected with it get what this one gets. */
static void
toggled_cb (KlCheckRow *self)
{
  gboolean done = gtk_check_button_get_active (self->check);
  g_autoptr(GPtrArray) records = NULL;
  KlSubject *subject;

  /* A row that is being made is on no page yet. */
  if (self->updating)
    return;

  subject = get_subject (GTK_WIDGET (self));
  records = get_meant (self);
  kl_apply (GTK_WIDGET (self),
            KL_IS_GAP (self->record) ? kl_gaps_edit_new_open (subject, records, !done)
                                     : new_action_change (subject, records, done),
            NULL, toggled_stored_cb, self);
}

static void
text_stored_cb (gpointer      target,
                const GError *error)
{
  if (error != NULL)
    kl_edit_text_resume (target);
}

static void
commit_cb (KlCheckRow *self,
           const char *text)
{
  kl_apply (GTK_WIDGET (self), kl_topic_edit_new_string (get_subject (GTK_WIDGET (self)), self->record, "text", text),
            _("Gap changed"), text_stored_cb, self->text);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  kl_edit_text_start_editing (KL_CHECK_ROW (widget)->text);
}

static void
topic_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  KlPage *page = KL_PAGE (gtk_widget_get_ancestor (widget, KL_TYPE_PAGE));
  g_autoptr(GPtrArray) gaps = get_meant (KL_CHECK_ROW (widget));
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u gap is a topic now", "%u gaps are topics now", gaps->len), gaps->len);

  gtk_widget_grab_focus (widget);
  kl_apply (widget, kl_gaps_edit_new_topics (kl_page_get_plan (page), kl_page_get_subject (page), gaps), sentence, NULL,
            NULL);
}

static void
toggle_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlCheckRow *self = KL_CHECK_ROW (widget);

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

static void
update_actions (KlCheckRow *self)
{
  gboolean enabled = self->editable && KL_IS_GAP (self->record);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gap.edit", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gap.topic", enabled);
}

static void
set_editable (KlCheckRow *self,
              gboolean    editable)
{
  if (self->editable == editable)
    return;

  self->editable = editable;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.chosen", editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), editable);
  if (self->menu != NULL)
    gtk_widget_set_visible (self->menu, editable);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

static void
kl_check_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_EDITABLE)
    g_value_set_boolean (value, KL_CHECK_ROW (object)->editable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_check_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_EDITABLE)
    set_editable (KL_CHECK_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_check_row_dispose (GObject *object)
{
  g_clear_object (&KL_CHECK_ROW (object)->record);

  G_OBJECT_CLASS (kl_check_row_parent_class)->dispose (object);
}

static void
kl_check_row_class_init (KlCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_check_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = kl_check_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = kl_check_row_set_property;

  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "row.chosen", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "gap.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "gap.topic", NULL, topic_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "gap.edit", NULL);
}

static void
kl_check_row_init (KlCheckRow *self)
{
  self->editable = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->text = KL_EDIT_TEXT (kl_edit_text_new (_("Gap")));
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_widget_set_size_request (self->box, -1, 36);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

static GtkWidget *
create (KlRecord *record)
{
  KlCheckRow *self = g_object_new (KL_TYPE_CHECK_ROW, NULL);

  self->record = g_object_ref (record);
  g_signal_connect_object (record, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update_actions (self);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_check_row_new_for_gap:
 * @gap: a gap
 *
 * Returns: (transfer floating): its row, for a page of its subject; ticked means closed
 */
GtkWidget *
kl_check_row_new_for_gap (KlGap *gap)
{
  GtkWidget *row = create (KL_RECORD (gap));
  g_autoptr(GMenu) own = g_menu_new ();
  GtkWidget *menu;

  g_menu_append (own, _("_Edit"), "gap.edit");
  g_menu_append (own, _("Turn into a _Topic"), "gap.topic");
  menu = kl_item_menu_new (KL_RECORD (gap), _("Change the Gap"), G_MENU_MODEL (own));
  KL_CHECK_ROW (row)->menu = menu;
  gtk_box_append (GTK_BOX (KL_CHECK_ROW (row)->box), menu);
  return row;
}

/**
 * kl_check_row_new_for_action:
 * @item: an action item
 *
 * Returns: (transfer floating): its row, for a page of its subject
 */
GtkWidget *
kl_check_row_new_for_action (KlFeedback *item)
{
  return create (KL_RECORD (item));
}
