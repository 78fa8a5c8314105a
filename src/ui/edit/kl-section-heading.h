#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KL_TYPE_SECTION_HEADING (kl_section_heading_get_type ())

G_DECLARE_FINAL_TYPE (KlSectionHeading, kl_section_heading, KL, SECTION_HEADING, GtkBox)

GtkWidget *kl_section_heading_new             (const char       *title);
void       kl_section_heading_set_description (KlSectionHeading *self,
                                               const char       *description);
void       kl_section_heading_set_button      (KlSectionHeading *self,
                                               GtkWidget        *button);
void       kl_section_heading_hide_title      (KlSectionHeading *self);

G_END_DECLS
