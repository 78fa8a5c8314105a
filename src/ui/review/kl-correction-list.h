#pragma once

#include <adwaita.h>

#include "recall/kl-correction-check.h"

G_BEGIN_DECLS

#define KL_TYPE_CORRECTION_LIST (kl_correction_list_get_type ())

G_DECLARE_FINAL_TYPE (KlCorrectionList, kl_correction_list, KL, CORRECTION_LIST, AdwBin)

void kl_correction_list_set_checks (KlCorrectionList *self,
                                    GListModel       *checks);

G_END_DECLS
