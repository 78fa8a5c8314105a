/* kl-section-heading.c: a heading over a part of a page, with the room that the platform's groups have beside it */

#include "config.h"

#include "kl-section-heading.h"

struct _KlSectionHeading
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *description;
};

G_DEFINE_FINAL_TYPE (KlSectionHeading, kl_section_heading, GTK_TYPE_BOX)

static void
update (KlSectionHeading *self)
{
  gboolean has_title = gtk_widget_get_visible (GTK_WIDGET (self->title));
  gboolean has_description = gtk_widget_get_visible (GTK_WIDGET (self->description));

  gtk_widget_set_visible (GTK_WIDGET (self), has_title || has_description);
  if (has_description)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "single-line");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "single-line");
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
kl_section_heading_class_init (KlSectionHeadingClass *klass)
{
}

static void
kl_section_heading_init (KlSectionHeading *self)
{
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = create_label ("heading");
  self->description = create_label ("dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->description), FALSE);
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_box_append (GTK_BOX (labels), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (labels), GTK_WIDGET (self->description));
  gtk_box_append (GTK_BOX (self), labels);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kl-section-heading");
  update (self);
}

/**
 * kl_section_heading_new:
 * @title: the heading
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
kl_section_heading_new (const char *title)
{
  KlSectionHeading *self = g_object_new (KL_TYPE_SECTION_HEADING, NULL);

  gtk_label_set_text (self->title, title);
  return GTK_WIDGET (self);
}

/**
 * kl_section_heading_set_description:
 * @self: a heading
 * @description: (nullable): a line below it, %NULL for none
 */
void
kl_section_heading_set_description (KlSectionHeading *self,
                                    const char       *description)
{
  g_return_if_fail (KL_IS_SECTION_HEADING (self));

  gtk_label_set_text (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
  update (self);
}

/**
 * kl_section_heading_set_button:
 * @self: a heading
 * @button: what stands at its end
 */
void
kl_section_heading_set_button (KlSectionHeading *self,
                               GtkWidget        *button)
{
  g_return_if_fail (KL_IS_SECTION_HEADING (self));

  gtk_box_append (GTK_BOX (self), button);
}

/**
 * kl_section_heading_hide_title:
 * @self: a heading
 *
 * Leaves the title out, where the page says it already.
 */
void
kl_section_heading_hide_title (KlSectionHeading *self)
{
  g_return_if_fail (KL_IS_SECTION_HEADING (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title), FALSE);
  update (self);
}
