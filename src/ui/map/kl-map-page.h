#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_MAP_PAGE (kl_map_page_get_type ())

G_DECLARE_FINAL_TYPE (KlMapPage, kl_map_page, KL, MAP_PAGE, KlPage)

GtkWidget *kl_map_page_new (KlLibrary *library,
                            KlPlan    *plan);

G_END_DECLS
