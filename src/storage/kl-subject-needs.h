#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlSubjectNeeds:
 * @prerequisites: (element-type utf8): the ids of the subjects that it builds on
 * @n_gaps: how many gaps are open
 * @deep_dives: (element-type utf8): when it was deep-dived, as ISO 8601
 *
 * What of a subject decides when it is its turn, apart from its attempts.
 */
typedef struct
{
  GPtrArray *prerequisites;
  guint      n_gaps;
  GPtrArray *deep_dives;
} KlSubjectNeeds;

KlSubjectNeeds *kl_subject_needs_new  (void);
void            kl_subject_needs_free (KlSubjectNeeds *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlSubjectNeeds, kl_subject_needs_free)

G_END_DECLS
