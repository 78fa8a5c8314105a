#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_STUDY_BAR (kl_study_bar_get_type ())

G_DECLARE_FINAL_TYPE (KlStudyBar, kl_study_bar, KL, STUDY_BAR, AdwBin)

void kl_study_bar_set_place (KlStudyBar *self,
                             KlLibrary  *library,
                             KlPlan     *plan,
                             KlSubject  *studied);

G_END_DECLS
