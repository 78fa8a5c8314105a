#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_SECTION (kl_section_get_type ())

G_DECLARE_FINAL_TYPE (KlSection, kl_section, KL, SECTION, GtkBox)

/**
 * KlSectionRowFunc:
 * @item: an item of the model
 * @user_data: data
 *
 * Returns: (transfer floating): a #GtkListBoxRow that keeps itself up to date with @item
 */
typedef GtkWidget *(*KlSectionRowFunc) (gpointer item,
                                        gpointer user_data);

GtkWidget   *kl_section_new             (const char       *title,
                                         const char       *empty);
void         kl_section_set_button       (KlSection        *self,
                                          GtkWidget        *button);
void         kl_section_set_model       (KlSection        *self,
                                         GListModel       *model,
                                         KlSectionRowFunc  create_row,
                                         gpointer          user_data);
AdwEntryRow *kl_section_set_adding      (KlSection        *self,
                                         const char       *label);
void         kl_section_added           (KlSection        *self,
                                         gboolean          is_stored);
void         kl_section_set_can_add     (KlSection        *self,
                                         gboolean          can_add);
void         kl_section_hide_heading    (KlSection        *self);
void         kl_section_set_selectable  (KlSection        *self);
void         kl_section_set_arrangeable (KlSection        *self,
                                         gboolean          arrangeable);
void         kl_section_finish_adding   (KlSection        *self);
void         kl_section_foreach         (KlSection        *self,
                                         GFunc             func,
                                         gpointer          user_data);

G_END_DECLS
