#pragma once

#include "kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_STUDY_KIND (kl_study_kind_get_type ())

G_DECLARE_FINAL_TYPE (KlStudyKind, kl_study_kind, KL, STUDY_KIND, KlRecord)

const char *kl_study_kind_get_name    (KlStudyKind *self);
const char *kl_study_kind_get_meaning (KlStudyKind *self);
const char *kl_study_kind_get_source  (KlStudyKind *self);

G_END_DECLS
