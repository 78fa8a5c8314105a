#pragma once

#include "ui/page/kl-page.h"

#include "model/kl-attempt.h"

G_BEGIN_DECLS

#define KL_TYPE_AMEND_DIALOG (kl_amend_dialog_get_type ())

G_DECLARE_FINAL_TYPE (KlAmendDialog, kl_amend_dialog, KL, AMEND_DIALOG, AdwMessageDialog)

void kl_amend_dialog_present (KlPage    *page,
                              KlAttempt *attempt);

G_END_DECLS
