#pragma once

#include <gtk/gtk.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

void kl_report_saver_ask (GtkWindow *window,
                          KlLibrary *library,
                          KlPlan    *plan);

G_END_DECLS
