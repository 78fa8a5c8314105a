#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_FITTING_ROWS (kl_fitting_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlFittingRows, kl_fitting_rows, KL, FITTING_ROWS, AdwBin)

GtkWidget *kl_fitting_rows_new (KlLibrary *library,
                                KlPlan    *plan);

G_END_DECLS
