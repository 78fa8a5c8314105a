#pragma once

#include <adwaita.h>

#include "model/kl-feedback.h"

G_BEGIN_DECLS

#define KL_TYPE_PROPOSAL_ITEM_ROW (kl_proposal_item_row_get_type ())

G_DECLARE_FINAL_TYPE (KlProposalItemRow, kl_proposal_item_row, KL, PROPOSAL_ITEM_ROW, GtkListBoxRow)

GtkWidget  *kl_proposal_item_row_new        (KlFeedback        *item);
KlFeedback *kl_proposal_item_row_dup_chosen (KlProposalItemRow *self);

G_END_DECLS
