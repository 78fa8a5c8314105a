/* kl-point-row.c: a key point, with what the latest attempt did with it; edited where it stands */

#include "config.h"

#include "kl-point-row.h"

#include "recall/kl-depth-text.h"
#include "recall/kl-verdict-text.h"
#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-edit-text.h"
#include "ui/edit/kl-item-menu.h"
#include "ui/edit/kl-row-selection.h"

#include "kl-points-edit.h"
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
  KlEditText *note_text; /* only once it was edited */
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

/* A point that is known as deeply as its topic needs no word about that. */
static gboolean
depth_tells (KlPointRow *self)
{
  KlDepth depth = kl_point_get_depth (self->point);

  return depth != KL_DEPTH_NONE && depth != kl_subject_get_depth (self->subject);
}

static gboolean
is_editing_note (KlPointRow *self)
{
  return self->note_text != NULL && kl_edit_text_get_editing (self->note_text);
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
  gtk_widget_set_visible (GTK_WIDGET (self->note), caption != NULL && !is_editing_note (self));

  gtk_label_set_text (self->glyph, kl_verdict_text_get_glyph (self->verdict));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->glyph), kl_verdict_text_get_word (self->verdict));
  name = g_strdup_printf ("%s, %s%s%s", kl_edit_text_get_shown (self->text), kl_verdict_text_get_word (self->verdict),
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
            kl_topic_edit_new_string (self->subject, KL_RECORD (self->point), "text", text),
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
note_commit_cb (KlPointRow *self,
                const char *text)
{
  kl_apply (GTK_WIDGET (self),
            kl_topic_edit_new_string (self->subject, KL_RECORD (self->point), "note", *text != '\0' ? text : NULL),
            _("Note changed"), stored_cb, self->note_text);
}

/* The words are read in the line below the point, where its depth is, too. */
static void
note_stopped_cb (KlPointRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->note_text), FALSE);
  update (self);
}

static void
note_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlPointRow *self = KL_POINT_ROW (widget);

  if (self->note_text == NULL)
    {
      GtkWidget *text = kl_edit_text_new (_("Note on the point"));

      self->note_text = KL_EDIT_TEXT (text);
      kl_edit_text_set_optional (self->note_text, TRUE);
      g_signal_connect_object (text, "commit", G_CALLBACK (note_commit_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (text, "stopped", G_CALLBACK (note_stopped_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->note))), text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->note_text), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  kl_edit_text_set_text (self->note_text, kl_point_get_note (self->point));
  kl_edit_text_start_editing (self->note_text);
}

static gboolean
is_editing (KlPointRow *self)
{
  return kl_edit_text_get_editing (self->text) || is_editing_note (self);
}

static void
indent (KlPointRow *self,
        gboolean    inwards)
{
  KlChange *change = inwards ? kl_points_edit_new_indent (self->subject, self->point)
                             : kl_points_edit_new_outdent (self->subject, self->point);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (change != NULL)
    kl_apply (GTK_WIDGET (self), change, NULL, NULL, NULL);
}

static void
indent_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  indent (KL_POINT_ROW (widget), g_str_equal (action, "point.indent"));
}

static gboolean
indent_key_cb (GtkWidget *widget,
               GVariant  *towards,
               gpointer   user_data)
{
  KlPointRow *self = KL_POINT_ROW (widget);
  gboolean reads_right = gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL;

  /* In an entry, these keys select words. */
  if (!self->editable || is_editing (self))
    return FALSE;

  indent (self, g_variant_get_boolean (towards) == reads_right);
  return TRUE;
}

static void
set_depth_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  KlPointRow *self = KL_POINT_ROW (widget);
  g_autoptr(GPtrArray) points
    = kl_row_selection_dup_items (GTK_LIST_BOX (gtk_widget_get_parent (widget)), GTK_LIST_BOX_ROW (widget));
  KlChange *change
    = kl_points_edit_new_depth (self->subject, points, kl_depth_text_parse (g_variant_get_string (parameter, NULL)));

  gtk_widget_grab_focus (widget);
  if (change != NULL)
    kl_apply (widget, change, NULL, NULL, NULL);
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
  static const char *const actions[] = { "row.chosen",   "point.edit",    "point.note",
                                         "point.indent", "point.outdent", "point.set-depth" };

  if (self->editable == editable)
    return;

  self->editable = editable;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
  if (self->menu != NULL)
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
  GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = kl_point_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = kl_point_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = kl_point_row_set_property;

  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "row.chosen", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "point.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "point.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "point.indent", NULL, indent_cb);
  gtk_widget_class_install_action (widget_class, "point.outdent", NULL, indent_cb);
  gtk_widget_class_install_action (widget_class, "point.set-depth", "s", set_depth_cb);
  gtk_widget_class_install_action (widget_class, "point.open-target", NULL, open_target_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "point.edit", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, modifiers, indent_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, modifiers, indent_key_cb, "b", FALSE);
}

static void
kl_point_row_init (KlPointRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->editable = TRUE;
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

  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->glyph));
  gtk_box_append (GTK_BOX (self->box), column);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->target));
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  g_signal_connect_object (self->text, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_point_row_create_menu:
 *
 * Returns: (transfer full): what the menus of all rows offer
 */
GMenuModel *
kl_point_row_create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) edit = g_menu_new ();
  g_autoptr(GMenu) depth = g_menu_new ();
  g_autoptr(GMenu) place = g_menu_new ();

  g_menu_append (edit, _("_Edit"), "point.edit");
  g_menu_append (edit, _("Edit the No_te"), "point.note");
  kl_depth_text_append_menu (depth, "point.set-depth");
  g_menu_append (place, _("Move _Into the One Above"), "point.indent");
  g_menu_append (place, _("Move _Out"), "point.outdent");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, _("Depth"), G_MENU_MODEL (depth));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  return G_MENU_MODEL (menu);
}

/**
 * kl_point_row_new:
 * @point: a point
 * @subject: the subject that it belongs to
 * @own: what its menu offers beside moving and deleting, see kl_point_row_create_menu()
 *
 * Returns: (transfer floating): its row, for a page of its subject
 */
GtkWidget *
kl_point_row_new (KlPoint    *point,
                  KlSubject  *subject,
                  GMenuModel *own)
{
  KlPointRow *self = g_object_new (KL_TYPE_POINT_ROW, NULL);

  self->point = g_object_ref (point);
  self->subject = g_object_ref (subject);
  self->menu = kl_item_menu_new (KL_RECORD (point), _("Change the Point"), own);
  gtk_box_append (GTK_BOX (self->box), self->menu);
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
