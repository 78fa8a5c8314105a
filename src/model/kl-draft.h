#pragma once

#include "kl-record.h"
#include "kl-draft-stage.h"
#include "kl-score.h"

G_BEGIN_DECLS

#define KL_TYPE_DRAFT (kl_draft_get_type ())

G_DECLARE_FINAL_TYPE (KlDraft, kl_draft, KL, DRAFT, KlRecord)

const char  *kl_draft_get_text        (KlDraft *self);
double       kl_draft_get_guess       (KlDraft *self);
gboolean     kl_draft_get_assisted    (KlDraft *self);
gint64       kl_draft_get_seconds     (KlDraft *self);
const char  *kl_draft_get_started     (KlDraft *self);
const char  *kl_draft_get_updated     (KlDraft *self);
KlDraftStage kl_draft_get_stage       (KlDraft *self);
KlScore      kl_draft_get_score       (KlDraft *self);
void         kl_draft_set_score       (KlDraft *self,
                                       KlScore  score);
const char  *kl_draft_get_verdicts    (KlDraft *self);
const char  *kl_draft_get_nailed      (KlDraft *self);
const char  *kl_draft_get_needs_work  (KlDraft *self);
const char  *kl_draft_get_corrections (KlDraft *self);
const char  *kl_draft_get_actions     (KlDraft *self);
const char  *kl_draft_get_insight     (KlDraft *self);
const char  *kl_draft_get_quote       (KlDraft *self);
const char  *kl_draft_get_defended    (KlDraft *self);
gint64       kl_draft_get_cursor      (KlDraft *self);

G_END_DECLS
