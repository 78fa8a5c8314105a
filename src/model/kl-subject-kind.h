#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlSubjectKind:
 * @KL_SUBJECT_TOPIC: a topic or subtopic of the plan
 * @KL_SUBJECT_EXERCISE: a prompt over several topics, explained and scored as a topic is
 * @KL_SUBJECT_GROUP: a heading that only gathers others; nothing to explain
 *
 * What a subject is.
 */
typedef enum
{
  KL_SUBJECT_TOPIC,
  KL_SUBJECT_EXERCISE,
  KL_SUBJECT_GROUP,
} KlSubjectKind;

#define KL_TYPE_SUBJECT_KIND (kl_subject_kind_get_type ())
GType kl_subject_kind_get_type (void);

G_END_DECLS
