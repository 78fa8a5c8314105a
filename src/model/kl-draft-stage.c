#include "config.h"

#include "kl-draft-stage.h"

G_DEFINE_ENUM_TYPE (KlDraftStage, kl_draft_stage,
                    G_DEFINE_ENUM_VALUE (KL_DRAFT_WRITING, "writing"),
                    G_DEFINE_ENUM_VALUE (KL_DRAFT_REVIEWING, "reviewing"))
