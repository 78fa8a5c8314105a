#pragma once

#include "exchange/kl-heading.h"
#include "exchange/kl-import.h"

G_BEGIN_DECLS

void        kl_import_headings_list_async  (KlImport             *import,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GListModel *kl_import_headings_list_finish (KlImport             *import,
                                            GAsyncResult         *result,
                                            GListModel          **chosen,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
