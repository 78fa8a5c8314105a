/* kl-sidebar-row.c: a row of the list
 *
 * A list view makes some two hundred of these before the first frame, so a part is made only once a row shows it.
 */

#include "config.h"

#include "kl-sidebar-row.h"

#include <glib/gi18n.h>

#include "recall/kl-score-text.h"
#include "ui/chart/kl-sparkline.h"
#include "ui/page/kl-subject-title.h"
#include "ui/score/kl-score-label.h"

#define INDENT 18

struct _KlSidebarRow
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *caption;
  GtkWidget *due;
  GtkWidget *draft;
  GtkWidget *sparkline;
  GtkWidget *count;

  GObject *item;
  KlAgenda *agenda;
  GArray *bands;
  guint level;
  gboolean is_explained;
};

G_DEFINE_FINAL_TYPE (KlSidebarRow, kl_sidebar_row, GTK_TYPE_WIDGET)

static void
set_accessible_label (KlSidebarRow *self,
                      const char   *label)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  /* The list's own row is what takes the focus. */
  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
create_label (const char *css_class,
              float       xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
show_icon (KlSidebarRow *self,
           const char   *icon_name)
{
  if (icon_name != NULL && self->icon == NULL)
    {
      self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (self->icon, GTK_WIDGET (self), NULL);
    }
  if (self->icon == NULL)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

static void
show_count (KlSidebarRow *self,
            guint         count)
{
  g_autofree char *text = NULL;

  if (count > 0 && self->count == NULL)
    {
      self->count = create_label ("dim-label", 1);
      gtk_widget_add_css_class (self->count, "numeric");
      gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_NONE);
      gtk_widget_insert_before (self->count, GTK_WIDGET (self), NULL);
    }
  if (self->count == NULL)
    return;

  /* Translators: how many things wait on a page, beside its name in the list. */
  text = g_strdup_printf (_("%u"), count);
  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, count > 0);
}

static void
show_score (KlSidebarRow *self,
            KlSubject    *subject)
{
  KlStanding *standing = subject != NULL ? kl_subject_get_standing (subject) : NULL;
  gboolean is_scored = subject != NULL && kl_subject_get_kind (subject) != KL_SUBJECT_GROUP && standing != NULL
                       && (kl_standing_get_n_attempts (standing) > 0
                           || kl_subject_get_depth (subject) == KL_DEPTH_DEEP);

  if (is_scored && self->caption == NULL)
    {
      self->caption = create_label ("caption", 0);
      gtk_widget_add_css_class (self->caption, "numeric");
      gtk_widget_insert_after (self->caption, self->texts, self->title);
    }
  if (self->caption == NULL)
    return;

  if (is_scored)
    kl_score_label_show (GTK_LABEL (self->caption), self->bands, kl_standing_get_score (standing));
  gtk_widget_set_visible (self->caption, is_scored);
}

