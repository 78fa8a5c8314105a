#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_HEADING_LIST (kl_heading_list_get_type ())

G_DECLARE_FINAL_TYPE (KlHeadingList, kl_heading_list, KL, HEADING_LIST, AdwBin)

void        kl_heading_list_set_headings (KlHeadingList *self,
                                          GListModel    *headings);
GListModel *kl_heading_list_get_headings (KlHeadingList *self);

G_END_DECLS
