/* kl-subject-needs.c: what of a subject decides when it is its turn, apart from its attempts */

#include "config.h"

#include "kl-subject-needs.h"

/**
 * kl_subject_needs_new:
 *
 * Returns: (transfer full): those of a subject that builds on nothing, has no open gap and was never deep-dived
 */
KlSubjectNeeds *
kl_subject_needs_new (void)
{
  KlSubjectNeeds *self = g_new0 (KlSubjectNeeds, 1);

  self->prerequisites = g_ptr_array_new_with_free_func (g_free);
  self->deep_dives = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * kl_subject_needs_free:
 * @self: (transfer full): needs
 */
void
kl_subject_needs_free (KlSubjectNeeds *self)
{
  g_ptr_array_unref (self->prerequisites);
  g_ptr_array_unref (self->deep_dives);
  g_free (self);
}
