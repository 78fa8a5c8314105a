#pragma once

#include "model/kl-change.h"

G_BEGIN_DECLS

gboolean kl_list_edit_move   (KlChange   *change,
                              GListModel *records,
                              KlRecord   *record,
                              int         by);
void     kl_list_edit_remove (KlChange   *change,
                              GPtrArray  *records);

G_END_DECLS
