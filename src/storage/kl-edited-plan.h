#pragma once

#include "model/kl-document.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

/**
 * KlEditedPlan:
 * @plan: (nullable): the plan, detached; %NULL where it is still just what @document was read as
 * @document: (nullable): what it was imported from last
 * @edited: (nullable) (element-type utf8): the ids of its subjects that may be other than @document says: of the rest
 *   there is nothing but the subjects themselves; %NULL where everything is there
 *
 * What has to be known of a plan to write it into its document.
 */
typedef struct
{
  KlPlan     *plan;
  KlDocument *document;
  GHashTable *edited;
} KlEditedPlan;

void kl_edited_plan_free (gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlEditedPlan, kl_edited_plan_free)

G_END_DECLS
