#pragma once

#include <adwaita.h>

#include "kl-draft-saver.h"

G_BEGIN_DECLS

#define KL_TYPE_DRAFT_STATUS (kl_draft_status_get_type ())

G_DECLARE_FINAL_TYPE (KlDraftStatus, kl_draft_status, KL, DRAFT_STATUS, AdwBin)

void kl_draft_status_set_saver (KlDraftStatus *self,
                                KlDraftSaver  *saver);
void kl_draft_status_set_text  (KlDraftStatus *self,
                                const char    *text);

G_END_DECLS
