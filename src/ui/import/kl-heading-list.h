#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_HEADING_LIST (kl_heading_list_get_type ())

G_DECLARE_FINAL_TYPE (KlHeadingList, kl_heading_list, KL, HEADING_LIST, AdwBin)

void        kl_heading_list_take_headings (KlHeadingList *self,
                                           GListModel    *headings,
                                           GListModel    *chosen);
GListModel *kl_heading_list_get_chosen    (KlHeadingList *self);

G_END_DECLS
