/* kl-search-row.c: one place where the words were found */

#include "config.h"

#include "kl-search-row.h"

#include <glib/gi18n.h>

struct _KlSearchRow
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *kind;
  GtkLabel *snippet;
};

G_DEFINE_FINAL_TYPE (KlSearchRow, kl_search_row, GTK_TYPE_BOX)

static const char *
describe_kind (const char *kind)
{
  if (g_strcmp0 (kind, "point") == 0)
    return _("Point");
  if (g_strcmp0 (kind, "gap") == 0)
    return _("Gap");
  if (g_strcmp0 (kind, "attempt") == 0)
    return _("Explanation");
  if (g_strcmp0 (kind, "feedback") == 0)
    return _("Feedback");
  return NULL;
}

static void
show_hit (KlSearchRow *self,
          KlSearchHit *hit)
{
  const char *kind = describe_kind (kl_search_hit_get_kind (hit));
  const char *title = kl_search_hit_get_title (hit);
  const char *snippet = kl_search_hit_get_snippet (hit);
  gboolean says_more = kind != NULL && snippet != NULL && *snippet != '\0';
  g_autofree char *line = g_strdup (says_more ? snippet : "");
  g_autofree char *label = g_strjoin (", ", title, kind, says_more ? line : NULL, NULL);

  g_strdelimit (line, "\n\r\t", ' ');
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->kind, kind != NULL ? kind : "");
  gtk_widget_set_visible (GTK_WIDGET (self->kind), kind != NULL);
  gtk_label_set_label (self->snippet, line);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), says_more);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, g_object_new (KL_TYPE_SEARCH_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  show_hit (KL_SEARCH_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
kl_search_row_class_init (KlSearchRowClass *klass)
{
}

static GtkLabel *
append_label (GtkBox     *box,
              const char *css_class,
              gboolean    expand)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", expand, "ellipsize", PANGO_ELLIPSIZE_END,
                                  NULL);

  if (css_class != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (label), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
    }
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static void
kl_search_row_init (KlSearchRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->title = append_label (GTK_BOX (line), NULL, TRUE);
  self->kind = append_label (GTK_BOX (line), "dim-label", FALSE);
  gtk_label_set_ellipsize (self->kind, PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (self), line);

  self->snippet = append_label (GTK_BOX (self), "dim-label", TRUE);
  gtk_label_set_wrap (self->snippet, TRUE);
  gtk_label_set_wrap_mode (self->snippet, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->snippet, 2);
}

/**
 * kl_search_row_factory_new:
 *
 * Returns: (transfer full): makes rows for a list of #KlSearchHit
 */
GtkListItemFactory *
kl_search_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
