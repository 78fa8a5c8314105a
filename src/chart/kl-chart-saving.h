#pragma once

#include "kl-chart-file.h"

G_BEGIN_DECLS

void      kl_chart_saving_write_async  (KlChart              *chart,
                                        const char           *path,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean  kl_chart_saving_write_finish (GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void      kl_chart_saving_draw_async   (KlChart              *chart,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GBytes   *kl_chart_saving_draw_finish  (GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
