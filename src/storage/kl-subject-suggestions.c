/* kl-subject-suggestions.c: what was suggested of the attempts at a subject, and what the person made of it */

#include "config.h"

#include "kl-subject-suggestions.h"

/**
 * kl_subject_suggestions_new:
 * @plan_id: the plan that the subject is in
 *
 * Returns: (transfer full): nothing suggested so far
 */
KlSubjectSuggestions *
kl_subject_suggestions_new (const char *plan_id)
{
  KlSubjectSuggestions *self = g_new0 (KlSubjectSuggestions, 1);

  self->plan_id = g_strdup (plan_id);
  self->facts = g_array_new (FALSE, FALSE, sizeof (KlSuggestionFacts));
  return self;
}

/**
 * kl_subject_suggestions_free:
 * @self: (transfer full): suggestions
 */
void
kl_subject_suggestions_free (KlSubjectSuggestions *self)
{
  g_free (self->plan_id);
  g_array_unref (self->facts);
  g_free (self);
}
