#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_LIBRARY_FAILURE (kl_library_failure_get_type ())

G_DECLARE_FINAL_TYPE (KlLibraryFailure, kl_library_failure, KL, LIBRARY_FAILURE, AdwBin)

void kl_library_failure_show (KlLibraryFailure *self,
                              const char       *path,
                              const GError     *error);

G_END_DECLS
