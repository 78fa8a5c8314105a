#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_LIST_GROUP (kl_list_group_get_type ())

G_DECLARE_FINAL_TYPE (KlListGroup, kl_list_group, KL, LIST_GROUP, AdwPreferencesGroup)

/**
 * KlListGroupFunc:
 * @item: an item of the list
 * @user_data: what was given with the function
 *
 * Returns: (transfer floating): a row for @item
 */
typedef GtkWidget *(*KlListGroupFunc) (gpointer item,
                                       gpointer user_data);

void       kl_list_group_bind (KlListGroup     *self,
                               GListModel      *model,
                               guint            limit,
                               KlListGroupFunc  create_row,
                               gpointer         user_data);
GtkWidget *kl_list_group_row  (const char      *title,
                               const char      *subtitle);

G_END_DECLS
