/* kl-edited-plan.c: a plan as far as it is not what its document says */

#include "config.h"

#include "kl-edited-plan.h"

/**
 * kl_edited_plan_free:
 * @self: (transfer full) (type KlEditedPlan): what is known of a plan; a #GDestroyNotify
 */
void
kl_edited_plan_free (gpointer self)
{
  KlEditedPlan *edited = self;

  g_clear_object (&edited->plan);
  g_clear_object (&edited->document);
  g_clear_pointer (&edited->edited, g_hash_table_unref);
  g_free (edited);
}
