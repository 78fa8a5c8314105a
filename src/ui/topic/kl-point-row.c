/* kl-point-row.c: a key point, with what the latest attempt did with it; edited where it stands */

#include "config.h"

#include "kl-point-row.h"

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-edit-text.h"
#include "ui/review/kl-verdict-row.h"

#include "kl-depth-text.h"
#include "kl-topic-edit.h"

#include <glib/gi18n.h>

struct _KlPointRow
{
  GtkListBoxRow parent_instance;

  KlPoint *point;
  KlSubject *subject;
  KlVerdictValue verdict;
  GtkWidget *box;
  GtkLabel *glyph;
  KlEditText *text;
  GtkLabel *note;
  GtkButton *target;
  GtkWidget *menu;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (KlPointRow, kl_point_row, GTK_TYPE_LIST_BOX_ROW)

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
  return KL_POINT_ROW (widget)->subject;
}

/* A point that is known as deeply as its topic needs no word about that. */
static gboolean
depth_tells (KlPointRow *self)
{
  KlDepth depth = kl_point_get_depth (self->point);

  return depth != KL_DEPTH_NONE && depth != kl_subject_get_depth (self->subject);
}

static void
update (KlPointRow *self)
{
  const char *note = kl_point_get_note (self->point);
  KlDepth depth = kl_point_get_depth (self->point);
  g_autofree char *name = NULL;
  g_autofree char *caption = NULL;

  kl_edit_text_set_text (self->text, kl_point_get_text (self->point));
  if (note != NULL && *note != '\0')
    caption = depth_tells (self) ? g_strdup_printf ("%s · %s", kl_depth_text_get (depth), note) : g_strdup (note);
  else if (depth_tells (self))
    caption = g_strdup (kl_depth_text_get (depth));
  gtk_label_set_text (self->note, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), caption != NULL);

  gtk_label_set_text (self->glyph, kl_verdict_row_get_glyph (self->verdict));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->glyph), kl_verdict_row_get_word (self->verdict));
  name = g_strdup_printf ("%s, %s%s%s", kl_edit_text_get_shown (self->text), kl_verdict_row_get_word (self->verdict),
                          caption != NULL ? ", " : "", caption != NULL ? caption : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
stored_cb (gpointer      target,
           const GError *error)
{
  if (error != NULL)
    kl_edit_text_resume (target);
}

static void
commit_cb (KlPointRow *self,
           const char *text)
{
  kl_apply (GTK_WIDGET (self),
            kl_topic_edit_new_string (get_subject (GTK_WIDGET (self)), KL_RECORD (self->point), "text", text),
            _("Point changed"), stored_cb, self->text);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  kl_edit_text_start_editing (KL_POINT_ROW (widget)->text);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  KlPointRow *self = KL_POINT_ROW (widget);

  /* In an entry, Delete is the text's own. */
  if (kl_edit_text_get_editing (self->text))
    return;
  kl_apply (widget, kl_topic_edit_new_remove (get_subject (widget), KL_RECORD (self->point)), _("Point deleted"), NULL,
            NULL);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlPointRow *self = KL_POINT_ROW (widget);
  KlChange *change = kl_topic_edit_new_move (get_subject (widget), self->point,
                                             g_str_equal (action, "point.move-up") ? -1 : 1);

  if (change != NULL)
    kl_apply (widget, change, NULL, NULL, NULL);
}

static void
set_depth_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  KlPointRow *self = KL_POINT_ROW (widget);
  KlDepth depth = kl_depth_text_parse (g_variant_get_string (parameter, NULL));

  if (depth != kl_point_get_depth (self->point))
    kl_apply (widget, kl_topic_edit_new_value (get_subject (widget), KL_RECORD (self->point), "depth", depth), NULL,
              NULL, NULL);
}

static void
open_target_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const char *target = kl_point_get_target (KL_POINT_ROW (widget)->point);

  if (target != NULL)
    gtk_widget_activate_action (widget, "win.show-topic", "s", target);
}

