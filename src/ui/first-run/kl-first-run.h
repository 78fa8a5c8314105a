#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_FIRST_RUN (kl_first_run_get_type ())

G_DECLARE_FINAL_TYPE (KlFirstRun, kl_first_run, KL, FIRST_RUN, AdwBin)

G_END_DECLS
