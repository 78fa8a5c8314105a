#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_WISH_ROWS (kl_wish_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlWishRows, kl_wish_rows, KL, WISH_ROWS, AdwPreferencesGroup)

GtkWidget *kl_wish_rows_new (KlLibrary *library,
                             KlPlan    *plan);

G_END_DECLS