static void
set_editable (KlPointRow *self,
              gboolean    editable)
{
  static const char *const actions[] = { "row.chosen",    "point.edit",      "point.delete",
                                         "point.move-up", "point.move-down", "point.set-depth" };

  if (self->editable == editable)
    return;

  self->editable = editable;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
  gtk_widget_set_visible (self->menu, editable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

static void
kl_point_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_EDITABLE)
    g_value_set_boolean (value, KL_POINT_ROW (object)->editable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_point_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_EDITABLE)
    set_editable (KL_POINT_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_point_row_dispose (GObject *object)
{
  g_clear_object (&KL_POINT_ROW (object)->point);
  g_clear_object (&KL_POINT_ROW (object)->subject);

  G_OBJECT_CLASS (kl_point_row_parent_class)->dispose (object);
}

static void
kl_point_row_class_init (KlPointRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_point_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = kl_point_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = kl_point_row_set_property;

  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "row.chosen", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "point.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "point.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "point.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "point.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "point.set-depth", "s", set_depth_cb);
  gtk_widget_class_install_action (widget_class, "point.open-target", NULL, open_target_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "point.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "point.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "point.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "point.move-down", NULL);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) edit = g_menu_new ();
  g_autoptr(GMenu) depth = g_menu_new ();
  g_autoptr(GMenu) move = g_menu_new ();

  g_menu_append (edit, _("_Edit"), "point.edit");
  g_menu_append (edit, _("_Delete"), "point.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append (move, _("Move _Up"), "point.move-up");
  g_menu_append (move, _("Move Dow_n"), "point.move-down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  kl_depth_text_append_menu (depth, "point.set-depth");
  g_menu_append_section (menu, _("Depth"), G_MENU_MODEL (depth));
  return G_MENU_MODEL (menu);
}

/* A page may have a thousand rows, and hardly any of their menus is ever opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    {
      g_autoptr(GMenuModel) model = create_menu ();

      gtk_menu_button_set_menu_model (button, model);
    }
}

static void
kl_point_row_init (KlPointRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *menu = gtk_menu_button_new ();

  self->editable = TRUE;
  self->menu = menu;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->glyph = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->glyph, 1);
  self->text = KL_EDIT_TEXT (kl_edit_text_new (_("Key point")));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  self->target = GTK_BUTTON (gtk_button_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->target), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->target), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->target), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->target), "point.open-target");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (menu), create_popup_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (menu, _("Change the Point"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Change the point"), -1);
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);

  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->glyph));
  gtk_box_append (GTK_BOX (self->box), column);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->target));
  gtk_box_append (GTK_BOX (self->box), menu);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  g_signal_connect_object (self->text, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_point_row_new:
 * @point: a point
 * @subject: the subject that it belongs to
 *
 * Returns: (transfer floating): its row, for a page of its subject
 */
GtkWidget *
kl_point_row_new (KlPoint   *point,
                  KlSubject *subject)
{
  KlPointRow *self = g_object_new (KL_TYPE_POINT_ROW, NULL);

  self->point = g_object_ref (point);
  self->subject = g_object_ref (subject);
  g_signal_connect_object (subject, "notify::depth", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (point, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * kl_point_row_get_point:
 * @self: a row
 *
 * Returns: (transfer none): its point
 */
KlPoint *
kl_point_row_get_point (KlPointRow *self)
{
  g_return_val_if_fail (KL_IS_POINT_ROW (self), NULL);

  return self->point;
}

/**
 * kl_point_row_set_level:
 * @self: a row
 * @level: how deep the point is nested
 */
void
kl_point_row_set_level (KlPointRow *self,
                        guint       level)
{
  g_return_if_fail (KL_IS_POINT_ROW (self));

  gtk_widget_set_margin_start (self->box, 12 + 24 * (int) level);
}

/**
 * kl_point_row_set_verdict:
 * @self: a row
 * @value: what the latest attempt did with the point
 * @marked: whether any point has a verdict, so that there is a column for them
 */
void
kl_point_row_set_verdict (KlPointRow     *self,
                          KlVerdictValue  value,
                          gboolean        marked)
{
  g_return_if_fail (KL_IS_POINT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->glyph), marked);
  if (self->verdict == value)
    return;

  self->verdict = value;
  update (self);
}

/**
 * kl_point_row_set_target:
 * @self: a row
 * @title: (nullable): the title of the topic that the point refers to
 */
void
kl_point_row_set_target (KlPointRow *self,
                         const char *title)
{
  g_autofree char *label = NULL;

  g_return_if_fail (KL_IS_POINT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->target), title != NULL);
  if (title == NULL)
    return;

  /* Translators: %s is the title of a topic */
  label = g_strdup_printf (_("Show “%s”"), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->target), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->target), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
