#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

void kl_plan_saver_ask (GtkWindow *window,
                        KlLibrary *library,
                        KlPlan    *plan);

G_END_DECLS
