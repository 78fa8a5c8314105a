#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_READING_ROWS (kl_reading_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlReadingRows, kl_reading_rows, KL, READING_ROWS, AdwPreferencesGroup)

GtkWidget *kl_reading_rows_new (KlLibrary *library);

G_END_DECLS
