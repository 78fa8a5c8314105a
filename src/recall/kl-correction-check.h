#pragma once

#include "coach/kl-coach.h"

G_BEGIN_DECLS

#define KL_TYPE_CORRECTION_CHECK (kl_correction_check_get_type ())

G_DECLARE_FINAL_TYPE (KlCorrectionCheck, kl_correction_check, KL, CORRECTION_CHECK, GObject)

KlCorrectionCheck *kl_correction_check_new            (const char        *wrong,
                                                       const char        *right,
                                                       KlCorrectionSide   side,
                                                       GArray            *places);
const char        *kl_correction_check_get_wrong      (KlCorrectionCheck *self);
const char        *kl_correction_check_get_right      (KlCorrectionCheck *self);
KlCorrectionSide   kl_correction_check_get_side       (KlCorrectionCheck *self);
const GArray      *kl_correction_check_get_places     (KlCorrectionCheck *self);
int                kl_correction_check_compare        (KlCorrectionCheck *a,
                                                       KlCorrectionCheck *b);
gboolean           kl_correction_check_equal          (KlCorrectionCheck *a,
                                                       KlCorrectionCheck *b);
char              *kl_correction_check_dup_title      (KlCorrectionCheck *self);
char              *kl_correction_check_dup_other_side (KlCorrectionCheck *self);

G_END_DECLS
