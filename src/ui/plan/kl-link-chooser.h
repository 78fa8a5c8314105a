#pragma once

#include <gtk/gtk.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

void     kl_link_chooser_ask_async  (GtkWindow            *window,
                                     KlLibrary            *library,
                                     KlPlan               *plan,
                                     KlDocument           *link,
                                     KlFollow              follow,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean kl_link_chooser_ask_finish (GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
