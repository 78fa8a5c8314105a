#pragma once

#include "model/kl-suggestion-facts.h"

G_BEGIN_DECLS

/**
 * KlSubjectSuggestions:
 * @plan_id: the plan that the subject is in
 * @facts: (element-type KlSuggestionFacts): its attempts of which anything was suggested
 *
 * What was suggested of the attempts at a subject.
 */
typedef struct
{
  char   *plan_id;
  GArray *facts;
} KlSubjectSuggestions;

KlSubjectSuggestions *kl_subject_suggestions_new  (const char           *plan_id);
void                  kl_subject_suggestions_free (KlSubjectSuggestions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlSubjectSuggestions, kl_subject_suggestions_free)

G_END_DECLS
