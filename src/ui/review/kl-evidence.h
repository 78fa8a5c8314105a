#pragma once

#include "kl-correction-list.h"
#include "kl-explanation-view.h"
#include "kl-verdict-list.h"

G_BEGIN_DECLS

#define KL_TYPE_EVIDENCE (kl_evidence_get_type ())

G_DECLARE_FINAL_TYPE (KlEvidence, kl_evidence, KL, EVIDENCE, GObject)

KlEvidence *kl_evidence_new (KlSuggestions     *suggestions,
                             KlExplanationView *explanation,
                             KlVerdictList     *points,
                             KlCorrectionList  *corrections);

G_END_DECLS
