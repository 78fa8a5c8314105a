#pragma once

#include "kl-record.h"
#include "kl-session-kind.h"

G_BEGIN_DECLS

#define KL_TYPE_STUDY_SESSION (kl_study_session_get_type ())

G_DECLARE_FINAL_TYPE (KlStudySession, kl_study_session, KL, STUDY_SESSION, KlRecord)

KlSessionKind kl_study_session_get_kind    (KlStudySession *self);
const char   *kl_study_session_get_started (KlStudySession *self);
gint64        kl_study_session_get_seconds (KlStudySession *self);
gint64        kl_study_session_get_minutes (KlStudySession *self);
const char   *kl_study_session_get_notes   (KlStudySession *self);

G_END_DECLS