static void
show_draft (KlSidebarRow *self,
            gboolean      has_draft)
{
  if (has_draft && self->draft == NULL)
    {
      self->draft = gtk_image_new_from_icon_name ("document-edit-symbolic");
      gtk_widget_add_css_class (self->draft, "dim-label");
      gtk_widget_set_tooltip_text (self->draft, _("Draft"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->draft), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Draft"), -1);
      gtk_widget_insert_after (self->draft, GTK_WIDGET (self), self->texts);
    }
  if (self->draft != NULL)
    gtk_widget_set_visible (self->draft, has_draft);
}

static void
show_due (KlSidebarRow *self,
          gboolean      is_due)
{
  if (is_due && self->due == NULL)
    {
      self->due = gtk_image_new_from_icon_name ("alarm-symbolic");
      gtk_widget_add_css_class (self->due, "dim-label");
      gtk_widget_set_tooltip_text (self->due, _("Due"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Due"), -1);
      gtk_widget_insert_after (self->due, GTK_WIDGET (self), self->texts);
    }
  if (self->due != NULL)
    gtk_widget_set_visible (self->due, is_due);
}

static void
show_sparkline (KlSidebarRow *self,
                KlStanding   *standing)
{
  gsize n_recent = 0;
  const double *recent = standing != NULL ? kl_standing_get_recent (standing, &n_recent) : NULL;

  if (n_recent > 1 && self->sparkline == NULL)
    {
      self->sparkline = kl_sparkline_new ();
      gtk_widget_set_valign (self->sparkline, GTK_ALIGN_CENTER);
      gtk_widget_insert_before (self->sparkline, GTK_WIDGET (self), NULL);
    }
  if (self->sparkline == NULL)
    return;

  kl_sparkline_set_bands (KL_SPARKLINE (self->sparkline), self->bands);
  kl_sparkline_set_scores (KL_SPARKLINE (self->sparkline), recent, n_recent);
  gtk_widget_set_visible (self->sparkline, n_recent > 1);
}

static void subject_cb (KlSidebarRow *self);

/* What is said of it, with commas. */
static char *
dup_label (const char        *title,
           const char        *score,
           const char *const *states,
           gsize              n_states)
{
  g_autoptr(GString) label = g_string_new (title);

  if (score != NULL)
    g_string_append_printf (label, ", %s", score);
  for (gsize i = 0; i < n_states; i++)
    if (states[i] != NULL)
      g_string_append_printf (label, ", %s", states[i]);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* Most rows say the same after most changes. */
static void
agenda_cb (KlSidebarRow *self)
{
  gboolean was_due = self->due != NULL && gtk_widget_get_visible (self->due);

  if (kl_agenda_is_due (self->agenda, KL_SUBJECT (self->item)) != was_due)
    subject_cb (self);
}

static void
subject_cb (KlSidebarRow *self)
{
  KlSubject *subject = KL_SUBJECT (self->item);
  KlStanding *standing = kl_subject_get_standing (subject);
  gboolean has_draft = standing != NULL && kl_standing_get_has_draft (standing);
  gboolean is_due = self->agenda != NULL && kl_agenda_is_due (self->agenda, subject);
  const char *states[] = { is_due ? _("Due") : NULL, has_draft ? _("Draft") : NULL };
  const char *title = kl_subject_title_get (subject);
  g_autofree char *score = NULL;
  g_autofree char *label = NULL;

  gtk_label_set_label (GTK_LABEL (self->title), title);
  show_score (self, self->is_explained ? NULL : subject);
  show_due (self, is_due);
  show_draft (self, has_draft);
  show_sparkline (self, self->is_explained ? NULL : standing);

  score = kl_score_text_describe_in (self->bands, standing != NULL ? kl_standing_get_score (standing) : KL_SCORE_NONE);
  label = dup_label (title, kl_subject_get_kind (subject) == KL_SUBJECT_GROUP || self->is_explained ? NULL : score,
                     states, G_N_ELEMENTS (states));
  set_accessible_label (self, label);
}

static void
place_cb (KlSidebarRow *self)
{
  KlSidebarPlace *place = KL_SIDEBAR_PLACE (self->item);
  guint count = kl_sidebar_place_get_count (place);
  g_autofree char *label = NULL;

  gtk_label_set_label (GTK_LABEL (self->title), kl_sidebar_place_get_title (place));
  show_count (self, count);

  if (count > 0)
    label = g_strdup_printf ("%s, %u", kl_sidebar_place_get_title (place), count);
  set_accessible_label (self, label != NULL ? label : kl_sidebar_place_get_title (place));
}

static void
set_heading (KlSidebarRow *self,
             gboolean      is_heading)
{
  if (is_heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kl-heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "kl-heading");

  /* The platform's own class, which knows of high contrast. */
  if (is_heading)
    gtk_widget_add_css_class (self->title, "dim-label");
  else
    gtk_widget_remove_css_class (self->title, "dim-label");
}

static void
kl_sidebar_row_dispose (GObject *object)
{
  KlSidebarRow *self = KL_SIDEBAR_ROW (object);
  GtkWidget *child;

  kl_sidebar_row_clear (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kl_sidebar_row_parent_class)->dispose (object);
}

static void
kl_sidebar_row_class_init (KlSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_sidebar_row_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "klsidebarrow");
}

static void
kl_sidebar_row_init (KlSidebarRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_widget_set_margin_top (self->texts, 6);
  gtk_widget_set_margin_bottom (self->texts, 6);
  gtk_widget_set_valign (self->texts, GTK_ALIGN_CENTER);
  self->title = create_label (NULL, 0);
  gtk_box_append (GTK_BOX (self->texts), self->title);
  gtk_widget_set_parent (self->texts, GTK_WIDGET (self));
}

GtkWidget *
kl_sidebar_row_new (void)
{
  return g_object_new (KL_TYPE_SIDEBAR_ROW, NULL);
}

/**
 * kl_sidebar_row_show_place:
 * @self: a row
 * @place: a page of the plan, or a heading
 */
void
kl_sidebar_row_show_place (KlSidebarRow   *self,
                           KlSidebarPlace *place)
{
  kl_sidebar_row_clear (self);
  self->item = g_object_ref (G_OBJECT (place));

  set_heading (self, kl_sidebar_place_get_action (place) == NULL);
  gtk_widget_set_margin_start (self->texts, 0);
  show_icon (self, kl_sidebar_place_get_icon_name (place));
  show_score (self, NULL);
  show_due (self, FALSE);
  show_draft (self, FALSE);
  show_sparkline (self, NULL);

  g_signal_connect_swapped (place, "notify::count", G_CALLBACK (place_cb), self);
  place_cb (self);
}

/**
 * kl_sidebar_row_show_subject:
 * @self: a row
 * @subject: a topic or a group
 * @level: how far in it stands
 * @bands: (nullable): what kl_chart_bands_new() gave
 * @agenda: what there is to do in the plan
 */
void
kl_sidebar_row_show_subject (KlSidebarRow *self,
                             KlSubject    *subject,
                             guint         level,
                             GArray       *bands,
                             KlAgenda     *agenda)
{
  kl_sidebar_row_clear (self);
  self->item = g_object_ref (G_OBJECT (subject));
  self->bands = bands != NULL ? g_array_ref (bands) : NULL;
  self->agenda = g_object_ref (agenda);

  set_heading (self, FALSE);
  gtk_widget_set_margin_start (self->texts, (int) MIN (level, 6) * INDENT);
  show_icon (self, NULL);
  show_count (self, 0);

  g_signal_connect_swapped (subject, "notify::title", G_CALLBACK (subject_cb), self);
  g_signal_connect_swapped (subject, "notify::standing", G_CALLBACK (subject_cb), self);
  g_signal_connect_swapped (agenda, "changed", G_CALLBACK (agenda_cb), self);
  subject_cb (self);
}

/**
 * kl_sidebar_row_find_subject:
 * @list_item: (nullable): a list's own widget
 *
 * Returns: (transfer none) (nullable): the topic or group that the row in @list_item shows
 */
KlSubject *
kl_sidebar_row_find_subject (GtkWidget *list_item)
{
  GtkWidget *row = list_item != NULL ? gtk_widget_get_first_child (list_item) : NULL;
  GObject *item = KL_IS_SIDEBAR_ROW (row) ? KL_SIDEBAR_ROW (row)->item : NULL;

  return KL_IS_SUBJECT (item) ? KL_SUBJECT (item) : NULL;
}

/**
 * kl_sidebar_row_set_explained:
 * @self: a row
 * @subject_id: (nullable): the subject that is being explained; its row keeps earlier scores to itself
 */
void
kl_sidebar_row_set_explained (KlSidebarRow *self,
                              const char   *subject_id)
{
  gboolean is_explained = KL_IS_SUBJECT (self->item)
                          && g_strcmp0 (kl_record_get_id (KL_RECORD (self->item)), subject_id) == 0;

  if (self->is_explained == is_explained)
    return;

  self->is_explained = is_explained;
  subject_cb (self);
}

/**
 * kl_sidebar_row_clear:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
kl_sidebar_row_clear (KlSidebarRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  if (self->agenda != NULL)
    g_signal_handlers_disconnect_by_data (self->agenda, self);
  g_clear_object (&self->agenda);
  self->is_explained = FALSE;
  g_clear_object (&self->item);
  g_clear_pointer (&self->bands, g_array_unref);
}
