#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlDraftStage:
 * @KL_DRAFT_WRITING: being written, from memory
 * @KL_DRAFT_REVIEWING: handed in, being read back
 *
 * How far an explanation is.
 */
typedef enum
{
  KL_DRAFT_WRITING,
  KL_DRAFT_REVIEWING,
} KlDraftStage;

#define KL_TYPE_DRAFT_STAGE (kl_draft_stage_get_type ())
GType kl_draft_stage_get_type (void);

G_END_DECLS
