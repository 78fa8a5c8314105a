#pragma once

#include <adwaita.h>

#include "model/kl-plan.h"
#include "model/kl-verdict-tally.h"
#include "opinion/kl-proposal.h"

G_BEGIN_DECLS

#define KL_TYPE_PROPOSAL_VIEW (kl_proposal_view_get_type ())

G_DECLARE_FINAL_TYPE (KlProposalView, kl_proposal_view, KL, PROPOSAL_VIEW, GtkBox)

void        kl_proposal_view_show       (KlProposalView *self,
                                         KlProposal     *proposal,
                                         KlPlan         *plan,
                                         GPtrArray      *points);
void        kl_proposal_view_compare    (KlProposalView *self,
                                         KlVerdictTally *own,
                                         KlVerdictTally *suggested,
                                         KlScore         own_score);
gboolean    kl_proposal_view_get_valid  (KlProposalView *self);
KlProposal *kl_proposal_view_dup_chosen (KlProposalView *self);

G_END_DECLS
