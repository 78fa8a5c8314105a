#include "config.h"

#include "kl-subject-kind.h"

G_DEFINE_ENUM_TYPE (KlSubjectKind, kl_subject_kind,
                    G_DEFINE_ENUM_VALUE (KL_SUBJECT_TOPIC, "topic"),
                    G_DEFINE_ENUM_VALUE (KL_SUBJECT_EXERCISE, "exercise"),
                    G_DEFINE_ENUM_VALUE (KL_SUBJECT_GROUP, "group"))
