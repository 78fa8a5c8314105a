#pragma once

#include "model/kl-feedback.h"
#include "model/kl-score.h"
#include "model/kl-verdict-value.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_PROPOSAL (kl_proposal_get_type ())

G_DECLARE_FINAL_TYPE (KlProposal, kl_proposal, KL, PROPOSAL, GObject)

KlProposal        *kl_proposal_new          (const char     *source,
                                             guint           n_points);
const char        *kl_proposal_get_source   (KlProposal     *self);
guint              kl_proposal_get_n_points (KlProposal     *self);

KlVerdictValue     kl_proposal_get_verdict  (KlProposal     *self,
                                             guint           point);
const char        *kl_proposal_get_why      (KlProposal     *self,
                                             guint           point);
void               kl_proposal_set_verdict  (KlProposal     *self,
                                             guint           point,
                                             KlVerdictValue  value,
                                             const char     *why);

KlScore            kl_proposal_get_score    (KlProposal     *self);
void               kl_proposal_set_score    (KlProposal     *self,
                                             KlScore         score);

GListModel        *kl_proposal_get_feedback (KlProposal     *self);
void               kl_proposal_add_feedback (KlProposal     *self,
                                             KlFeedback     *item);

const char *const *kl_proposal_get_notes    (KlProposal     *self);
void               kl_proposal_add_note     (KlProposal     *self,
                                             const char     *sentence);

gboolean           kl_proposal_is_empty     (KlProposal     *self);

G_END_DECLS
