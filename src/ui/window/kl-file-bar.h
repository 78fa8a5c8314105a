#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_FILE_BAR (kl_file_bar_get_type ())

G_DECLARE_FINAL_TYPE (KlFileBar, kl_file_bar, KL, FILE_BAR, AdwBin)

void kl_file_bar_show (KlFileBar    *self,
                       const GError *trouble);

G_END_DECLS
