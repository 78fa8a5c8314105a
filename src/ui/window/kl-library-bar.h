#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_LIBRARY_BAR (kl_library_bar_get_type ())

G_DECLARE_FINAL_TYPE (KlLibraryBar, kl_library_bar, KL, LIBRARY_BAR, AdwBin)

void kl_library_bar_set_library (KlLibraryBar *self,
                                 KlLibrary    *library);

G_END_DECLS
