#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_ACTION_LIST (kl_action_list_get_type ())

G_DECLARE_FINAL_TYPE (KlActionList, kl_action_list, KL, ACTION_LIST, GObject)

KlActionList *kl_action_list_new       (KlLibrary    *library,
                                        KlPlan       *plan);
GListModel   *kl_action_list_get_items (KlActionList *self);
void          kl_action_list_reload    (KlActionList *self);

G_END_DECLS
