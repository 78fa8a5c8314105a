#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_FILE_ROWS (kl_file_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlFileRows, kl_file_rows, KL, FILE_ROWS, AdwBin)

GtkWidget *kl_file_rows_new (KlLibrary *library,
                             KlPlan    *plan);

G_END_DECLS
