#pragma once

#include "kl-attempt.h"
#include "kl-record.h"
#include "kl-standing.h"
#include "kl-depth.h"
#include "kl-subject-kind.h"

G_BEGIN_DECLS

#define KL_TYPE_SUBJECT (kl_subject_get_type ())

G_DECLARE_FINAL_TYPE (KlSubject, kl_subject, KL, SUBJECT, KlRecord)

KlSubjectKind kl_subject_get_kind         (KlSubject *self);
const char   *kl_subject_get_parent       (KlSubject *self);
const char   *kl_subject_get_title        (KlSubject *self);
KlDepth       kl_subject_get_depth        (KlSubject *self);
const char   *kl_subject_get_status       (KlSubject *self);
gint64        kl_subject_get_minutes      (KlSubject *self);
const char   *kl_subject_get_notes        (KlSubject *self);
const char   *kl_subject_get_source       (KlSubject *self);
const char   *kl_subject_get_due          (KlSubject *self);
gint64        kl_subject_get_due_attempts (KlSubject *self);
GListModel   *kl_subject_get_points       (KlSubject *self);
GListModel   *kl_subject_get_gaps         (KlSubject *self);
GListModel   *kl_subject_get_links        (KlSubject *self);
GListModel   *kl_subject_get_attempts     (KlSubject *self);
KlAttempt    *kl_subject_find_attempt     (KlSubject *self,
                                           gint64     number);
GListModel   *kl_subject_get_sessions     (KlSubject *self);
GListModel   *kl_subject_get_drafts       (KlSubject *self);

KlStanding   *kl_subject_get_standing (KlSubject  *self);
void          kl_subject_set_standing (KlSubject  *self,
                                       KlStanding *standing);

G_END_DECLS
