/* kl-heading-row.c: a heading of a document, what it becomes, and a menu to have it become something else */

#include "config.h"

#include "kl-heading-row.h"

#include <glib/gi18n.h>

/* Six levels, their titles and the longest word for what they become fit a window of 360 px. */
#define LEVEL_WIDTH 12

struct _KlHeadingRow
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkMenuButton *button;
  GtkLabel *word;

  KlHeading *heading;
};

enum
{
  PROP_0,
  PROP_CHOICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KlHeadingRow, kl_heading_row, GTK_TYPE_BOX)

static const char *
get_word (KlHeadingKind kind)
{
  switch (kind)
    {
    case KL_HEADING_GROUP:
      return C_("heading", "Group");
    case KL_HEADING_TOPIC:
      return C_("heading", "Topic");
    case KL_HEADING_SUBTOPIC:
      return C_("heading", "Subtopic");
    case KL_HEADING_POINTS:
      return C_("heading", "Points");
    case KL_HEADING_NOTE:
      return C_("heading", "Note");
    case KL_HEADING_SKIP:
      return C_("heading", "Left Out");
    case KL_HEADING_PLAN:
      return C_("heading", "Title");
    case KL_HEADING_ATTEMPT:
      return C_("heading", "Attempts");
    case KL_HEADING_PART:
    case KL_HEADING_AUTO:
    default:
      /* Translators: a heading that is a part of the plan itself, such as its scores or its strategy. */
      return C_("heading", "Section");
    }
}

static void
update (KlHeadingRow *self)
{
  const char *title = kl_heading_get_title (self->heading);
  const char *shown = *title != '\0' ? title : _("Heading Without Words");
  const char *word = get_word (kl_heading_get_becomes (self->heading));
  gboolean is_chosen = kl_heading_get_choice (self->heading) != KL_HEADING_AUTO;
  /* Translators: a heading, its level, its line, and what it becomes: “Pods, level 2, line 12: Topic”. */
  g_autofree char *label = g_strdup_printf (_("%s, level %u, line %u: %s"), shown, kl_heading_get_level (self->heading),
                                            kl_heading_get_line (self->heading), word);
  /* Translators: %s is a heading. */
  g_autofree char *name = g_strdup_printf (_("What “%s” becomes"), shown);
  g_autofree char *line = g_strdup_printf (_("Line %u"), kl_heading_get_line (self->heading));
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_label (self->title, shown);
  gtk_label_set_label (self->word, word);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), line);
  gtk_widget_set_margin_start (GTK_WIDGET (self->title),
                               LEVEL_WIDTH * ((int) kl_heading_get_level (self->heading) - 1));
  if (is_chosen)
    gtk_widget_remove_css_class (GTK_WIDGET (self->word), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->word), "dim-label");
  if (kl_heading_get_becomes (self->heading) == KL_HEADING_SKIP)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
becomes_cb (KlHeadingRow *self)
{
  update (self);
}

static void
choice_cb (KlHeadingRow *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

static GMenuModel *
create_menu (void)
{
  static const struct
  {
    const char *label;
    const char *choice;
  } entries[] = {
    { N_("_Automatic"), "auto" }, { N_("_Group"), "group" }, { N_("_Topic"), "topic" }, { N_("_Subtopic"), "subtopic" },
    { N_("_Points"), "points" },  { N_("_Note"), "note" },   { N_("_Leave Out"), "skip" },
  };
  g_autoptr(GMenu) choices = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(entries[i].label), NULL);

      g_menu_item_set_action_and_target (item, "heading.choose", "s", entries[i].choice);
      g_menu_append_item (choices, item);
    }
  g_menu_append_section (menu, _("Becomes"), G_MENU_MODEL (choices));
  return G_MENU_MODEL (menu);
}

/* Hardly any of the menus is ever opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  g_autoptr(GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = create_menu ();
  gtk_menu_button_set_menu_model (button, menu);
}

static void
kl_heading_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  KlHeadingRow *self = KL_HEADING_ROW (object);

  if (prop_id == PROP_CHOICE)
    g_value_set_enum (value, self->heading != NULL ? (int) kl_heading_get_choice (self->heading) : 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_heading_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  KlHeadingRow *self = KL_HEADING_ROW (object);

  if (prop_id != PROP_CHOICE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (self->heading != NULL)
    kl_heading_set_choice (self->heading, (KlHeadingKind) g_value_get_enum (value));
}

static void
kl_heading_row_dispose (GObject *object)
{
  kl_heading_row_set_heading (KL_HEADING_ROW (object), NULL);

  G_OBJECT_CLASS (kl_heading_row_parent_class)->dispose (object);
}

static void
kl_heading_row_class_init (KlHeadingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_heading_row_get_property;
  object_class->set_property = kl_heading_row_set_property;
  object_class->dispose = kl_heading_row_dispose;

  /**
   * KlHeadingRow:choice:
   *
   * What the person wants the heading to become.
   */
  properties[PROP_CHOICE] = g_param_spec_enum ("choice", NULL, NULL, KL_TYPE_HEADING_KIND, KL_HEADING_AUTO,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (GTK_WIDGET_CLASS (klass), "heading.choose", "choice");
}

static void
kl_heading_row_init (KlHeadingRow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);

  self->word = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->word), "caption");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->word));
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Change What It Becomes"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  /* The row has the keyboard, so that Tab leaves a list of any length; Return opens the menu. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->button)), FALSE);

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
}

/**
 * kl_heading_row_new:
 *
 * Returns: (transfer floating): a row that has no heading yet
 */
GtkWidget *
kl_heading_row_new (void)
{
  return g_object_new (KL_TYPE_HEADING_ROW, NULL);
}

/**
 * kl_heading_row_set_heading:
 * @self: a row
 * @heading: (nullable): what it shows
 */
void
kl_heading_row_set_heading (KlHeadingRow *self,
                            KlHeading    *heading)
{
  g_return_if_fail (KL_IS_HEADING_ROW (self));

  if (self->heading == heading)
    return;
  if (self->heading != NULL)
    g_signal_handlers_disconnect_by_data (self->heading, self);
  g_set_object (&self->heading, heading);
  if (heading == NULL)
    return;

  g_signal_connect_swapped (heading, "notify::becomes", G_CALLBACK (becomes_cb), self);
  g_signal_connect_swapped (heading, "notify::choice", G_CALLBACK (choice_cb), self);
  choice_cb (self);
}

/**
 * kl_heading_row_open_menu:
 * @self: a row
 *
 * Lets the person choose what the heading becomes.
 */
void
kl_heading_row_open_menu (KlHeadingRow *self)
{
  g_return_if_fail (KL_IS_HEADING_ROW (self));

  gtk_menu_button_popup (self->button);
}
